package org.neighborline.simulator;

import java.time.Duration;

/** Something the person on a leg of a call does. */
public sealed interface CallAct {
  /** Takes a ringing phone up. */
  record Answer() implements CallAct {}

  /** Presses keys: digits, * and #. */
  record Press(String digits) implements CallAct {}

  /** Says something: into a recording, or to the person on the other end. */
  record Speak(String words, Duration length) implements CallAct {}

  /** Does nothing until the line's patience, or its prompt, is over. */
  record Silence() implements CallAct {}

  /** Puts the phone down; a ringing one is declined. */
  record HangUp() implements CallAct {}
}
