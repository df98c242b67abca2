package org.neighborline.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neighborline.language.Arg;
import org.neighborline.language.Catalog;
import org.neighborline.language.Language;
import org.neighborline.language.Sound;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;
import org.neighborline.language.Translation;
import org.neighborline.request.Code;
import org.neighborline.understanding.Need;

/**
 * What has to be recorded for calls in one language: every sentence, or what stands between its
 * gaps, the characters of codes and numbers, the needs and the languages. Names and times are not
 * in it: spoken texts are written so that they need none.
 *
 * @param language whose
 * @param isVoiced whether the carrier has a voice for it
 * @param standIn the synthesizer's voice that may stand in; empty when none can read the language
 * @param lines what to say, in the order of the texts
 */
public record Script(
    Language language, boolean isVoiced, Optional<String> standIn, List<Line> lines) {
  /**
   * One recording.
   *
   * @param name of its file, without the ending
   * @param words what it says
   * @param reading the same as the synthesizer must read it
   */
  public record Line(String name, String words, String reading) {}

  /** In a translation's file: what a synthesizer reads where it can't read the texts themselves. */
  private static final String READINGS = "stand-in";

  /** What a language must have recorded. */
  public static Script of(Catalog catalog, Translation translation) {
    Language language = translation.language();
    Map<String, String> readings = new LinkedHashMap<>();
    translation.section(READINGS).forEach((name, entry) -> readings.put(name, entry.value()));
    List<Line> lines = new ArrayList<>();
    for (Sound sound : sounds(catalog, Tongue.of(language))) {
      lines.add(
          new Line(
              sound.name(), sound.words(), readings.getOrDefault(sound.name(), sound.words())));
    }
    return new Script(
        language,
        translation.value("voice", "say").isPresent(),
        translation.value("voice", READINGS),
        List.copyOf(lines));
  }

  /** The line of this name. */
  public Optional<Line> line(String name) {
    return lines.stream().filter(l -> l.name().equals(name)).findFirst();
  }

  private static List<Sound> sounds(Catalog catalog, Tongue tongue) {
    Stream<Sound> texts =
        Arrays.stream(Text.values())
            .filter(Text::isSpoken)
            .flatMap(text -> catalog.sounds(tongue, text).stream());
    Stream<Sound> values = values(catalog).flatMap(arg -> catalog.sounds(tongue, arg).stream());
    Map<String, Sound> once =
        Stream.concat(texts, values)
            .collect(
                Collectors.toMap(Sound::name, s -> s, (first, _) -> first, LinkedHashMap::new));
    return List.copyOf(once.values());
  }

  /** Everything that a gap of a spoken text can hold. */
  private static Stream<Arg> values(Catalog catalog) {
    return Stream.of(
            Stream.of(Arg.of("0123456789"), Arg.of(Code.ALL), new Arg.Term("place.unknown")),
            Stream.of(new Arg.Term("place.same")),
            Stream.of(Need.values()).map(need -> new Arg.Term(need.term())),
            catalog.languages().stream().map(Arg.LanguageName::new))
        .flatMap(args -> args);
  }
}
