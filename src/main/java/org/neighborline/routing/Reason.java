package org.neighborline.routing;

import java.util.Locale;

/**
 * Why a group stands where it does in a ranking, for coordinators and the timeline.
 *
 * @param kind what counted
 * @param detail the ZIP, the need, the language's tag or the kilometers it is about
 */
public record Reason(Kind kind, String detail) {
  /** What a ranking looks at, in the order in which it counts. */
  public enum Kind {
    HELPS_WITH("helps with"),
    DOES_NOT_HELP_WITH("does not help with"),
    TAKES_REQUESTS("takes requests"),
    IS_CLOSED("takes no requests"),
    IS_PAUSED("has a pause"),
    COVERS("covers"),
    OUTSIDE_AREA("does not cover"),
    SPEAKS("speaks"),
    DOES_NOT_SPEAK("does not speak"),
    HAS_ROOM("has room"),
    IS_FULL("is full:"),
    DISTANCE("distance"),
    LAST_ASKED("was last asked"),
    NEVER_ASKED("was never asked");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  /** One reason as coordinators read it: "covers 11221", "distance 0.8 km". */
  @Override
  public String toString() {
    String about =
        kind == Kind.SPEAKS || kind == Kind.DOES_NOT_SPEAK ? languageName(detail) : detail;
    return about.isEmpty() ? kind.label : kind.label + " " + about;
  }

  /** Languages as people call what they speak. */
  private static String languageName(String tag) {
    return switch (tag) {
      case "zh-Hant" -> "Cantonese";
      case "zh-Hans" -> "Mandarin";
      default -> Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    };
  }
}
