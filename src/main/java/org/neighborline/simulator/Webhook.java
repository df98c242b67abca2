package org.neighborline.simulator;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request the carrier makes to the hotline: a form to post, and where to go when that fails.
 *
 * @param token the same for every attempt ({@code I-Twilio-Idempotency-Token})
 * @param url as it was configured, fragment included
 * @param fallback asked when {@code url} fails for good; empty for nowhere
 * @param attempt 0 for the first
 * @param first when the first attempt was made: all attempts share the carrier's patience
 */
public record Webhook(
    String token,
    Purpose purpose,
    String url,
    String fallback,
    Map<String, String> form,
    int attempt,
    Instant first) {
  /** Why the carrier asks, and what its answer will be used for. */
  public sealed interface Purpose {
    /** An inbound text; the answer may hold texts to send back. */
    record InboundText(String sid) implements Purpose {}

    /** An outbound text has changed; the answer is ignored. */
    record TextStatus(String sid) implements Purpose {}

    /** A call wants to know what to do next; the step tells a late answer from the awaited one. */
    record CallStep(String sid, int step) implements Purpose {}

    /** Something to know about a call or a recording; the answer is ignored. */
    record CallNotice(String sid) implements Purpose {}
  }

  public Webhook {
    form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
  }

  /** The address that is called and signed: all but the fragment. */
  public String address() {
    int hash = url.indexOf('#');
    return hash < 0 ? url : url.substring(0, hash);
  }

  Webhook again() {
    return new Webhook(token, purpose, url, fallback, form, attempt + 1, first);
  }

  Webhook redirected(String other) {
    return new Webhook(token, purpose, other, fallback, form, attempt + 1, first);
  }

  Webhook toFallback(int error, Instant now) {
    Map<String, String> more = new LinkedHashMap<>(form);
    more.put("ErrorCode", Integer.toString(error));
    more.put("ErrorUrl", address());
    return new Webhook(token, purpose, fallback, "", more, 0, now);
  }
}
