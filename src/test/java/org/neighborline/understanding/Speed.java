package org.neighborline.understanding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.neighborline.language.Translation;
import org.neighborline.place.Finding;

/** Measures what reading a text costs: a hand-made benchmark, for a first look. */
final class Speed {
  private static final int ROUNDS = 60;

  private Speed() {}

  public static void main(String[] args) {
    List<Translation> translations = Translations.all();
    long[] builds = new long[12];
    Reader reader = new Reader(translations, _ -> new Finding.NotFound());
    for (int i = 0; i < builds.length; i++) {
      long start = System.nanoTime();
      reader = new Reader(translations, _ -> new Finding.NotFound());
      builds[i] = System.nanoTime() - start;
    }
    long start = System.nanoTime();
    Knowledge knowledge = Knowledge.of(translations);
    System.out.printf(Locale.ROOT, "teaching: %.1f s%n", (System.nanoTime() - start) / 1e9);
    ByteBuffer file = ByteBuffer.wrap(knowledge.written());
    start = System.nanoTime();
    knowledge = Knowledge.read(file);
    System.out.printf(
        Locale.ROOT, "reading what was learned: %.1f ms%n", (System.nanoTime() - start) / 1e6);
    reader = new Reader(knowledge, _ -> new Finding.NotFound());
    System.out.printf(
        Locale.ROOT,
        "build: first of these %.0f ms, last %.0f ms%n",
        builds[0] / 1e6,
        builds[11] / 1e6);
    System.out.printf(Locale.ROOT, "memory: %.1f MB%n", memory(file));
    List<String> texts = new ArrayList<>();
    for (Translation translation : translations) {
      Sample.of(translation.language().tag()).stream()
          .map(Sample::text)
          .filter(text -> text.length() <= 100)
          .forEach(texts::add);
    }
    measure("up to 100 characters", reader, texts);
    List<String> longTexts = new ArrayList<>();
    for (int i = 0; i + 40 < texts.size(); i += 10) {
      String joined = String.join(" ", texts.subList(i, i + 40));
      longTexts.add(joined.substring(0, Math.min(1_600, joined.length())));
    }
    measure("1,600 characters", reader, longTexts);
  }

  private static void measure(String what, Reader reader, List<String> texts) {
    long checksum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (String text : texts) {
        checksum += reader.read(text).needs().size();
      }
    }
    long[] times = new long[texts.size() * ROUNDS];
    int at = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (String text : texts) {
        long start = System.nanoTime();
        checksum += reader.read(text).needs().size();
        times[at++] = System.nanoTime() - start;
      }
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f us, 90 %% %.1f us, 99 %% %.1f us (%d texts, checksum %d)%n",
        what,
        times[times.length / 2] / 1e3,
        times[times.length * 9 / 10] / 1e3,
        times[times.length * 99 / 100] / 1e3,
        texts.size(),
        checksum);
  }

  private static double memory(ByteBuffer file) {
    Reader[] kept = new Reader[4];
    long before = used();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = new Reader(Knowledge.read(file), _ -> new Finding.NotFound());
    }
    double each = (used() - before) / (double) kept.length / 1e6;
    return kept[0].read("x").needs().isEmpty() ? each : 0;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
