package org.neighborline.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text's ICU pattern, ready to be filled. Most texts have plain gaps only and are joined without
 * ICU's formatter, which costs more than the rest of a turn's words.
 */
sealed interface Pattern {
  /** The text with its gaps filled; counts arrive as numbers, everything else as words. */
  String fill(Map<String, Object> values);

  /** The names of its gaps. */
  Set<String> gaps();

  /** Literal pieces and gaps in turn. */
  record Plain(List<Piece> pieces, Set<String> gaps) implements Pattern {
    record Piece(String literal, String gap) {}

    @Override
    public String fill(Map<String, Object> values) {
      StringBuilder text = new StringBuilder(160);
      for (Piece piece : pieces) {
        text.append(piece.literal);
        if (!piece.gap.isEmpty()) {
          text.append(values.get(piece.gap));
        }
      }
      return text.toString();
    }
  }

  /**
   * Plurals, selections and formats; the formatter is not safe for threads, so each use clones it.
   */
  record Full(MessageFormat format, Set<String> gaps) implements Pattern {
    @Override
    public String fill(Map<String, Object> values) {
      return format.clone().format(values);
    }
  }

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException with ICU's reason when it is none
   */
  static Pattern compile(String text, Locale locale) {
    MessagePattern parsed = new MessagePattern(text);
    Set<String> gaps = new TreeSet<>();
    boolean plain = true;
    for (int i = 0; i < parsed.countParts(); i++) {
      MessagePattern.Part part = parsed.getPart(i);
      switch (part.getType()) {
        case ARG_NAME -> gaps.add(parsed.getSubstring(part));
        case ARG_START -> plain &= part.getArgType() == MessagePattern.ArgType.NONE;
        case ARG_NUMBER ->
            throw new IllegalArgumentException(
                "gaps have names, not numbers: write {code}, not {0}");
        default -> {}
      }
    }
    return plain
        ? new Plain(pieces(parsed), Set.copyOf(gaps))
        : new Full(new MessageFormat(text, locale), Set.copyOf(gaps));
  }

  private static List<Plain.Piece> pieces(MessagePattern parsed) {
    List<Plain.Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    String source = parsed.getPatternString();
    int from = parsed.getPart(0).getLimit();
    for (int i = 1; i < parsed.countParts(); i++) {
      MessagePattern.Part part = parsed.getPart(i);
      switch (part.getType()) {
        case SKIP_SYNTAX -> {
          literal.append(source, from, part.getIndex());
          from = part.getLimit();
        }
        case ARG_START -> literal.append(source, from, part.getIndex());
        case ARG_NAME -> {
          pieces.add(new Plain.Piece(literal.toString(), parsed.getSubstring(part)));
          literal.setLength(0);
        }
        case ARG_LIMIT -> from = part.getLimit();
        case MSG_LIMIT -> literal.append(source, from, part.getIndex());
        default -> {}
      }
    }
    if (!literal.isEmpty()) {
      pieces.add(new Plain.Piece(literal.toString(), ""));
    }
    return List.copyOf(pieces);
  }
}
