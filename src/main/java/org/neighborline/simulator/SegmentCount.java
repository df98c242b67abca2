package org.neighborline.simulator;

/**
 * What a text is billed by: how many segments it takes, in which alphabet.
 *
 * <p>Counted by packing, since neither an escaped character nor a surrogate pair may straddle two
 * segments: dividing the length under-counts.
 *
 * @param encoding {@code GSM-7} or {@code UCS-2}
 */
record SegmentCount(int segments, String encoding) {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String ESCAPED = "\f^{}\\[~]|€";

  static SegmentCount of(String text) {
    boolean gsm =
        text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || ESCAPED.indexOf((char) c) >= 0);
    return gsm
        ? new SegmentCount(pack(text, true, 160, 153), "GSM-7")
        : new SegmentCount(pack(text, false, 70, 67), "UCS-2");
  }

  private static int pack(String text, boolean gsm, int alone, int part) {
    int total = 0;
    int parts = 1;
    int used = 0;
    int size;
    for (int i = 0; i < text.length(); i += size == 2 && !gsm ? 2 : 1) {
      size = size(text, i, gsm);
      total += size;
      if (used + size > part) {
        parts++;
        used = 0;
      }
      used += size;
    }
    return total <= alone ? 1 : parts;
  }

  private static int size(String text, int i, boolean gsm) {
    if (gsm) {
      return ESCAPED.indexOf(text.charAt(i)) >= 0 ? 2 : 1;
    }
    return Character.charCount(text.codePointAt(i));
  }
}
