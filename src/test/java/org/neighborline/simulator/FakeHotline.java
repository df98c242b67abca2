package org.neighborline.simulator;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.neighborline.carrier.twilio.Signature;

/** A hotline that keeps what the carrier posts and answers what it is told to. */
final class FakeHotline implements AutoCloseable {
  record Received(String path, Map<String, List<String>> form, String token, boolean signed) {
    String value(String name) {
      return form.getOrDefault(name, List.of("")).getFirst();
    }
  }

  record Answer(int status, String type, String body) {
    static Answer twiml(String inside) {
      return new Answer(200, "text/xml", "<Response>" + inside + "</Response>");
    }
  }

  final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  final AtomicReference<Answer> answer = new AtomicReference<>(Answer.twiml(""));
  private final Signature signature;
  private final Javalin server;

  FakeHotline(String token) {
    this.signature = new Signature(List.of(token));
    this.server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.routes.post("/*", this::take);
        });
    server.start("127.0.0.1", 0);
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  private void take(Context context) {
    String header = context.header("X-Twilio-Signature");
    String token = context.header("I-Twilio-Idempotency-Token");
    String query = context.queryString() == null ? "" : "?" + context.queryString();
    received.add(
        new Received(
            context.path(),
            context.formParamMap(),
            token == null ? "" : token,
            signature.valid(
                url() + context.path() + query,
                context.formParamMap(),
                header == null ? "" : header)));
    Answer now = answer.get();
    boolean status = context.path().endsWith("/status");
    context.status(status ? 204 : now.status());
    if (!status) {
      context.contentType(now.type()).result(now.body());
    }
  }

  Received next() throws InterruptedException {
    Received next = received.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("the carrier did not call within 10 s");
    }
    return next;
  }

  @Override
  public void close() {
    server.stop();
  }
}
