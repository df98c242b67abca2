package org.neighborline.understanding;

/** What a lead can read of a text. */
final class Visible {
  private Visible() {}

  /** Removes what cannot be seen, for a person to read. */
  static String of(String text) {
    boolean clean = true;
    for (int i = 0; i < text.length() && clean; i++) {
      clean = text.charAt(i) >= ' ' && text.charAt(i) < 0x7F;
    }
    if (clean) {
      return text.strip();
    }
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints()
        .filter(Visible::isSeen)
        .forEach(c -> seen.appendCodePoint(c == '\n' || c == '\t' || c == '\r' ? ' ' : c));
    return seen.toString().strip();
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t' || c == '\r';
      // Joiners shape Indic letters and emoji; everything else of this kind only hides.
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }
}
