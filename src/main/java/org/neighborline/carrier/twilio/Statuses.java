package org.neighborline.carrier.twilio;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.neighborline.conversation.Delivery;

/** Reads the carrier's status callbacks. */
public final class Statuses {
  private static final Set<String> CALL_OVER =
      Set.of("completed", "busy", "failed", "no-answer", "canceled");

  private Statuses() {}

  /**
   * What a message's status means for its row.
   *
   * @return empty for a status that changes nothing
   */
  public static Optional<Delivery> delivery(long row, Form form) {
    Optional<String> sid = Optional.of(form.get("MessageSid")).filter(s -> !s.isEmpty());
    int error = form.number("ErrorCode", 0);
    Optional<Delivery.State> state =
        switch (form.get("MessageStatus")) {
          case "accepted", "queued", "sending", "sent" ->
              Optional.of(new Delivery.State.Accepted());
          case "delivered", "read" -> Optional.of(new Delivery.State.Delivered());
          case "undelivered", "failed", "canceled" ->
              Optional.of(
                  Errors.isOurs(error)
                      ? new Delivery.State.OurFault(error)
                      : new Delivery.State.Failed(error));
          default -> Optional.empty();
        };
    return state.map(s -> new Delivery(row, sid, s));
  }

  /** The error by which a message did not arrive, 0 where none is told; empty when it may have. */
  public static OptionalInt failure(Form form) {
    return switch (form.get("MessageStatus")) {
      case "undelivered", "failed", "canceled" -> OptionalInt.of(form.number("ErrorCode", 0));
      default -> OptionalInt.empty();
    };
  }

  /** Whether a call's status says that it has ended. */
  public static boolean isCallOver(Form form) {
    return CALL_OVER.contains(form.get("CallStatus"));
  }
}
