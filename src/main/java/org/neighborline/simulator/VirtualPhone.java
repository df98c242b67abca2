package org.neighborline.simulator;

import org.neighborline.phone.PhoneNumber;

/**
 * A phone that somebody holds in the simulator.
 *
 * @param language the tag of the language its owner reads and writes ("es"), shown beside the name
 * @param line what the phone can do
 */
public record VirtualPhone(String name, PhoneNumber number, Role role, String language, Line line) {
  /** Who holds it. */
  public enum Role {
    RESIDENT,
    LEAD,
    DESK
  }

  /** What a phone can do, told by how the carrier ends a text to it. */
  public enum Line {
    MOBILE(SimulatedMessage.Status.DELIVERED, 0),
    /** A mobile whose network never confirms: {@code sent} is the last that is heard. */
    UNCONFIRMED(SimulatedMessage.Status.SENT, 0),
    SWITCHED_OFF(SimulatedMessage.Status.UNDELIVERED, 30003),
    BLOCKED(SimulatedMessage.Status.UNDELIVERED, 30004),
    GONE(SimulatedMessage.Status.UNDELIVERED, 30005),
    LANDLINE(SimulatedMessage.Status.UNDELIVERED, 30006),
    FILTERED(SimulatedMessage.Status.UNDELIVERED, 30007),
    /** A number whose texts never leave the carrier. */
    FAILING(SimulatedMessage.Status.FAILED, 30008),
    /** A number that the carrier refuses to text as soon as it is asked: no mobile. */
    REFUSED(SimulatedMessage.Status.FAILED, 21614);

    private final SimulatedMessage.Status end;
    private final int error;

    Line(SimulatedMessage.Status end, int error) {
      this.end = end;
      this.error = error;
    }

    SimulatedMessage.Status end() {
      return end;
    }

    int error() {
      return error;
    }

    /** The code a text to it is refused with at once, 0 when it is accepted. */
    int refusal() {
      return this == REFUSED ? error : 0;
    }
  }

  /** A mobile phone that takes texts and calls. */
  public static VirtualPhone mobile(String name, String e164, Role role, String language) {
    return new VirtualPhone(name, new PhoneNumber(e164), role, language, Line.MOBILE);
  }
}
