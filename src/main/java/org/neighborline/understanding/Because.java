package org.neighborline.understanding;

import java.util.Locale;

/** How {@code understand --explain} calls what a phrase stands for. */
final class Because {
  private Because() {}

  static String of(Sense sense) {
    return switch (sense) {
      case Sense.Needs(Need need) -> need.id();
      case Sense.Wants(Intent intent) -> intent.id();
      case Sense.Hurries(Urgency urgency) -> lower(urgency);
      case Sense.Alarms(Emergency emergency) -> lower(emergency);
      case Sense.Counts(Sense.Counting _) -> "people";
      case Sense.TextOnly _ -> "text only";
      case Sense.AsksIfGovernment _ -> "asks if government";
      case Sense.Names(var language) -> "language " + language;
      case Sense.Number _, Sense.Idea _, Sense.Not _ -> "";
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
