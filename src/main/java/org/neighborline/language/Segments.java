package org.neighborline.language;

import java.text.Normalizer;
import java.util.Map;

/**
 * What an SMS is billed by: counts segments by packing, as the carrier does, and folds what would
 * cost one for nothing. Tables: 3GPP TS 23.038.
 *
 * @param count how many segments, at least 1
 * @param gsm7 whether the text fits the GSM 7-bit alphabet (else UCS-2)
 */
public record Segments(int count, boolean gsm7) {
  private static final int GSM_SINGLE = 160;
  private static final int GSM_PART = 153;
  private static final int UCS2_SINGLE = 70;
  private static final int UCS2_PART = 67;

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";

  /** Septets by character: 1, 2, or 0 when the alphabet lacks it. */
  private static final byte[] SEPTETS = septets();

  /** Typographic marks and what plain phones write for them. */
  private static final Map<Character, String> PLAIN =
      Map.ofEntries(
          Map.entry('‘', "'"),
          Map.entry('’', "'"),
          Map.entry('‚', ","),
          Map.entry('“', "\""),
          Map.entry('”', "\""),
          Map.entry('„', "\""),
          Map.entry('«', "\""),
          Map.entry('»', "\""),
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('−', "-"),
          Map.entry('…', "..."),
          Map.entry('\u00a0', " "),
          Map.entry('\u202f', " "),
          Map.entry('\u2009', " "),
          Map.entry('\t', " "),
          Map.entry('•', "-"),
          Map.entry('·', "."),
          Map.entry('`', "'"),
          Map.entry('´', "'"));

  /** Letters that no decomposition takes apart. */
  private static final Map<Character, String> UNMARKED =
      Map.of('ł', "l", 'Ł', "L", 'œ', "oe", 'Œ', "OE", 'đ', "d", 'Đ', "D");

  /** Counts a text as it would be sent. */
  public static Segments of(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      int width = width(text.charAt(i));
      if (width == 0) {
        return new Segments(packed(text, false), false);
      }
      septets += width;
    }
    return new Segments(septets <= GSM_SINGLE ? 1 : packed(text, true), true);
  }

  /** Replaces typographic quotes, dashes and spaces by plain ones; nothing else changes. */
  public static String plainMarks(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      String mark =
          text.charAt(i) < 0x80 && text.charAt(i) != '`' && text.charAt(i) != '\t'
              ? null
              : PLAIN.get(text.charAt(i));
      if (mark != null && plain == null) {
        plain = new StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (plain != null) {
        plain.append(mark == null ? String.valueOf(text.charAt(i)) : mark);
      }
    }
    return plain == null ? text : plain.toString();
  }

  /** Takes accents off where that saves a segment; else the text comes back as it was. */
  public static String foldWhereItSaves(String text) {
    Segments before = of(text);
    if (before.gsm7) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      folded.append(width(c) > 0 ? String.valueOf(c) : unmarked(c));
    }
    Segments after = of(folded.toString());
    return after.gsm7 && after.count < before.count ? folded.toString() : text;
  }

  private static String unmarked(char c) {
    String known = UNMARKED.get(c);
    return known != null
        ? known
        : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }

  /** Pairs (a surrogate pair, an escape and its character) never straddle a segment. */
  private static int packed(String text, boolean gsm7) {
    if (!gsm7 && text.length() <= UCS2_SINGLE) {
      return 1;
    }
    int room = gsm7 ? GSM_PART : UCS2_PART;
    int count = 1;
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int units = gsm7 ? 1 : Character.charCount(text.codePointAt(i));
      int width = gsm7 ? width(text.charAt(i)) : units;
      if (used + width > room) {
        count++;
        used = 0;
      }
      used += width;
      i += units;
    }
    return count;
  }

  private static int width(char c) {
    return c < SEPTETS.length ? SEPTETS[c] : 0;
  }

  private static byte[] septets() {
    byte[] septets = new byte['€' + 1];
    BASIC.chars().forEach(c -> septets[c] = 1);
    EXTENDED.chars().forEach(c -> septets[c] = 2);
    return septets;
  }
}
