package org.neighborline.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.neighborline.HotlineFiles;
import org.neighborline.language.Check;
import org.neighborline.language.CheckReport;
import org.neighborline.language.CheckScope;
import org.neighborline.language.Fault;
import org.neighborline.language.Translation;
import org.neighborline.language.TranslationFile;
import org.neighborline.simulator.PhonesPage;
import org.neighborline.simulator.SimulatorServer;
import org.neighborline.understanding.Reader;
import org.neighborline.understanding.Reading;

/**
 * {@code check} and {@code understand} for translators without a terminal: a page of the demo on
 * which a translation is written, and seen as phones show it. It keeps nothing.
 */
final class TranslatePage {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nobody mends more at once; a file of something else has a fault in each line. */
  private static final int MOST_FAULTS = 200;

  private final HotlineFiles files;
  private final Path folder;
  private final CheckScope scope;

  /** All of them, read when somebody first asks. */
  private final AtomicReference<List<Translation>> all = new AtomicReference<>(List.of());

  /** Whoever tries words tries several on the same file. */
  private final AtomicReference<Optional<Tried>> tried = new AtomicReference<>(Optional.empty());

  private record Tried(String content, Reader reader) {}

  private TranslatePage(HotlineFiles files, Path folder) {
    this.files = files;
    this.folder = folder;
    this.scope = CheckCommand.scope(files.configuration(), files.city());
  }

  /**
   * The page for a server of phones.
   *
   * @param folder of the translations
   */
  static SimulatorServer.Page of(HotlineFiles files, Path folder) {
    return new SimulatorServer.Page(
        "/translate", "Try a translation", new TranslatePage(files, folder)::routes);
  }

  private void routes(JavalinConfig config) {
    config.routes.get(
        "/translate", context -> PhonesPage.file(context, "translate.html", "text/html"));
    config.routes.get(
        "/translate/translate.css",
        context -> PhonesPage.file(context, "translate.css", "text/css"));
    config.routes.get(
        "/translate/translate.js",
        context -> PhonesPage.file(context, "translate.js", "text/javascript"));
    config.routes.get("/translate/files", this::list);
    config.routes.get("/translate/files/{tag}", this::file);
    config.routes.post("/translate/check", this::check);
    config.routes.post("/translate/understand", this::understand);
  }

  private void list(Context context) throws JsonProcessingException {
    write(
        context,
        files.translations().stream()
            .map(t -> Map.of("tag", t.language().tag(), "name", t.ownName()))
            .toList());
  }

  private void file(Context context) throws IOException {
    String wanted = context.pathParam("tag");
    Translation known =
        files.translations().stream()
            .filter(t -> t.language().tag().equals(wanted))
            .findFirst()
            .orElseThrow(NotFoundResponse::new);
    context
        .contentType("text/plain; charset=utf-8")
        .result(Files.readAllBytes(folder.resolve(known.file())));
  }

  private void check(Context context) throws JsonProcessingException {
    Map<String, Object> answer = new LinkedHashMap<>();
    switch (read(context)) {
      case TranslationFile.Result.Faulty(List<Fault> faults) -> answer.put("faults", told(faults));
      case TranslationFile.Result.Read(Translation translation) -> {
        CheckReport report = Check.of(with(translation), scope);
        answer.put("faults", told(report.faults()));
        answer.put("price", report.price());
        answer.put(
            "editions",
            report.editions().stream()
                .filter(e -> e.language().equals(translation.language().tag()))
                .toList());
      }
    }
    write(context, answer);
  }

  private static List<Map<String, Object>> told(List<Fault> faults) {
    return faults.stream()
        .limit(MOST_FAULTS)
        .map(
            f -> Map.<String, Object>of("file", f.file(), "line", f.line(), "problem", f.problem()))
        .toList();
  }

  private void understand(Context context) throws JsonProcessingException {
    String words = Optional.ofNullable(context.queryParam("words")).orElse("");
    switch (read(context)) {
      case TranslationFile.Result.Faulty(List<Fault> faults) ->
          write(context, Map.of("faults", told(faults)));
      case TranslationFile.Result.Read(Translation translation) -> {
        Reading reading = reader(context.body(), translation).explain(words);
        Map<String, @Nullable Object> fields = UnderstandCommand.fields(reading);
        fields.put("because", reading.because());
        write(context, fields);
      }
    }
  }

  /** One that knows the words as they are written now, and the examples as they were. */
  private Reader reader(String content, Translation translation) {
    Optional<Tried> last = tried.get();
    if (last.isEmpty() || !last.get().content().equals(content)) {
      tried.set(Optional.empty()); // two of them at once would need twice the room
      last = Optional.of(new Tried(content, files.reader().join().withWordsOf(with(translation))));
      tried.set(last);
    }
    return last.get().reader();
  }

  private static TranslationFile.Result read(Context context) {
    String tag = Optional.ofNullable(context.queryParam("tag")).orElse("");
    return TranslationFile.read(tag + ".txt", context.body());
  }

  /** All translations, this one in its place. */
  private List<Translation> with(Translation changed) {
    List<Translation> known =
        all.updateAndGet(read -> read.isEmpty() ? files.withExamples(folder) : read);
    List<Translation> with = new ArrayList<>(known);
    with.replaceAll(t -> t.language().equals(changed.language()) ? changed : t);
    if (!with.contains(changed)) {
      with.add(changed);
    }
    return with;
  }

  private static void write(Context context, Object value) throws JsonProcessingException {
    context.contentType("application/json; charset=utf-8").result(JSON.writeValueAsString(value));
  }
}
