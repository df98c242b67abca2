package org.neighborline.audio;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neighborline.conversation.House;
import org.neighborline.language.Catalog;
import org.neighborline.language.Language;
import org.neighborline.language.Text;

/** How complete each language's recordings are, and how long its callers listen, as a table. */
public final class PromptTable {
  private static final List<Text> MENUS =
      List.of(
          Text.VOICE_GREETING,
          Text.VOICE_NEED,
          Text.VOICE_ZIP,
          Text.VOICE_MORE,
          Text.VOICE_READ_BACK,
          Text.VOICE_RECORD);
  private static final String HEAD =
      "language  press  sounds recorded  spoken stand-in   stale missing   key hello  need   ZIP  more right record  (seconds)\n";

  private PromptTable() {}

  /**
   * A line a language; {@code press} is its key in calls, {@code key} how long its speakers listen
   * until they hear it.
   *
   * @param catalog the texts
   * @param house in whose menu the languages stand
   */
  public static String of(PromptFiles prompts, Catalog catalog, House house) {
    Map<Language, Double> keys = new Listening(prompts, catalog).untilOwnKey(house);
    StringBuilder table = new StringBuilder(HEAD);
    for (Script script : prompts.scripts()) {
      Map<PromptFiles.Source, Integer> counts = new EnumMap<>(PromptFiles.Source.class);
      script
          .lines()
          .forEach(line ->
              counts.merge(prompts.source(script.language(), line.name()), 1, Integer::sum));
      table.append(
          String.format(
              Locale.ROOT,
              "%-8s %6d %7d",
              script.language(),
              house.languages().indexOf(script.language()) + 1,
              script.lines().size()));
      Arrays.stream(PromptFiles.Source.values())
          .forEach(source ->
              table.append(String.format(Locale.ROOT, "%8d", counts.getOrDefault(source, 0))));
      table.append(
          String.format(Locale.ROOT, "%6.0f", keys.getOrDefault(script.language(), Double.NaN)));
      MENUS.forEach(text ->
          table.append(String.format(Locale.ROOT, "%6.0f", seconds(prompts, script, text))));
      table.append(prompts.speaks(script.language()) ? "\n" : "  not offered in calls\n");
    }
    return table.toString();
  }

  /** What a text takes, without what fills its gaps. */
  private static double seconds(PromptFiles prompts, Script script, Text text) {
    Language language = script.language();
    return script.lines().stream()
        .filter(l -> l.name().equals(text.key()) || l.name().startsWith(text.key() + "."))
        .mapToDouble(l -> prompts.seconds(language, l.name()))
        .sum();
  }
}
