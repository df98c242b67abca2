package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parts a text into tokens, in any script. A Han letter is a token by itself. */
final class Tokenizer {
  private static final int ZIP_DIGITS = 5;
  private static final String SIGNS = "&+/@";
  private static final Set<String> ELIDED = Set.of("l", "d", "j", "m", "s", "c", "t", "qu");
  private static final String STOPS = ",.;:!?\n\r、。，،؛।()";

  private final Words words;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private char before;

  private Tokenizer(String text, Words words) {
    this.text = text;
    this.words = words;
  }

  static List<Token> tokens(String text, Words words) {
    return new Tokenizer(text, words).run();
  }

  private List<Token> run() {
    int at = 0;
    while (at < text.length()) {
      char c = Fold.letter(text.charAt(at));
      if (Character.isDigit(c)) {
        at = number(at);
      } else if (isHan(c)) {
        at = han(c, at);
      } else if (isLetter(c)) {
        at = word(at);
      } else {
        sign(c, at);
        at++;
      }
    }
    return tokens;
  }

  /** One letter, or two that are one word, as for an avenue. */
  private int han(char c, int at) {
    String two = at + 1 < text.length() ? "" + c + Fold.letter(text.charAt(at + 1)) : "";
    String word = words.isRespelled(two) ? two : String.valueOf(c);
    add(word, at, at + word.length(), Token.Kind.HAN, false);
    return at + word.length();
  }

  private void sign(char c, int at) {
    if (SIGNS.indexOf(c) >= 0) {
      add(String.valueOf(c), at, at + 1, Token.Kind.SIGN, false);
    } else if (STOPS.indexOf(c) >= 0) {
      before = c == ':' || c == '(' || c == ')' || c == ',' || c == '،' || c == '，' ? ',' : '.';
    } else if (c != Fold.NOTHING && (before == Fold.NOTHING || before == ' ')) {
      before = c <= ' ' ? ' ' : c;
    }
  }

  private int number(int from) {
    int at = from;
    StringBuilder digits = new StringBuilder();
    while (at < text.length()) {
      char c = Fold.letter(text.charAt(at));
      if (Character.isDigit(c)) {
        digits.append(c);
      } else if (c != Fold.NOTHING) {
        break;
      }
      at++;
    }
    int letters = endOfWord(at);
    if (letters > at) {
      String mistyped = digitsOf(from);
      if (!mistyped.isEmpty()) {
        add(mistyped, from, from + ZIP_DIGITS, Token.Kind.NUMBER, false);
        return from + ZIP_DIGITS;
      }
      String tail = folded(at, letters);
      if (words.has(tail, Words.Use.ORDINAL)) {
        add(digits.toString(), from, letters, Token.Kind.NUMBER, true);
        return letters;
      }
    }
    add(digits.toString(), from, at, Token.Kind.NUMBER, false);
    return at;
  }

  /** Five digits with an l for a 1 or an O for a 0 among them, or nothing. */
  private String digitsOf(int from) {
    StringBuilder digits = new StringBuilder();
    int at = from;
    while (at < text.length() && digits.length() <= ZIP_DIGITS) {
      char c = Fold.letter(text.charAt(at));
      char digit = c == 'o' ? '0' : c == 'l' || c == 'i' ? '1' : c;
      if (digit < '0' || digit > '9') {
        break;
      }
      digits.append(digit);
      at++;
    }
    boolean whole = at == text.length() || !isLetter(Fold.letter(text.charAt(at)));
    return whole && digits.length() == ZIP_DIGITS ? digits.toString() : "";
  }

  private int word(int from) {
    int at = endOfWord(from);
    String folded = folded(from, at);
    char first = Fold.letter(text.charAt(from));
    boolean latin = first < '\u0250';
    boolean capital = Character.isUpperCase(text.charAt(from));
    String mistyped = at - from <= 2 && !folded.isEmpty() ? digitsOf(from) : "";
    if (!mistyped.isEmpty()) {
      add(mistyped, from, from + ZIP_DIGITS, Token.Kind.NUMBER, false);
      return from + ZIP_DIGITS;
    }
    String said = latin || folded.length() != ZIP_DIGITS ? "" : saidDigits(folded);
    if (said.length() == ZIP_DIGITS) {
      add(said, from, at, Token.Kind.NUMBER, false);
      return at;
    }
    if (!folded.isEmpty()) {
      tokens.add(
          new Token(
              folded,
              words.canonical(folded),
              from,
              at,
              latin ? Token.Kind.LATIN : Token.Kind.OTHER,
              before,
              capital,
              capital && Character.isUpperCase(text.charAt(at - 1)),
              false));
      before = Fold.NOTHING;
    }
    return at;
  }

  /** The digits of a word that is five of them, as a ZIP is written in Korean. */
  private String saidDigits(String word) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      digits.append(words.digits(word.substring(i, i + 1)));
    }
    return digits.toString();
  }

  private int endOfWord(int from) {
    int at = from;
    while (at < text.length()) {
      char c = Fold.letter(text.charAt(at));
      boolean inside = (isLetter(c) && !isHan(c)) || (c == Fold.NOTHING && at > from);
      boolean apostrophe =
          c == '\''
              && at > from
              && at + 1 < text.length()
              && isLetter(Fold.letter(text.charAt(at + 1)));
      if (!inside && !apostrophe) {
        break;
      }
      if (apostrophe && ELIDED.contains(folded(from, at))) {
        break; // l'hôpital, d'Utica, qu'à
      }
      at++;
    }
    return at;
  }

  private String folded(int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = Fold.letter(text.charAt(i));
      if (c != Fold.NOTHING && c != '\'') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void add(String folded, int from, int to, Token.Kind kind, boolean ordinal) {
    String word = kind == Token.Kind.NUMBER ? folded : words.canonical(folded);
    tokens.add(new Token(folded, word, from, to, kind, before, false, false, ordinal));
    before = Fold.NOTHING;
  }

  private static boolean isHan(char c) {
    return (c >= '\u3400' && c <= '\u9fff') || (c >= '\uf900' && c <= '\ufaff') || c == '々';
  }

  private static boolean isLetter(char c) {
    if (c < '\u0250') {
      return (c >= 'a' && c <= 'z') || (c >= 'à' && c != '÷');
    }
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
