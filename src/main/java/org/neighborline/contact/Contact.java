package org.neighborline.contact;

import java.util.Optional;
import org.neighborline.language.Tongue;
import org.neighborline.phone.PhoneNumber;

/**
 * A person known by a phone number, and what they let us do with it.
 *
 * @param id the row's key; 0 before the contact is stored
 * @param phone their number
 * @param tongue what they read and hear; empty until they wrote enough to tell, or chose
 * @param reach what we may send
 */
public record Contact(long id, PhoneNumber phone, Optional<Tongue> tongue, Reach reach) {
  /**
   * What we may send a contact.
   *
   * @param optedOut they told us, or the carrier, to stop: nothing goes out until they opt in
   * @param textOnly never call
   * @param unsafe others read this phone: we never text or call first
   * @param muted the desk wants nothing more of them, danger excepted
   */
  public record Reach(boolean optedOut, boolean textOnly, boolean unsafe, boolean muted) {
    public static final Reach OPEN = new Reach(false, false, false, false);

    public Reach withOptedOut(boolean now) {
      return new Reach(now, textOnly, unsafe, muted);
    }

    public Reach withTextOnly(boolean now) {
      return new Reach(optedOut, now, unsafe, muted);
    }

    public Reach withUnsafe(boolean now) {
      return new Reach(optedOut, textOnly, now, muted);
    }

    public Reach withMuted(boolean now) {
      return new Reach(optedOut, textOnly, unsafe, now);
    }

    /** Whether we may start a text to them. */
    public boolean mayBeTexted() {
      return !optedOut && !unsafe;
    }
  }

  /** Someone who has just texted or called for the first time. */
  public static Contact unknown(PhoneNumber phone) {
    return new Contact(0, phone, Optional.empty(), Reach.OPEN);
  }

  public Contact withTongue(Tongue now) {
    return new Contact(id, phone, Optional.of(now), reach);
  }

  public Contact withReach(Reach now) {
    return new Contact(id, phone, tongue, now);
  }

  /** What they read, or English until we know. */
  public Tongue reads() {
    return tongue.orElse(Tongue.ENGLISH);
  }
}
