package org.neighborline.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.neighborline.carrier.twilio.Form;
import org.neighborline.carrier.twilio.Signature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only the carrier in. A request without its signature leaves no trace but a counter, and once
 * a minute a line that says how many there were and what to check.
 */
final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Signature signature;
  private final String publicUrl;
  private final InstantSource clock;
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong told = new AtomicLong();
  private final AtomicReference<Instant> toldAt = new AtomicReference<>(Instant.EPOCH);

  /**
   * @param publicUrl what the carrier calls, without a slash at the end
   */
  Gate(Signature signature, String publicUrl, InstantSource clock) {
    this.signature = signature;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** The form of a request that the carrier signed; empty for everything else. */
  Optional<Form> admit(Context context) {
    Optional<Form> form =
        isForm(context.contentType()) ? Form.parse(context.bodyAsBytes()) : Optional.empty();
    String header = context.header("X-Twilio-Signature");
    boolean signed =
        form.isPresent()
            && header != null
            && signature.valid(address(context), form.get().values(), header);
    if (!signed) {
      refused.incrementAndGet();
      tell();
    }
    return form.filter(_ -> signed);
  }

  /** How many were refused since the start. */
  long refused() {
    return refused.get();
  }

  /** The address as the carrier knows it: never from Host or X-Forwarded headers. */
  private String address(Context context) {
    String query = context.req().getQueryString();
    String path = context.req().getRequestURI();
    return query == null || query.isEmpty() ? publicUrl + path : publicUrl + path + "?" + query;
  }

  private static boolean isForm(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  private void tell() {
    Instant last = toldAt.get();
    Instant now = clock.instant();
    if (last.plus(QUIET).isBefore(now) && toldAt.compareAndSet(last, now)) {
      long all = refused.get();
      LOG.warn(
          "{} requests without a valid signature were refused; if they are the carrier's, check NEIGHBORLINE_PUBLIC_URL ({}) and TWILIO_AUTH_TOKEN",
          all - told.getAndSet(all),
          publicUrl);
    }
  }
}
