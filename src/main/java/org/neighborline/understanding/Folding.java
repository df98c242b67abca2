package org.neighborline.understanding;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Folds a text to what matching looks at: compatibility forms, case, accents, digits of every
 * script, look-alike letters and hidden characters make no difference.
 */
final class Folding {
  /** Longer texts are read up to here; a carrier passes on at most 1,600. */
  static final int MAX_CHARS = 2_000;

  private static final char NONE = 0;
  private static final char[] BASE = baseLetters();
  // Letters of other alphabets that look Latin, as they stand after lower-casing.
  private static final String LOOKS = "аеорсухіјѕԁвнкмтαβεικμνορτυχ";
  private static final String LATIN = "aeopcyxijsdbhkmtabeikmvoptux";

  private char[] chars;
  private int length;
  private int[] from = new int[32];
  private UnicodeScript[] scripts = new UnicodeScript[32];
  private boolean[] opens = new boolean[32];
  private boolean[] starts = new boolean[32];
  private int count;

  private boolean inToken;
  private boolean digits;
  private boolean mixed;
  private boolean apostrophe;
  private boolean opening = true;
  private boolean spaced = true;
  private boolean asks;

  private Folding(int capacity) {
    chars = new char[capacity];
  }

  static Tokens fold(String text) {
    String raw = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    if (!isAscii(raw) && !Normalizer.isNormalized(raw, Normalizer.Form.NFKC)) {
      raw = Normalizer.normalize(raw, Normalizer.Form.NFKC);
    }
    Folding folding = new Folding(raw.length() + 2);
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      folding.take(c);
    }
    folding.end();
    return folding.tokens(raw);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private void take(int c) {
    if (c < 128) {
      if (c >= 'a' && c <= 'z') {
        letter((char) c, UnicodeScript.LATIN);
      } else if (c >= 'A' && c <= 'Z') {
        letter((char) (c + 32), UnicodeScript.LATIN);
      } else if (c >= '0' && c <= '9') {
        digit((char) c);
      } else {
        mark(c);
      }
      return;
    }
    switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.ENCLOSING_MARK -> {}
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> sign(c);
      case Character.DECIMAL_DIGIT_NUMBER -> digit((char) ('0' + Character.digit(c, 10)));
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.OTHER_LETTER ->
          foreign(c);
      case Character.OTHER_SYMBOL -> symbol(c);
      case Character.MODIFIER_SYMBOL -> {}
      default -> mark(c);
    }
  }

  private void foreign(int c) {
    UnicodeScript script = Scripts.of(c);
    if (Scripts.isDense(script)) {
      if (script == UnicodeScript.HANGUL && (c < 0xAC00 || c > 0xD7A3)) {
        end(); // ㅠㅠ and ㅋㅋ are tears and laughter
        spaced = true;
      } else {
        symbol(c);
        scripts[count - 1] = script;
      }
      return;
    }
    int lower = Character.toLowerCase(c);
    if (lower < BASE.length && BASE[lower] != NONE) {
      letter(BASE[lower], script);
    } else if (lower < 0x10000) {
      letter((char) lower, script);
    } else {
      symbol(lower);
    }
    twin(lower);
  }

  /** Letters that stand for two. */
  private void twin(int lower) {
    switch (lower) {
      case 0xDF -> append('s'); // ß
      case 0x5F0 -> append('ו'); // װ
      case 0x5F1, 0x5F2 -> append('י'); // ױ ײ
      case 0x153, 0xE6 -> append('e'); // œ æ
      default -> {}
    }
  }

  private void letter(char c, UnicodeScript script) {
    if (apostrophe) {
      apostrophe = false;
      if (inToken && (length - from[count - 1] <= 2 || script != UnicodeScript.LATIN)) {
        end();
      }
    }
    if (!inToken || digits) {
      begin(script);
      digits = false;
    }
    mixed |= scripts[count - 1] != script;
    append(c);
  }

  private void digit(char c) {
    apostrophe = false;
    if (!inToken || !digits) {
      begin(UnicodeScript.COMMON);
      digits = true;
    }
    push(c);
  }

  private void sign(int c) {
    boolean nukta = c == 0x93C || c == 0x9BC;
    if (inToken && !digits && Scripts.keepsMarks(c) && !nukta) {
      append(c == 0x901 ? (char) 0x902 : (char) c); // chandrabindu is written either way
    }
  }

  private void symbol(int c) {
    begin(UnicodeScript.COMMON);
    for (char half : Character.toChars(c)) {
      push(half);
    }
    end();
  }

  private void mark(int c) {
    switch (c) {
      case '\'', '’', '‘', '`', 'ʼ', 'ʻ', '׳' -> apostrophe = true;
      case '״', '_' -> {}
      case '?', '؟' -> {
        asks = true;
        close();
      }
      case '.', '!', ';', '\n', '。', '।', '۔', '؛' -> close();
      default -> {
        if (c >= ' ' || c == '\t' || c == '\r') { // other controls hide inside words
          end();
          spaced = true;
        }
      }
    }
  }

  private void close() {
    end();
    spaced = true;
    opening = true;
  }

  private void begin(UnicodeScript script) {
    end();
    if (count + 1 >= from.length) {
      int more = count * 2;
      from = Arrays.copyOf(from, more);
      scripts = Arrays.copyOf(scripts, more);
      opens = Arrays.copyOf(opens, more);
      starts = Arrays.copyOf(starts, more);
    }
    from[count] = length;
    scripts[count] = script;
    opens[count] = opening;
    starts[count] = spaced;
    count++;
    opening = false;
    spaced = false;
    inToken = true;
    mixed = false;
  }

  private void append(char c) {
    boolean third =
        length - from[count - 1] >= 2 && chars[length - 1] == c && chars[length - 2] == c;
    if (!third) { // heeeelp
      push(c);
    }
  }

  private void push(char c) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
    }
    chars[length++] = c;
  }

  private void end() {
    if (inToken && mixed) {
      unmix();
    }
    inToken = false;
    apostrophe = false;
    digits = false;
  }

  /**
   * A word in two alphabets is a disguise or a slip: all its strange letters look Latin, or not.
   */
  private void unmix() {
    int begin = from[count - 1];
    for (int i = begin; i < length; i++) {
      if (chars[i] >= 128 && LOOKS.indexOf(chars[i]) < 0) {
        return;
      }
    }
    for (int i = begin; i < length; i++) {
      int at = LOOKS.indexOf(chars[i]);
      chars[i] = at < 0 ? chars[i] : LATIN.charAt(at);
    }
    scripts[count - 1] = UnicodeScript.LATIN;
  }

  private Tokens tokens(String raw) {
    int[] bounds = Arrays.copyOf(from, count + 1);
    bounds[count] = length;
    return new Tokens(
        raw,
        chars,
        bounds,
        Arrays.copyOf(scripts, count),
        Arrays.copyOf(opens, count),
        Arrays.copyOf(starts, count),
        asks);
  }

  /** Letters without their accents; Arabic letters that keyboards mix up as one. */
  private static char[] baseLetters() {
    char[] base = new char[0x2000];
    for (char c = 0xC0; c < base.length; c++) {
      if (Character.isLetter(c) && (c < 0x900 || c >= 0x1E00)) {
        base[c] = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
      }
    }
    String same = "łl đd øo ıi œo æa ßs ةه ىي کك یي ہه ھه ۃه ےي ۓي ٱا װו ױו ײי";
    for (String pair : same.split(" ", -1)) {
      base[pair.charAt(0)] = pair.charAt(1);
    }
    return base;
  }
}
