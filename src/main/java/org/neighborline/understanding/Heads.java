package org.neighborline.understanding;

/** Where in a row of weights each question stands: one intent, every need, every emergency. */
@SuppressWarnings("EnumOrdinal") // a model is never read by another program than the one it is of
final class Heads {
  static final int INTENTS = Intent.values().length;
  static final int NEEDS = INTENTS;
  static final int EMERGENCIES = NEEDS + Need.values().length;
  static final int URGENT = EMERGENCIES + Emergency.values().length - 1;

  /** How many questions there are, and so how many weights a piece has. */
  static final int COUNT = URGENT + 1;

  private Heads() {}

  static int of(Intent intent) {
    return intent.ordinal();
  }

  static int of(Need need) {
    return NEEDS + need.ordinal();
  }

  /** For every emergency but {@code NONE}. */
  static int of(Emergency emergency) {
    return EMERGENCIES + emergency.ordinal() - 1;
  }
}
