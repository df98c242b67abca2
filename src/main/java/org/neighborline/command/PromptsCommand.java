package org.neighborline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.audio.PromptFiles;
import org.neighborline.audio.PromptTable;
import org.neighborline.audio.Script;
import org.neighborline.audio.Synthesizer;
import org.neighborline.conversation.House;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What callers hear: recorded, spoken by the carrier, or read by a machine until it is. */
@Command(
    name = "prompts",
    description = "What callers hear: what is recorded, what is missing, and stand-ins for it.",
    mixinStandardHelpOptions = true)
public final class PromptsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without more words: the table. */
  @Override
  public void run() {
    list();
  }

  @Command(
      name = "list",
      description =
          "A line a language: what is recorded, spoken by the carrier, read by a machine, out of"
              + " date or missing; and how many seconds each menu takes.",
      mixinStandardHelpOptions = true)
  void list() {
    Settings settings = Settings.of(System.getenv());
    HotlineFiles files = HotlineParts.files(settings);
    PromptFiles prompts = HotlineParts.prompts(settings, files);
    House house = files.configuration().house().speaking(prompts.spoken());
    out().print(PromptTable.of(prompts, files.catalog(), house));
    out().flush();
  }

  @Command(
      name = "missing",
      description = "What people still have to record, with its words: a file's name and a text.",
      mixinStandardHelpOptions = true)
  void missing(@Parameters(arity = "0..*", paramLabel = "LANGUAGE") @Nullable List<String> named) {
    List<String> languages = named == null ? List.of() : named;
    PromptFiles prompts = prompts();
    for (Script script : chosen(prompts, languages)) {
      for (Script.Line line : script.lines()) {
        if (prompts.source(script.language(), line.name()) != PromptFiles.Source.RECORDED) {
          out().println(script.language() + "/" + line.name() + ".wav\t" + line.words());
        }
      }
    }
  }

  @Command(
      name = "synthesize",
      description =
          "Let espeak-ng and sox read what is missing or out of date, as a stand-in; without a"
              + " LANGUAGE, in those that the carrier has no voice for.",
      mixinStandardHelpOptions = true)
  void synthesize(@Parameters(arity = "0..*", paramLabel = "LANGUAGE") @Nullable List<String> named)
      throws IOException {
    List<String> languages = named == null ? List.of() : named;
    PromptFiles prompts = prompts();
    for (Script script : chosen(prompts, languages)) {
      if (!script.isVoiced() || isNamed(script, languages)) {
        int made =
            new Synthesizer(prompts)
                .synthesize(script, line -> out().println(script.language() + "/" + line.name()));
        out().println(script.language() + ": " + made + " stand-ins made");
      }
    }
  }

  @Command(
      name = "mark",
      description =
          "Note that the recordings of a language say today's texts, once you heard them.",
      mixinStandardHelpOptions = true)
  void mark(@Parameters(arity = "1..*", paramLabel = "LANGUAGE") List<String> languages)
      throws IOException {
    PromptFiles prompts = prompts();
    for (Script script : chosen(prompts, languages)) {
      int marked = new Synthesizer(prompts).mark(script);
      out().println(script.language() + ": " + marked + " recordings noted");
    }
  }

  private static boolean isNamed(Script script, List<String> languages) {
    return languages.contains(script.language().tag());
  }

  private List<Script> chosen(PromptFiles prompts, List<String> languages) {
    List<String> tags = prompts.scripts().stream().map(s -> s.language().tag()).toList();
    languages.stream()
        .filter(tag -> !tags.contains(tag))
        .findFirst()
        .ifPresent(tag -> {
          throw new ParameterException(
              spec.commandLine(), "there is no language '" + tag + "'; there are " + tags);
        });
    return prompts.scripts().stream()
        .filter(s -> languages.isEmpty() || isNamed(s, languages))
        .toList();
  }

  private static PromptFiles prompts() {
    Settings settings = Settings.of(System.getenv());
    return HotlineParts.prompts(settings, HotlineParts.files(settings));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
