package org.neighborline.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neighborline.language.Catalog;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;

/**
 * The recordings of all languages, and which of them a caller hears: a person's if it says today's
 * text, else the carrier's voice, else what a machine read, since a strange voice is better than
 * none. Read once; whoever adds a file starts the hotline again.
 */
public final class PromptFiles {
  static final String STAND_IN = ".standin.wav";
  static final String RECORDED = ".wav";

  /** Where a sound comes from, the best first. */
  public enum Source {
    RECORDED,
    SPOKEN,
    STAND_IN,
    STALE,
    MISSING
  }

  /**
   * One file.
   *
   * @param name with its ending
   * @param sound which sound it says
   * @param isStandIn whether a machine read it
   * @param isStale whether the text has changed since
   * @param seconds its length; empty when it can't be played
   */
  record File(
      String name, String sound, boolean isStandIn, boolean isStale, Optional<Double> seconds) {
    boolean isGood() {
      return seconds.isPresent() && !isStale;
    }
  }

  private final Path folder;
  private final Map<Language, Script> scripts = new LinkedHashMap<>();
  private final Map<Language, Map<String, File>> files = new LinkedHashMap<>();

  private PromptFiles(Path folder) {
    this.folder = folder;
  }

  /** Reads the folders of these languages. */
  public static PromptFiles read(Path folder, Catalog catalog, List<Translation> translations) {
    PromptFiles all = new PromptFiles(folder);
    for (Translation translation : translations) {
      Script script = Script.of(catalog, translation);
      all.scripts.put(script.language(), script);
      all.files.put(script.language(), read(folder.resolve(script.language().tag()), script));
    }
    return all;
  }

  private static Map<String, File> read(Path folder, Script script) {
    Map<String, File> found = new LinkedHashMap<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    Marks marks = Marks.read(folder);
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(RECORDED)).sorted().toList()) {
        File file = file(path, script, marks);
        found.put(file.name(), file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static File file(Path path, Script script, Marks marks) throws IOException {
    String name = path.getFileName().toString();
    boolean isStandIn = name.endsWith(STAND_IN);
    String sound = name.substring(0, name.length() - (isStandIn ? STAND_IN : RECORDED).length());
    byte[] bytes = Files.readAllBytes(path);
    // A person's recording that nobody noted is taken at its word.
    boolean isStale =
        script
            .line(sound)
            .filter(line -> isStandIn || marks.knows(name))
            .filter(line -> !marks.says(name, isStandIn ? line.reading() : line.words()))
            .isPresent();
    return new File(name, sound, isStandIn, isStale, Wav.read(bytes).map(Wav::seconds));
  }

  /** Paths of the files that say these sounds; none when the carrier's voice says them. */
  public List<String> find(Language language, List<String> sounds) {
    Script script = scripts.get(language);
    if (script == null || sounds.isEmpty()) {
      return List.of();
    }
    List<String> paths = new ArrayList<>();
    for (String sound : sounds) {
      Optional<File> best = best(script, sound);
      if (best.isEmpty()) {
        return List.of();
      }
      paths.add(language.tag() + "/" + best.get().name());
    }
    return paths;
  }

  private Optional<File> best(Script script, String sound) {
    Optional<File> recorded = file(script.language(), sound + RECORDED);
    if (script.isVoiced()) {
      return recorded.filter(File::isGood);
    }
    Optional<File> standIn = file(script.language(), sound + STAND_IN);
    return Stream.of(recorded.filter(File::isGood), standIn.filter(File::isGood), recorded, standIn)
        .flatMap(Optional::stream)
        .filter(f -> f.seconds().isPresent())
        .findFirst();
  }

  /** Where a sound of a language comes from today. */
  public Source source(Language language, String sound) {
    Script script = script(language);
    Optional<File> best = best(script, sound);
    boolean hasStale =
        Stream.of(RECORDED, STAND_IN)
            .flatMap(ending -> file(language, sound + ending).stream())
            .anyMatch(File::isStale);
    if (best.isEmpty()) {
      return script.isVoiced() ? (hasStale ? Source.STALE : Source.SPOKEN) : Source.MISSING;
    }
    if (best.get().isStale()) {
      return Source.STALE;
    }
    return best.get().isStandIn() ? Source.STAND_IN : Source.RECORDED;
  }

  /** Whether a whole call can be held in a language. */
  public boolean speaks(Language language) {
    Script script = script(language);
    return script.isVoiced()
        || script.lines().stream().allMatch(line -> best(script, line.name()).isPresent());
  }

  /** Those languages; the others are not offered in calls. */
  public Set<Language> spoken() {
    return scripts.keySet().stream().filter(this::speaks).collect(Collectors.toSet());
  }

  /** How long a sound takes, measured where there is a file, else estimated. */
  public double seconds(Language language, String sound) {
    Script script = script(language);
    return best(script, sound)
        .flatMap(File::seconds)
        .orElseGet(() -> script.line(sound).map(l -> Speech.seconds(l.words())).orElse(0.0));
  }

  /** A file to be served. */
  public Optional<Path> path(String language, String name) {
    return files.entrySet().stream()
        .filter(e -> e.getKey().tag().equals(language))
        .filter(e -> e.getValue().containsKey(name))
        .map(e -> folder.resolve(language).resolve(name))
        .findFirst();
  }

  public Path folder() {
    return folder;
  }

  /** What must be recorded in each language. */
  public List<Script> scripts() {
    return List.copyOf(scripts.values());
  }

  private Script script(Language language) {
    Script script = scripts.get(language);
    if (script == null) {
      throw new IllegalArgumentException("no texts in " + language);
    }
    return script;
  }

  /** A mark of a file's bytes, which another recording cannot have. */
  String mark(Language language, File file) {
    try {
      return Marks.of(Files.readAllBytes(folder.resolve(language.tag()).resolve(file.name())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, File> files(Language language) {
    return files.getOrDefault(language, Map.of());
  }

  private Optional<File> file(Language language, String name) {
    return Optional.ofNullable(files(language).get(name));
  }
}
