package org.neighborline.tidy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the repository as a newcomer would hope to find it. Each fault names its file and line. */
final class TidyTest {
  /** Where a file stops being one idea. */
  private static final int MOST_LINES = 400;

  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "node_modules", "data", ".idea", ".vscode", "results");

  /** Written by Maven, changed by nobody. */
  private static final Set<String> GENERATED = Set.of("mvnw", "mvnw.cmd");

  private static final Set<String> TEXT =
      Set.of(
          "java",
          "md",
          "xml",
          "yml",
          "yaml",
          "sql",
          "txt",
          "html",
          "css",
          "js",
          "mjs",
          "json",
          "csv",
          "lua",
          "sh",
          "properties",
          "toml",
          "ftl",
          "config",
          "svg");

  /**
   * Numbers that may stand in the open though somebody could dial them: the keypad spellings of
   * withheld callers, the vectors of the carrier's own documentation of its signature, and help
   * lines that anyone may call.
   */
  private static final Set<String> KNOWN_NUMBERS =
      Set.of(
          // ANONYMOUS, UNAVAILABLE, UNKNOWN, BLOCKED, RESTRICTED
          "+266696687",
          "+86282452253",
          "+8656696",
          "+2562533",
          "+7378742833",
          // signature vectors
          "+14158675310",
          "+14158675309",
          "+18005551212",
          "+12349013030",
          "+15647971089",
          "+13462781879",
          // HOPE line: violence at home
          "+18006214673");

  /** Ranges kept for films, examples and tests: nobody answers there. */
  private static final Pattern FICTION =
      Pattern.compile(
          "\\+1[2-9]\\d{2}55501\\d{2}" // North America
              + "|\\+1500555\\d{4}" // the carrier's own, which fail in documented ways
              + "|\\+447700900\\d{3}|\\+442079460\\d{3}" // Ofcom
              + "|\\+33(1|2|3|4|5)9900\\d{4}|\\+33639980\\d{3}" // Arcep
              + "|\\+614915701\\d{2}"); // ACMA

  private static final Pattern INTERNATIONAL =
      Pattern.compile("(?<![\\w+%.])\\+([1-9]\\d{6,14})\\b");

  private static final Pattern NATIONAL =
      Pattern.compile(
          "(?<![\\w.+/-])(?:\\+?1[-. ])?(?:\\(([2-9]\\d{2})\\) ?|([2-9]\\d{2})[-. ])"
              + "([2-9]\\d{2})[-. ](\\d{4})(?![\\w-])");

  private static final Pattern MACHINE_PATH =
      Pattern.compile(
          "(?<![\\w.$}])/(?:root|work|tmp/h)/|/(?:Users|home)/[a-z]\\w*/|[A-Z]:\\\\Users");

  private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TODO|FIXME|XXX|HACK)\\b");

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (?:(?:final|abstract|sealed|non-sealed|static) )*"
              + "(?:class|record|interface|enum|@interface) (\\w+)",
          Pattern.MULTILINE);

  /** The first method declared after the annotation, whatever its other annotations hold. */
  private static final Pattern TEST_METHOD =
      Pattern.compile(
          "@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\\b.*?"
              + "\\n +(?:public |static )*(?:void|\\w[\\w<>?, ]*) (\\w+)\\(",
          Pattern.DOTALL);

  private static final Pattern PINNED = Pattern.compile("uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\S*");

  private static final Path ROOT = Path.of("").toAbsolutePath();

  private static final List<Source> FILES = read();

  /** One text file of the repository. */
  record Source(String path, String text) {
    boolean isMainJava() {
      return path.startsWith("src/main/java/") && path.endsWith(".java");
    }

    boolean isTestJava() {
      return path.startsWith("src/test/java/") && path.endsWith(".java");
    }

    /** This test has to spell what it forbids. */
    boolean isThisTest() {
      return path.endsWith("/TidyTest.java");
    }

    String at(int line, String what) {
      return path + ":" + line + ": " + what;
    }

    int lineOf(int offset) {
      return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
  }

  @Test
  void no_file_holds_more_than_one_idea() {
    assertNone(
        files(Source::isMainJava)
            .filter(file -> file.text().lines().count() > MOST_LINES)
            .map(file -> file.at(MOST_LINES, "more than " + MOST_LINES + " lines")));
  }

  @Test
  void no_tabs_and_no_spaces_at_line_ends() {
    assertNone(
        files(file -> !GENERATED.contains(file.path()))
            .flatMap(file ->
                lines(
                    file,
                    line -> line.indexOf('\t') >= 0 || line.endsWith(" ") || line.endsWith("\r"),
                    "a tab, or a space at its end")));
  }

  @Test
  void every_file_ends_with_one_line_end() {
    assertNone(
        files(file -> !GENERATED.contains(file.path()) && !file.text().isEmpty())
            .filter(file -> !file.text().endsWith("\n") || file.text().endsWith("\n\n"))
            .map(file -> file.at(file.lineOf(file.text().length()), "ends without one line end")));
  }

  @Test
  void every_package_says_what_it_is_and_is_null_marked() {
    Set<String> folders =
        files(Source::isMainJava)
            .map(file -> file.path().substring(0, file.path().lastIndexOf('/')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertNone(
        folders.stream()
            .filter(folder ->
                files(file -> file.path().equals(folder + "/package-info.java"))
                    .noneMatch(file ->
                        file.text().startsWith("/**") && file.text().contains("\n@NullMarked\n")))
            .map(folder -> folder + ": no package-info.java with a sentence and @NullMarked"));
  }

  @Test
  void every_public_type_opens_with_a_sentence() {
    assertNone(
        files(Source::isMainJava)
            .flatMap(file -> {
              Matcher type = PUBLIC_TYPE.matcher(file.text());
              return type.find() && !hasSentence(file.text().substring(0, type.start()))
                  ? Stream.of(
                      file.at(
                          file.lineOf(type.start()),
                          type.group(1) + " does not say in a sentence what it is for"))
                  : Stream.of();
            }));
  }

  @Test
  void nothing_is_left_for_later() {
    assertNone(
        files(file -> !file.isThisTest() && !GENERATED.contains(file.path()))
            .flatMap(file -> lines(file, UNFINISHED.asPredicate(), "belongs in an issue")));
  }

  @Test
  void no_number_that_somebody_could_answer() {
    assertNone(files(TidyTest::isForPeople).flatMap(TidyTest::realNumbers));
  }

  @Test
  void no_path_of_one_machine() {
    assertNone(
        files(file -> !file.isThisTest() && !GENERATED.contains(file.path()))
            .flatMap(file -> lines(file, MACHINE_PATH.asPredicate(), "a path of one machine")));
  }

  @Test
  void tests_are_sentences_in_snake_case_and_run() {
    assertNone(
        files(Source::isTestJava)
            .filter(file -> !file.isThisTest())
            .flatMap(file ->
                TEST_METHOD
                    .matcher(file.text())
                    .results()
                    .filter(found ->
                        !found.group(1).matches("[a-z][a-z0-9_]*")
                            || !file.path().matches(".*(/Test\\w*|Tests?|TestCase)\\.java"))
                    .map(found ->
                        file.at(
                            file.lineOf(found.start(1)),
                            found.group(1)
                                + ": not in snake_case, or in a file that Surefire skips"))));
  }

  @Test
  void translations_are_composed_utf_8_without_a_mark() {
    assertNone(
        files(file -> file.path().startsWith("translations/"))
            .flatMap(file ->
                lines(
                    file,
                    line ->
                        line.indexOf('\uFEFF') >= 0
                            || !Normalizer.isNormalized(line, Normalizer.Form.NFC),
                    "a byte-order mark, or letters not composed (NFC)")));
  }

  @Test
  void every_action_is_pinned_to_a_commit() {
    assertNone(
        files(file -> file.path().startsWith(".github/workflows/"))
            .flatMap(file ->
                lines(
                    file,
                    line -> line.contains("uses:") && !PINNED.matcher(line).find(),
                    "pin the action to a full commit and name its version")));
  }

  @Test
  void continuous_integration_runs_what_everyone_runs() throws IOException {
    assertThat(Files.readString(ROOT.resolve(".ci/run")))
        .isEqualTo("#!/bin/sh\nexec \"$(dirname \"$0\")/../neighborline\" test\n");
    assertThat(Stream.of(".ci/run", "neighborline", "mvnw", "bench/run", "bench/start"))
        .allSatisfy(path -> assertThat(ROOT.resolve(path)).isExecutable());
  }

  private static boolean isForPeople(Source file) {
    return !file.isThisTest()
        && !GENERATED.contains(file.path())
        && !file.path().startsWith("src/main/resources/");
  }

  private static Stream<String> realNumbers(Source file) {
    return Stream.concat(
            INTERNATIONAL
                .matcher(file.text())
                .results()
                .map(m -> new Dialled(m.start(), m.group())),
            NATIONAL
                .matcher(file.text())
                .results()
                .map(m ->
                    new Dialled(
                        m.start(),
                        "+1"
                            + (m.group(1) == null ? m.group(2) : m.group(1))
                            + m.group(3)
                            + m.group(4))))
        .filter(number -> !FICTION.matcher(number.e164()).matches())
        .filter(number -> !KNOWN_NUMBERS.contains(number.e164()))
        .map(number ->
            file.at(
                file.lineOf(number.offset()),
                number.e164() + " may be somebody's: use 555-0100 to 555-0199"));
  }

  private record Dialled(int offset, String e164) {}

  /** Whether the text before a type ends with a comment of at least one sentence. */
  private static boolean hasSentence(String before) {
    String text = before.replaceAll("(?m)^@\\w+(\\((?:[^()]|\\([^()]*\\))*\\))?\\s*$", "").strip();
    if (!text.endsWith("*/")) {
      return false;
    }
    String comment =
        text.substring(text.lastIndexOf("/**") + 3, text.length() - 2).replaceAll("(?m)^ \\*", "");
    return comment.strip().matches("(?s)[\\p{Lu}\\d{\"“].*?[.:?!](\\s.*)?");
  }

  private static Stream<Source> files(Predicate<Source> which) {
    return FILES.stream().filter(which);
  }

  private static Stream<String> lines(Source file, Predicate<String> bad, String what) {
    List<String> lines = file.text().lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> bad.test(lines.get(i)))
        .mapToObj(i -> file.at(i + 1, what));
  }

  private static void assertNone(Stream<String> faults) {
    List<String> found = faults.toList();
    assertThat(found).as(String.join("\n", found)).isEmpty();
  }

  private static List<Source> read() {
    List<Source> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              // Folders of the build and of a running hotline, but not a package of the same name.
              boolean skipped =
                  NOT_OURS.contains(folder.getFileName().toString())
                      && !folder.startsWith(ROOT.resolve("src"));
              return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (isText(file)) {
                found.add(new Source(relative(file), text(file)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(found);
  }

  private static String relative(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot <= 0 || TEXT.contains(name.substring(dot + 1));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (CharacterCodingException e) {
      throw new AssertionError(relative(file) + ": not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
