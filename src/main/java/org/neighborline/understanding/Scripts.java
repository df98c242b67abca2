package org.neighborline.understanding;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** The script of a letter, fast for the usual ones, and its ISO 15924 code. */
final class Scripts {
  private static final String CODES =
      "Latn Cyrl Grek Hebr Arab Deva Beng Hang Hani Hira Kana Bopo Thai Laoo Khmr Mymr Tibt Guru"
          + " Gujr Orya Taml Telu Knda Mlym Sinh Ethi Armn Geor Mong Cher Syrc Thaa Tglg";
  private static final Map<UnicodeScript, String> CODE = new EnumMap<>(UnicodeScript.class);

  static {
    for (String code : CODES.split(" ", -1)) {
      CODE.put(UnicodeScript.forName(code), code);
    }
  }

  private Scripts() {}

  static UnicodeScript of(int c) {
    if (c < 0x250) {
      return Character.isLetter(c) ? UnicodeScript.LATIN : UnicodeScript.COMMON;
    }
    if (c >= 0x400 && c < 0x530) {
      return UnicodeScript.CYRILLIC;
    }
    if (c >= 0x4E00 && c < 0xA000) {
      return UnicodeScript.HAN;
    }
    if (c >= 0xAC00 && c < 0xD7A4) {
      return UnicodeScript.HANGUL;
    }
    return UnicodeScript.of(c);
  }

  /** Languages that write a word or a syllable in a letter, without dependable spaces. */
  static boolean isDense(UnicodeScript script) {
    return script == UnicodeScript.HAN || script == UnicodeScript.HANGUL;
  }

  /** Whether vowels are signs on letters, which must stay when marks are folded away. */
  static boolean keepsMarks(int mark) {
    return mark >= 0x900 && mark < 0x1100;
  }

  static String code(UnicodeScript script) {
    return switch (script) {
      case COMMON, INHERITED -> "Zyyy";
      default -> CODE.getOrDefault(script, "Zzzz");
    };
  }
}
