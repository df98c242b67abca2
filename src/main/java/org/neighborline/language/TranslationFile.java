package org.neighborline.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the plain-text form of {@code translations/<language>.txt}: {@code [section]} lines, {@code
 * key = value} lines, {@code #} comments, and indented lines that go on with the value above. In
 * {@code [examples]} a line is {@code meaning: text} instead.
 */
public final class TranslationFile {
  private static final String SUFFIX = ".txt";

  private final String file;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Map<String, Translation.Entry>> sections = new LinkedHashMap<>();
  private final List<Example> examples = new ArrayList<>();
  private Map<String, Translation.Entry> section = Map.of();
  private boolean inExamples;
  private String key = "";

  private TranslationFile(String file) {
    this.file = file;
  }

  /** What reading a file came to. */
  public sealed interface Result {
    record Read(Translation translation) implements Result {}

    record Faulty(List<Fault> faults) implements Result {}
  }

  /**
   * Reads one file.
   *
   * @param file its name, {@code es.txt}; the part before the dot is the language's tag
   * @param content all of it, in Unicode's form NFC
   */
  public static Result read(String file, String content) {
    TranslationFile reading = new TranslationFile(file);
    String tag = file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
    if (!Language.isTag(tag)) {
      return new Result.Faulty(
          List.of(
              new Fault(
                  file,
                  0,
                  "the name must be a language tag and .txt, like es.txt or zh-Hans.txt")));
    }
    int number = 0;
    for (String line : (Iterable<String>) content.lines()::iterator) {
      number++;
      reading.line(line, number);
    }
    return reading.faults.isEmpty()
        ? new Result.Read(
            new Translation(new Language(tag), file, reading.sections, reading.examples))
        : new Result.Faulty(reading.faults);
  }

  private void line(String line, int number) {
    String stripped = line.strip();
    if (number == 1 && stripped.startsWith("\uFEFF")) {
      stripped = stripped.substring(1).strip();
    }
    if (stripped.isEmpty() || stripped.startsWith("#")) {
      key = stripped.isEmpty() ? "" : key;
    } else if (stripped.startsWith("[") && stripped.endsWith("]") && !stripped.contains("=")) {
      String name = stripped.substring(1, stripped.length() - 1).strip();
      section = sections.computeIfAbsent(name, _ -> new LinkedHashMap<>());
      inExamples = name.equals(Translation.EXAMPLES);
      key = "";
    } else if (inExamples) {
      example(stripped, number);
    } else if (Character.isWhitespace(line.charAt(0)) && !key.isEmpty()) {
      section.computeIfPresent(
          key,
          (_, entry) ->
              new Translation.Entry((entry.value() + " " + stripped(line)).strip(), entry.line()));
    } else {
      keyAndValue(stripped, number);
    }
  }

  private void example(String line, int number) {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      faults.add(new Fault(file, number, "expected 'meaning: text', like 'thanks: god bless you'"));
      return;
    }
    examples.add(
        new Example(line.substring(0, colon).strip(), line.substring(colon + 1).strip(), number));
  }

  private static String stripped(String line) {
    return line.strip();
  }

  private void keyAndValue(String line, int number) {
    int equals = line.indexOf('=');
    if (equals <= 0) {
      faults.add(
          new Fault(
              file,
              number,
              "expected 'key = value', '[section]' or '# comment'; to go on with the value above, start the line with spaces"));
      return;
    }
    if (sections.isEmpty()) {
      faults.add(new Fault(file, number, "a [section] line must come first"));
      return;
    }
    key = line.substring(0, equals).strip();
    Translation.Entry entry = new Translation.Entry(line.substring(equals + 1).strip(), number);
    Translation.Entry before = section.putIfAbsent(key, entry);
    if (before != null) {
      faults.add(
          new Fault(
              file,
              number,
              "'" + key + "' stands already in line " + before.line() + "; keep one of the two"));
    }
  }
}
