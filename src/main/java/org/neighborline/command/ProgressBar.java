package org.neighborline.command;

import java.io.PrintWriter;

/** Shows on one line how far long work is. */
final class ProgressBar {
  private static final int WIDTH = 40;
  private static final char START_OF_LINE = '\r';

  private final PrintWriter out;
  private final int parts;
  private int shown = -1;

  /**
   * @param parts of how many equal parts the work is
   */
  ProgressBar(PrintWriter out, int parts) {
    this.out = out;
    this.parts = parts;
  }

  /** So many parts are done, and this much of the next, from 0 to 1. */
  void show(int part, double done) {
    int permille = (int) (1000 * (part + done) / parts);
    if (permille != shown) {
      shown = permille;
      int full = WIDTH * permille / 1000;
      out.printf("\r[%s%s] %5.1f %%", "#".repeat(full), ".".repeat(WIDTH - full), permille / 10.0);
      out.flush();
    }
  }

  /** Makes room for words. */
  void clear() {
    out.print(START_OF_LINE);
    out.print(" ".repeat(WIDTH + 12));
    out.print(START_OF_LINE);
    out.flush();
  }
}
