package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neighborline.language.Example;
import org.neighborline.language.Fault;
import org.neighborline.language.Translation;

/**
 * Finds what is wrong in the words and examples of a translation: keys that nobody reads, words
 * that are claimed twice, examples that mean nothing we know.
 */
public final class WordFaults {
  private final Translation translation;
  private final List<Fault> faults = new ArrayList<>();

  private WordFaults(Translation translation) {
    this.translation = translation;
  }

  /** All of one file. */
  public static List<Fault> of(Translation translation) {
    WordFaults looking = new WordFaults(translation);
    looking.keys(Dictionary.WORDS);
    looking.keys(Dictionary.CUES);
    looking.commands();
    Map<String, Claim> claims = new HashMap<>();
    looking.claims(Dictionary.WORDS, claims);
    looking.claims(Dictionary.CUES, claims);
    looking.ideas();
    looking.examples();
    return looking.faults;
  }

  private void add(int line, String problem) {
    faults.add(new Fault(translation.file(), line, problem));
  }

  private void keys(String section) {
    translation
        .section(section)
        .forEach((key, entry) -> {
          if (Senses.of(key).isEmpty()) {
            add(
                entry.line(),
                "there is no '" + key + "' in [" + section + "]; correct the key, as in en.txt");
          }
        });
  }

  private void ideas() {
    translation
        .section(Dictionary.IDEAS)
        .forEach((key, entry) -> {
          if (Senses.of(Dictionary.IDEA + key).isEmpty()) {
            add(
                entry.line(),
                "an idea is named by one small word, as in en.txt, not '" + key + "'");
          }
        });
  }

  private void commands() {
    translation
        .section(Dictionary.COMMANDS)
        .forEach((key, entry) -> {
          if (Arrays.stream(Command.values()).noneMatch(c -> c.id().equals(key))) {
            add(
                entry.line(),
                "there is no '" + key + "' in [commands]; correct the key, as in en.txt");
          }
        });
  }

  /** Which key has a phrase, and as what. */
  private record Claim(String key, Sense sense) {}

  /**
   * Two needs may share a word only where one of them has it weakly. The same goes for intents and
   * for kinds of danger; a word may well tell a need and an intent at once. Who asks us for help
   * asks for something, or how this works: {@code intent.help} shares its words.
   */
  private void claims(String section, Map<String, Claim> claims) {
    translation
        .section(section)
        .forEach((key, entry) ->
            Senses.of(key)
                .filter(WordFaults::isExclusive)
                .ifPresent(sense -> {
                  for (String words : Translation.words(entry.value())) {
                    if (!Entries.isWeak(words)) {
                      claim(words, new Claim(key, sense), entry.line(), claims);
                    }
                  }
                }));
  }

  private static boolean isExclusive(Sense sense) {
    return switch (sense) {
      case Sense.Wants(Intent intent) -> intent != Intent.HELP;
      case Sense.Needs _, Sense.Alarms _, Sense.Hurries _ -> true;
      case Sense.Counts _,
          Sense.TextOnly _,
          Sense.AsksIfGovernment _,
          Sense.Number _,
          Sense.Names _,
          Sense.Idea _,
          Sense.Not _ ->
          false;
    };
  }

  private void claim(String words, Claim claim, int line, Map<String, Claim> claims) {
    for (List<Entries.Piece> phrase : Entries.phrases(words, false)) {
      String exact = claim.sense().topic() + ": " + text(phrase);
      Claim before = claims.putIfAbsent(exact, claim);
      if (before != null && !before.key().equals(claim.key())) {
        add(
            line,
            "'"
                + text(phrase)
                + "' means both "
                + before.key()
                + " and "
                + claim.key()
                + "; keep one, or mark one as weak with ~");
      }
    }
  }

  private static String text(List<Entries.Piece> phrase) {
    return phrase.stream()
        .map(piece ->
            switch (piece.mark()) {
              case Phrases.GAP -> "..";
              case Phrases.NUMBER -> "#";
              default -> piece.letters() + (piece.stem() ? "*" : "");
            })
        .collect(Collectors.joining(" "));
  }

  private void examples() {
    Map<String, Example> before = new HashMap<>();
    for (Example example : translation.examples()) {
      if (Lesson.of(translation.language().tag(), example)
          instanceof Lesson.Result.Wrong(String problem)) {
        add(example.line(), problem);
      }
      Example same = before.putIfAbsent(example.text(), example);
      if (same != null) {
        add(example.line(), "this example stands already in line " + same.line());
      }
    }
  }
}
