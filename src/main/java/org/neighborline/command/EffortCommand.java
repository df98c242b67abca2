package org.neighborline.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.audio.Listening;
import org.neighborline.audio.PromptFiles;
import org.neighborline.report.Effort;
import org.neighborline.report.EffortPlay;
import org.neighborline.report.EffortTable;
import org.neighborline.store.Books;
import org.neighborline.store.Migrations;
import org.neighborline.store.Store;
import org.neighborline.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what help costs who asks for it: keys, seconds, texts, and the hotline's cents. */
@Command(
    name = "effort",
    description =
        "Keys, seconds, texts and cents from first contact to a stored request, in each language,"
            + " by playing the intake with today's texts and prompts.",
    mixinStandardHelpOptions = true)
public final class EffortCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Option(names = "--gate", description = "exit 1 where it is more than we promise")
  private boolean gate;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Settings settings = Settings.of(System.getenv());
    List<Effort> efforts = efforts(settings);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JSON.writeValueAsString(efforts.stream().map(EffortCommand::fields).toList()));
    } else {
      out.print(EffortTable.of(efforts));
    }
    out.flush();
    return gate && !Effort.tooMuch(efforts).isEmpty() ? 1 : 0;
  }

  private static List<Effort> efforts(Settings settings) throws IOException {
    HotlineFiles files = HotlineParts.files(settings);
    PromptFiles prompts = HotlineParts.prompts(settings, files);
    Path folder = Files.createTempDirectory("neighborline-effort");
    try {
      Vault vault = Vault.open(folder.resolve("key"), true);
      String database = "jdbc:sqlite:" + folder.resolve("effort.db");
      try (Store store = Store.openAlone(database, Migrations.ofProgram())) {
        return new EffortPlay(
                new EffortPlay.Parts(
                    store,
                    Books.of(vault),
                    files.catalog(),
                    files.configuration().house().speaking(prompts.spoken()),
                    files.seeds(),
                    files.reader().join()::read,
                    new Listening(prompts, files.catalog()),
                    files.configuration().price()))
            .play();
      }
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static Map<String, Object> fields(Effort effort) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("language", effort.language().tag());
    fields.put("channel", effort.channel().name().toLowerCase(Locale.ROOT));
    fields.put("choices", effort.choices());
    fields.put("keys", effort.keys());
    fields.put("seconds", rounded(effort.seconds()));
    fields.put("call", rounded(effort.call()));
    fields.put("texts", effort.texts());
    fields.put("segments", effort.segments());
    fields.put("cents", rounded(effort.cents()));
    fields.put("stored", effort.stored());
    fields.put("kept", effort.isLittle());
    return fields;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
