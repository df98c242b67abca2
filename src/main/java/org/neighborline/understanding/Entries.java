package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.List;

/**
 * What a translator writes in a list, taken apart. {@code grocer*} is every word that begins so,
 * {@code ..} up to three words between, {@code #} a number, {@code hit/hits/beat*} one of these,
 * and {@code ~} before an entry says that it counts only where nothing clearer is said.
 */
final class Entries {
  /** So many phrases may one entry with alternatives stand for. */
  static final int MOST_PHRASES = 400;

  private Entries() {}

  /** A word of a phrase: a gap, a number, or letters that are all of a word or its beginning. */
  record Piece(int mark, String letters, boolean stem) {
    static final Piece GAP = new Piece(Phrases.GAP, "", false);
    static final Piece NUMBER = new Piece(Phrases.NUMBER, "", false);
  }

  static boolean isWeak(String entry) {
    return entry.startsWith("~");
  }

  /**
   * The phrases that an entry stands for.
   *
   * @param open whether the last word of a phrase may have an ending
   */
  static List<List<Piece>> phrases(String entry, boolean open) {
    String words = isWeak(entry) ? entry.substring(1) : entry;
    if (words.indexOf('#') >= 0 || words.contains("..")) {
      words = words.replace("#", " # ").replace("..", " .. ");
    }
    List<List<Piece>> phrases = List.of(List.of());
    for (String part : words.strip().split("\\s+", -1)) {
      List<List<Piece>> longer = new ArrayList<>();
      for (String alternative : part.split("/", -1)) {
        List<Piece> pieces = pieces(alternative);
        for (List<Piece> phrase : phrases) {
          List<Piece> next = new ArrayList<>(phrase);
          next.addAll(pieces);
          longer.add(next);
        }
      }
      phrases = longer.size() > MOST_PHRASES ? longer.subList(0, MOST_PHRASES) : longer;
    }
    return phrases.stream()
        .filter(Entries::isUsable)
        .map(phrase -> open ? opened(phrase) : phrase)
        .toList();
  }

  private static List<Piece> opened(List<Piece> phrase) {
    Piece last = phrase.getLast();
    boolean may =
        phrase.size() > 1
            && last.mark() == 0
            && last.letters().length() > 2
            && last.letters().charAt(0) >= 0x530; // Latin letters have the star for it
    if (!may) {
      return phrase;
    }
    List<Piece> opened = new ArrayList<>(phrase.subList(0, phrase.size() - 1));
    opened.add(new Piece(0, last.letters(), true));
    return opened;
  }

  private static boolean isUsable(List<Piece> phrase) {
    return phrase.stream().anyMatch(p -> p.mark() == 0)
        && !phrase.getFirst().equals(Piece.GAP)
        && !phrase.getLast().equals(Piece.GAP);
  }

  private static List<Piece> pieces(String part) {
    if (part.equals("..")) {
      return List.of(Piece.GAP);
    }
    if (part.equals("#")) {
      return List.of(Piece.NUMBER);
    }
    boolean stem = part.endsWith("*");
    Tokens tokens = Folding.fold(part);
    List<Piece> pieces = new ArrayList<>(tokens.count());
    for (int i = 0; i < tokens.count(); i++) {
      boolean last = i == tokens.count() - 1;
      pieces.add(
          new Piece(0, tokens.text(i), stem && last && !Scripts.isDense(tokens.scripts()[i])));
    }
    return pieces;
  }
}
