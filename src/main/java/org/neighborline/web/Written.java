package org.neighborline.web;

import io.javalin.http.Context;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * Tells when an asynchronous answer has left us: the answer's future is done long before that where
 * hundreds of answers wait for a processor.
 */
final class Written implements AsyncListener {
  private final Runnable then;

  private Written(Runnable then) {
    this.then = then;
  }

  /** Runs something once the answer to a request is written, or can't be. */
  static void when(Context context, Runnable then) {
    context.req().getAsyncContext().addListener(new Written(then));
  }

  @Override
  public void onComplete(AsyncEvent event) {
    then.run();
  }

  @Override
  public void onTimeout(AsyncEvent event) {}

  @Override
  public void onError(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
