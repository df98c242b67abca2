package org.neighborline.carrier.twilio;

import java.util.Optional;
import java.util.Set;
import org.neighborline.carrier.Carrier.Sent;

/** What the carrier's error codes mean for a text. Source: the carrier's error dictionary. */
public final class Errors {
  /** Account, number or registration: every text would fail the same way. */
  private static final Set<Integer> OURS =
      Set.of(
          20003, 20005, 21212, 21606, 21608, 21703, 21704, 30002, 30032, 30033, 30034, 20404,
          21603);

  /** Queues are full, or the handset is off: the same text may go later. */
  private static final Set<Integer> LATER = Set.of(20429, 21611, 30001, 30022);

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private Errors() {}

  /**
   * Judges an answer that is not a success.
   *
   * @param status the HTTP status
   * @param code the carrier's own code; 0 when it gave none
   */
  public static Sent judge(int status, int code) {
    if (OURS.contains(code)
        || status == UNAUTHORIZED
        || status == FORBIDDEN
        || status == NOT_FOUND) {
      return new Sent.OurFault(code == 0 ? status : code);
    }
    if (LATER.contains(code) || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
      return new Sent.Later(Optional.empty());
    }
    return new Sent.Refused(code);
  }

  /** Whether a status callback's code says that we are at fault, not the person's phone. */
  static boolean isOurs(int code) {
    return OURS.contains(code);
  }
}
