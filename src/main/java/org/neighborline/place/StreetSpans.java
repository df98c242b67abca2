package org.neighborline.place;

import java.util.Optional;

/** Finds names of streets that end or start at a word of a text. */
final class StreetSpans {
  private static final int MAX_WORDS = 5; // of a street's name

  private final Streets streets;
  private final Words words;

  StreetSpans(Gazetteer city) {
    this.streets = city.parts().streets();
    this.words = city.parts().words();
  }

  /** The longest name that ends before a word. */
  Optional<StreetSpan> backward(Context context, int end) {
    for (int from = Math.max(0, end - MAX_WORDS); from < end; from++) {
      Optional<StreetSpan> span = span(context, from, end);
      if (span.isPresent()) {
        return span;
      }
    }
    return Optional.empty();
  }

  /** The longest name that starts with a word. */
  Optional<StreetSpan> forward(Context context, int from) {
    for (int end = Math.min(context.size(), from + MAX_WORDS); end > from; end--) {
      Optional<StreetSpan> span = span(context, from, end);
      if (span.isPresent()) {
        return span;
      }
    }
    return Optional.empty();
  }

  private Optional<StreetSpan> span(Context context, int from, int end) {
    Phrases<Streets.Ref> names = streets.names();
    int node = Phrases.ROOT;
    for (int i = from; i < end && node != Phrases.NONE; i++) {
      if (i > from && context.tokens().get(i).afterPause() && context.longWord(i - 1)) {
        return Optional.empty();
      }
      node = names.step(node, names.id(context.word(i)));
    }
    if (node == Phrases.NONE || node == Phrases.ROOT || names.at(node).isEmpty()) {
      return Optional.empty();
    }
    Token first = context.tokens().get(from);
    boolean common = end - from == 1 && words.has(first.text(), Words.Use.COMMON);
    boolean number = end - from == 1 && first.isNumber() && !first.ordinal();
    boolean part =
        end - from == 1
            && (context.hasWord(from, Words.Use.DIRECTION)
                || context.hasWord(from, Words.Use.STREET));
    return common || part
        ? Optional.empty()
        : Optional.of(new StreetSpan(from, end, names.at(node), number));
  }
}
