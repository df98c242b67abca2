package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the words beside "street" or "avenue" into English ones, where they are in another script:
 * numbers, single letters, and names as they sound.
 */
final class StreetWords {
  private static final int MAX_DIGITS = 3; // of a street's number

  private final Words words;
  private final Letters letters;
  private final StreetsByEar ear;

  StreetWords(Gazetteer city) {
    this.words = city.parts().words();
    this.letters = city.parts().letters();
    this.ear = new StreetsByEar(city);
  }

  /** The same tokens in the order and the words of the city's own names. */
  List<Token> in(List<Token> tokens) {
    return english(numberFirst(tokens));
  }

  /** "Calle 116" as 116 St, so that its kind is not taken for the end of what stands before. */
  private List<Token> numberFirst(List<Token> tokens) {
    List<Token> out = new ArrayList<>(tokens);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token kind = tokens.get(i);
      Token number = tokens.get(i + 1);
      boolean leads =
          words.has(kind.text(), Words.Use.LEADING)
              && number.isNumber()
              && number.text().length() <= MAX_DIGITS
              && !number.afterPause();
      if (leads) {
        out.set(i, number.at(kind.start(), number.end(), kind.before()));
        out.set(i + 1, kind.at(kind.start(), number.end(), ' '));
      }
    }
    return out;
  }

  private List<Token> english(List<Token> tokens) {
    boolean street = tokens.stream().anyMatch(this::isStreet);
    if (!street || tokens.stream().noneMatch(StreetWords::isForeign)) {
      return tokens;
    }
    List<Token> out = new ArrayList<>(tokens.size() + 2);
    int at = 0;
    while (at < tokens.size()) {
      int end = endOfNumber(tokens, at);
      if (end == at && isOrder(tokens, at)) {
        at++; // the Chinese letter before a number that tells an order
      } else if (end > at) {
        Token last = tokens.get(end - 1);
        out.add(tokens.get(at).as(String.valueOf(number(tokens, at, end)), last.end()));
        at = end;
      } else {
        out.addAll(named(tokens, at));
        at++;
      }
    }
    return out;
  }

  private boolean isStreet(Token token) {
    return words.has(token.word(), Words.Use.STREET);
  }

  private static boolean isForeign(Token token) {
    boolean other = token.kind() == Token.Kind.OTHER || token.kind() == Token.Kind.HAN;
    return other && token.word().charAt(0) > '\u0250';
  }

  private boolean isOrder(List<Token> tokens, int at) {
    return words.has(tokens.get(at).text(), Words.Use.ORDINAL)
        && tokens.get(at).kind() == Token.Kind.HAN
        && at + 1 < tokens.size()
        && (tokens.get(at + 1).isNumber() || endOfNumber(tokens, at + 1) > at + 1);
  }

  private boolean streetAt(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() && isStreet(tokens.get(at));
  }

  /** One past the number words from here on, when a street's kind follows them. */
  private int endOfNumber(List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size()
        && isForeign(tokens.get(at))
        && !words.digits(tokens.get(at).text()).isEmpty()) {
      at++;
    }
    return at > from && streetAt(tokens, at) ? at : from;
  }

  /** A number as it is said: digits, tens and hundreds. */
  private int number(List<Token> tokens, int from, int to) {
    int sum = 0;
    int last = 0;
    for (int i = from; i < to; i++) {
      int value = Integer.parseInt(words.digits(tokens.get(i).text()));
      if (value >= 10) {
        sum += Math.max(1, last) * value;
        last = 0;
      } else {
        last = last * 10 + value;
      }
    }
    return sum + last;
  }

  private List<Token> named(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean beside = streetAt(tokens, at + 1) || streetAt(tokens, at - 1) || joined(tokens, at);
    if (token.kind() != Token.Kind.OTHER || !isForeign(token) || !beside || isSmall(token)) {
      return List.of(token);
    }
    if (token.word().length() == 1) {
      String letter = letters.latin(token.word());
      return letter.isEmpty() ? List.of(token) : List.of(token.as(letter, token.end()));
    }
    List<Token> whole = heard(token, token.word());
    return whole.isEmpty() ? afterAnd(token) : whole;
  }

  /** A word after which a street follows that starts with "and", as in Arabic. */
  private List<Token> afterAnd(Token token) {
    String and = token.word().substring(0, 1);
    if (!words.has(and, Words.Use.AND)) {
      return List.of(token);
    }
    String rest = words.canonical(token.word().substring(1));
    List<Token> street =
        rest.charAt(0) < '\u0250' ? List.of(token.as(rest, token.end())) : heard(token, rest);
    if (street.isEmpty()) {
      return List.of(token);
    }
    List<Token> out = new ArrayList<>();
    out.add(token.as(and, token.end()));
    out.addAll(street);
    return out;
  }

  private List<Token> heard(Token token, String word) {
    Optional<List<String>> name = ear.like(word);
    List<Token> parts =
        name.stream().flatMap(List::stream).map(part -> token.as(part, token.end())).toList();
    return parts.size() < 2
        ? parts
        : Stream.concat(parts.stream().limit(1), parts.stream().skip(1).map(Token::inside))
            .toList();
  }

  private boolean joined(List<Token> tokens, int at) {
    return (at > 0 && words.has(tokens.get(at - 1).text(), Words.Use.AND))
        || (at + 1 < tokens.size() && words.has(tokens.get(at + 1).text(), Words.Use.AND));
  }

  private boolean isSmall(Token token) {
    return words.has(token.text(), Words.Use.NEAR)
        || words.has(token.text(), Words.Use.AND)
        || words.has(token.text(), Words.Use.AFTER)
        || words.has(token.text(), Words.Use.COMMON)
        || words.has(token.text(), Words.Use.LANDMARK)
        || words.has(token.text(), Words.Use.STATION);
  }
}
