package org.neighborline.understanding;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neighborline.language.Translation;

/** Reads all samples and prints what we get right and wrong; {@code main} shows every miss. */
final class Evaluation {
  private final Map<String, Score> bySet = new TreeMap<>();
  private final Score all = new Score();

  static Evaluation run(Reader reader, List<Translation> translations) {
    Evaluation evaluation = new Evaluation();
    for (Translation translation : translations) {
      String set = translation.language().tag();
      for (Sample sample : Sample.of(set)) {
        Reading reading = reader.read(sample.text());
        evaluation.all.add(sample, reading);
        evaluation.bySet.computeIfAbsent(set, _ -> new Score()).add(sample, reading);
      }
    }
    return evaluation;
  }

  Score all() {
    return all;
  }

  /** The table and the confusions. */
  String report() {
    StringBuilder report = new StringBuilder(Score.header()).append('\n');
    bySet.forEach((set, score) -> report.append(score.row(set)).append('\n'));
    report.append(all.row("all")).append("\n\nconfused:\n");
    all.confused.forEach((what, count) -> report.append("%4d  %s%n".formatted(count, what)));
    return report.toString();
  }

  public static void main(String[] only) {
    List<Translation> translations = Translations.all();
    Reader reader = Translations.taught();
    Evaluation evaluation = run(reader, translations);
    evaluation.all.misses.stream()
        .filter(miss ->
            only.length == 0 || List.of(only).contains(miss.substring(0, miss.indexOf(':'))))
        .forEach(System.out::println);
    System.out.println(evaluation.report());
  }
}
