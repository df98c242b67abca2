package org.neighborline.place;

import java.text.Normalizer;

/**
 * Makes one letter of many: lower case, no accents, no vowel points, ASCII digits, full-width forms
 * narrowed. A letter folds to one letter or to nothing, so offsets into the text stay true.
 */
final class Fold {
  /** What a mark that is no letter of its own folds to. */
  static final char NOTHING = '\0';

  private static final int TABLE_SIZE = 0x700; // Latin, Greek, Cyrillic, Hebrew, Arabic
  private static final char[] TABLE = table();
  private static final int HANGUL = 0xac00;
  private static final int HANGUL_END = 0xd7a3;
  private static final int MEDIALS = 21;
  private static final int FINALS = 28;
  private static final int S = 9; // the place of a consonant, and of vowels, in their order
  private static final int AE = 1;
  private static final int YAE = 3;
  private static final int E_AFTER_AE = 4;
  private static final int WI = 16;
  private static final int I = 20;

  /** Letters of Devanagari and Bengali that foreign names are written with either way, in pairs. */
  private static final String ALIKE_IN_INDIA =
      "\u0908\u0907\u090a\u0909\u0940\u093f\u0942\u0941\u0923\u0928\u0937\u0936\u0901\u0902"
          + "\u0988\u0987\u098a\u0989\u09c0\u09bf\u09c2\u09c1\u09a3\u09a8\u09b7\u09b6\u09af\u099c";

  private Fold() {}

  static char letter(char c) {
    if (c < TABLE_SIZE) {
      return TABLE[c];
    }
    return switch (c) {
      case '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff' -> NOTHING;
      case '\u2018', '\u2019' -> '\'';
      case '\u2013', '\u2014', '\u2010', '\u2011', '\u05be' -> '-';
      default -> uncommon(c);
    };
  }

  private static char uncommon(char c) {
    if ((c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069')) {
      return NOTHING; // direction marks
    }
    if (c >= '\ufe00' && c <= '\ufe0f') {
      return NOTHING; // variation selectors
    }
    if (c >= '\uff01' && c <= '\uff5e') {
      return letter((char) (c - 0xfee0)); // full-width forms
    }
    if ((c >= '\u1e00' && c <= '\u1fff') || (c >= '\ufb1d' && c <= '\ufefc')) {
      return decomposed(c); // more Latin and Greek; presentation forms of Hebrew and Arabic
    }
    if (c >= HANGUL && c <= HANGUL_END) {
      return hangul(c);
    }
    int india = ALIKE_IN_INDIA.indexOf(c);
    if (india >= 0) {
      return ALIKE_IN_INDIA.charAt(india | 1);
    }
    int digit = Character.digit(c, 10);
    return digit >= 0 ? (char) ('0' + digit) : c;
  }

  /** A syllable as foreign names are written by most: tense sounds plain, ae as e, swi as si. */
  private static char hangul(char c) {
    int syllable = c - HANGUL;
    int first = syllable / (MEDIALS * FINALS);
    int medial = syllable / FINALS % MEDIALS;
    int plain =
        switch (first) {
          case 1 -> 15; // kk
          case 4 -> 16; // tt
          case 8 -> 17; // pp
          case 10 -> S;
          case 13 -> 14; // jj
          default -> first;
        };
    int vowel = medial == AE || medial == YAE ? medial + E_AFTER_AE : medial;
    boolean swi = plain == S && medial == WI;
    int one = plain * MEDIALS + (swi ? I : vowel);
    return (char) (HANGUL + one * FINALS + syllable % FINALS);
  }

  private static char[] table() {
    char[] table = new char[TABLE_SIZE];
    for (char c = 0; c < TABLE_SIZE; c++) {
      table[c] = c < 0x80 ? Character.toLowerCase(c) : decomposed(c);
    }
    String special = "łlŁløoØođdĐdıiæaÆaœoŒoßsÞtþtэеЭе`'ˈ'ʼ'ʻ'´'׳'کكیيىيہهھهەهےيےيةهټتڈدڑرںنאא";
    for (int i = 0; i + 1 < special.length(); i += 2) {
      table[special.charAt(i)] = special.charAt(i + 1);
    }
    table['\u05be'] = '-'; // the Hebrew hyphen
    table['\u00ad'] = NOTHING; // the soft hyphen
    table['\u0640'] = NOTHING; // the Arabic stretch
    return table;
  }

  private static char decomposed(char c) {
    if (c == 'º' || c == 'ª') {
      return c == 'º' ? 'o' : 'a';
    }
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
    for (int i = 0; i < parts.length(); i++) {
      if (!isPoint(parts.charAt(i))) {
        return Character.toLowerCase(parts.charAt(i));
      }
    }
    return NOTHING;
  }

  /** Accents and vowel points; the vowel signs of Indian scripts are letters here. */
  private static boolean isPoint(char c) {
    return c < TABLE_SIZE && Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
