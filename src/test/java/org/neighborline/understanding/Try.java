package org.neighborline.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads texts from standard input and prints what we understand: for people who edit words. */
final class Try {
  private Try() {}

  public static void main(String[] args) throws IOException {
    Reader reader = Translations.taught();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Reading r = reader.read(line);
        System.out.printf(
            "%s%n  %s %.2f %s %s | %s %s %s %s %s | cmd %s names %s | %s%n",
            line,
            r.language().map(Object::toString).orElse("und"),
            r.languageConfidence(),
            r.letters(),
            r.script(),
            r.intent(),
            r.needs(),
            r.urgency(),
            r.emergency(),
            r.people(),
            r.command(),
            r.names(),
            r.because());
      }
    }
  }
}
