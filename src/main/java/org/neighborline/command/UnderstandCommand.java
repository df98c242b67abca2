package org.neighborline.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.neighborline.Settings;
import org.neighborline.language.Language;
import org.neighborline.place.Finding;
import org.neighborline.place.Place;
import org.neighborline.understanding.Emergency;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Reader;
import org.neighborline.understanding.Reading;
import org.neighborline.understanding.Urgency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what texts mean to the hotline: lines in, JSON lines out. */
@Command(
    name = "understand",
    description =
        "Read a text a line from standard input and print what it means, a JSON object a line.",
    mixinStandardHelpOptions = true)
public final class UnderstandCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(
      names = "--explain",
      description = "say which words decided, and where the examples did, by which pieces")
  private boolean explain;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Reader reader = HotlineParts.reader(Settings.of(System.getenv()));
    PrintWriter out = spec.commandLine().getOut();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      out.println(json(explain ? reader.explain(line) : reader.read(line)));
    }
    return 0;
  }

  private String json(Reading reading) throws JsonProcessingException {
    Map<String, @Nullable Object> fields = fields(reading);
    if (explain) {
      fields.put("because", reading.because());
    }
    return JSON.writeValueAsString(fields);
  }

  /** What a text means, as JSON has it. */
  static Map<String, @Nullable Object> fields(Reading reading) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("language", reading.language().map(Language::tag).orElse("und"));
    fields.put("languageConfidence", rounded(reading.languageConfidence()));
    fields.put("script", reading.script());
    fields.put("intent", reading.intent().id());
    fields.put("needs", reading.needs().stream().map(Need::id).toList());
    fields.put("place", place(reading.place()));
    fields.put(
        "urgent", reading.urgency() == Urgency.URGENT || reading.emergency() != Emergency.NONE);
    fields.put("emergency", reading.emergency() != Emergency.NONE);
    return fields;
  }

  /** The place as JSON; null when the words hold none. */
  static @Nullable Map<String, @Nullable Object> place(Finding finding) {
    return switch (finding) {
      case Finding.Found(Place place) -> place(place);
      case Finding.Outside(Place place) -> place(place);
      case Finding.Ambiguous(List<Place> choices) -> {
        Map<String, @Nullable Object> fields = place(choices.getFirst());
        fields.put("candidates", choices.stream().map(UnderstandCommand::place).toList());
        yield fields;
      }
      case Finding.NotFound() -> null;
    };
  }

  static Map<String, @Nullable Object> place(Place place) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("kind", place.kind().id());
    fields.put("zip", orNull(place.zip()));
    fields.put("neighborhood", orNull(place.neighborhood()));
    fields.put("borough", orNull(place.borough()));
    fields.put("lat", place.point().lat());
    fields.put("lon", place.point().lon());
    fields.put("confidence", rounded(place.confidence()));
    return fields;
  }

  private static @Nullable String orNull(Optional<String> value) {
    return value.isPresent() ? value.get() : null;
  }

  private static double rounded(double confidence) {
    return Math.round(confidence * 100) / 100.0;
  }
}
