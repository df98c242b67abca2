package org.neighborline.report;

import java.util.List;
import java.util.Locale;
import org.neighborline.phone.Channel;

/** Efforts as a table for a terminal. */
public final class EffortTable {
  private static final String HEAD =
      """
      From first contact to a stored request, played with today's texts and prompts.
      Promised: by voice 3 choices and a ZIP in 60 seconds, by text 2 texts.

      language  channel  choices   keys  seconds  whole call  texts  segments  cents
      """;

  private EffortTable() {}

  /** A line a language and channel. */
  public static String of(List<Effort> efforts) {
    StringBuilder table = new StringBuilder(HEAD);
    for (Effort e : efforts) {
      boolean voice = e.channel() == Channel.VOICE;
      table.append(
          String.format(
              Locale.ROOT,
              "%-9s %-8s %7s %6d %8s %11s %6d %9d %6.1f%s%n",
              e.language(),
              voice ? "voice" : "sms",
              voice ? Integer.toString(e.choices()) : "",
              e.keys(),
              voice ? String.format(Locale.ROOT, "%.0f", e.seconds()) : "",
              voice ? String.format(Locale.ROOT, "%.0f", e.call()) : "",
              e.texts(),
              e.segments(),
              e.cents(),
              e.isLittle() ? "" : e.stored() ? "  too much" : "  not stored"));
    }
    return table.toString();
  }
}
