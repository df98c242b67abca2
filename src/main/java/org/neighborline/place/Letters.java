package org.neighborline.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bones of a word: its consonants, with those that sound alike or that other scripts do not
 * tell apart made one. Names that a person writes as they hear them have the same bones.
 */
final class Letters {
  private static final char NUKTA = '\u093c';
  private static final char BENGALI_NUKTA = '\u09bc';
  private static final int HANGUL = 0xac00;
  private static final int HANGUL_END = 0xd7a3;
  private static final int MEDIALS = 21;
  private static final int FINALS = 28;

  private final Map<Character, String> latin = new HashMap<>();

  /** Rows of a letter and its Latin sound. */
  Letters(List<String[]> rows) {
    for (String[] row : rows) {
      latin.put(Fold.letter(row[0].charAt(0)), row.length > 1 ? row[1] : "");
    }
  }

  /** A folded word of any script in Latin letters, as far as the table goes. */
  String latin(String word) {
    StringBuilder out = new StringBuilder(word.length() * 2);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < '\u0250') {
        out.append(c);
      } else if ((c == NUKTA || c == BENGALI_NUKTA) && out.length() > 0) {
        char plain = out.charAt(out.length() - 1);
        out.setCharAt(out.length() - 1, dotted(plain, c));
      } else if (c >= HANGUL && c <= HANGUL_END) {
        int syllable = c - HANGUL;
        out.append(jamo('\u1100', syllable / (MEDIALS * FINALS)));
        out.append(jamo('\u1161', syllable / FINALS % MEDIALS));
        int last = syllable % FINALS;
        out.append(last == 0 ? "" : jamo('\u11a7', last));
      } else {
        out.append(latin.getOrDefault(c, ""));
      }
    }
    return out.toString();
  }

  /** The sound of a letter of India that has a dot. */
  private static char dotted(char plain, char dot) {
    return switch (plain) {
      case 'j' -> dot == NUKTA ? 'z' : 'y';
      case 'h' -> dot == NUKTA ? 'f' : 'r';
      case 'd' -> 'r';
      default -> plain;
    };
  }

  private String jamo(char first, int n) {
    return latin.getOrDefault((char) (first + n), "");
  }

  /** The bones of a word in Latin letters. */
  static String bones(String word) {
    StringBuilder out = new StringBuilder(word.length());
    char last = 0;
    for (int i = 0; i < word.length(); i++) {
      char bone = bone(word, i);
      if (bone != 0 && bone != last) {
        out.append(bone);
      }
      if (word.charAt(i) == 'x' && bone != 0) {
        out.append('s');
      }
      last = bone == 0 ? last : word.charAt(i) == 'x' ? 's' : bone;
    }
    return out.toString();
  }

  private static char bone(String word, int at) {
    char c = word.charAt(at);
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> at == 0 ? 'a' : 0;
      case 'h' -> at == 0 ? c : 0;
      case 'w' -> at == 0 ? 'b' : 0; // as v, which sounds alike to many
      case 'c' -> at + 1 < word.length() && "eiy".indexOf(word.charAt(at + 1)) >= 0 ? 's' : 'k';
      case 'k', 'q', 'g', 'x' -> 'k';
      case 's', 'z' -> 's';
      case 'f' -> 'p';
      case 'p' -> 'p';
      case 'v' -> 'b';
      case 'l' -> 'r';
      default -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
    };
  }
}
