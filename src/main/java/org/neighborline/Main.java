package org.neighborline;

/** Runs one command of the launcher. */
public final class Main {
  private Main() {}

  static void main(String[] args) {
    System.exit(0);
  }
}
