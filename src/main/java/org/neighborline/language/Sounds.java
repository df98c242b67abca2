package org.neighborline.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Takes a spoken text apart into what can be recorded. The order is the language's own, since its
 * pattern says where each gap stands.
 */
final class Sounds {
  private static final String CHARACTER = "say.";

  /** Before the tag of a language whose name is said. */
  static final String LANGUAGE = "language.";

  private Sounds() {}

  /** The words of a text: all of it, or what stands between its gaps. */
  static List<Sound> words(String key, Pattern pattern) {
    List<Sound> words = new ArrayList<>();
    switch (pattern) {
      case Pattern.Plain plain when plain.gaps().isEmpty() ->
          words.add(new Sound(key, plain.fill(Map.of())));
      case Pattern.Plain(var pieces, _) -> {
        for (int i = 0; i < pieces.size(); i++) {
          piece(key, i, pieces.get(i)).ifPresent(words::add);
        }
      }
      // Plurals change the sentence: nobody records all of its forms.
      case Pattern.Full _ -> {}
    }
    return words;
  }

  /** A filled text in order; nothing when a gap holds what can't be recorded before. */
  static List<Sound> filled(
      String key, Pattern pattern, Map<String, Arg> args, UnaryOperator<String> term) {
    if (!(pattern instanceof Pattern.Plain(var pieces, var gaps))) {
      return List.of();
    }
    if (gaps.isEmpty()) {
      return words(key, pattern);
    }
    List<Sound> all = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      piece(key, i, pieces.get(i)).ifPresent(all::add);
      Arg arg = args.get(pieces.get(i).gap());
      if (arg != null) {
        List<Sound> value = value(arg, term);
        if (value.isEmpty()) {
          return List.of();
        }
        all.addAll(value);
      }
    }
    return all;
  }

  /**
   * A value: codes and numbers one character after another, needs and languages by name. A street,
   * a person's name, a time: nothing, only a voice can say it.
   */
  static List<Sound> value(Arg arg, UnaryOperator<String> term) {
    return switch (arg) {
      case Arg.Words(String words) when words.matches("[0-9A-Z]( ?[0-9A-Z])*") ->
          words
              .chars()
              .filter(c -> c != ' ')
              .mapToObj(c -> String.valueOf((char) c))
              .map(c -> new Sound(CHARACTER + c.toLowerCase(Locale.ROOT), c))
              .toList();
      case Arg.Term(String key) -> List.of(new Sound(key, term.apply(key)));
      case Arg.LanguageName(Language language) -> {
        String key = LANGUAGE + language.tag();
        yield List.of(new Sound(key, term.apply(key)));
      }
      case Arg.Row(var args, _) -> args.stream().flatMap(a -> value(a, term).stream()).toList();
      case Arg.Words _,
          Arg.Count _,
          Arg.Phrased _,
          Arg.OwnName _,
          Arg.At _,
          Arg.OnDay _,
          Arg.ForPeople _ ->
          List.of();
    };
  }

  /** Marks alone are a pause, not a recording. */
  private static Optional<Sound> piece(String key, int index, Pattern.Plain.Piece piece) {
    String words = piece.literal().replaceFirst("^[^\\p{L}\\p{N}]+", "").strip();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sound(key + "." + (index + 1), words));
  }
}
