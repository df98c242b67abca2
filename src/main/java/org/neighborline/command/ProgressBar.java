package org.neighborline.command;

import java.io.PrintWriter;

/** Tells on a terminal how far long work is, in one line that ends as it began: empty. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private static final int FULL = 100;

  private final PrintWriter out;
  private String shown = "";

  ProgressBar(PrintWriter out) {
    this.out = out;
  }

  void show(String what, long done, long all) {
    int percent = (int) Math.min(FULL, FULL * done / Math.max(1, all));
    int filled = WIDTH * percent / FULL;
    String line =
        "["
            + "#".repeat(filled)
            + "-".repeat(WIDTH - filled)
            + "] %3d %% ".formatted(percent)
            + what;
    if (!line.equals(shown)) {
      out.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
      out.flush();
      shown = line;
    }
  }

  /** Takes the line away, for what comes after it. */
  void clear() {
    out.print("\r" + " ".repeat(shown.length()) + "\r");
    out.flush();
    shown = "";
  }
}
