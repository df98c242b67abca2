package org.neighborline.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lets espeak-ng read what nobody recorded, and sox make it fit for a phone: 8 kHz, one channel,
 * mu-law, levelled, without silence around it. Both run as programs of their own, where installed.
 */
public final class Synthesizer {
  private static final String SPEED = "145"; // words a minute: slower than espeak's own 175
  private static final List<String> PHONE = List.of("-r", "8000", "-c", "1", "-e", "mu-law");
  private static final List<String> TRIM = List.of("silence", "1", "0.02", "0.3%", "reverse");
  private static final String LEVEL = "-3"; // decibels under full
  private static final String BREATH =
      "0.12"; // seconds after a piece, so that the next stands apart
  private static final long PATIENCE_SECONDS = 30;

  /** A program is missing or fails. */
  public static final class SynthesisException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SynthesisException(String message) {
      super(message);
    }
  }

  private final PromptFiles prompts;

  public Synthesizer(PromptFiles prompts) {
    this.prompts = prompts;
  }

  /**
   * Makes the stand-ins that are missing or stale, and deletes those that no text plays any more.
   *
   * @param tell hears of each
   * @return how many were made
   */
  public int synthesize(Script script, Consumer<Script.Line> tell) throws IOException {
    Path folder = prompts.folder().resolve(script.language().tag());
    String voice =
        script
            .standIn()
            .orElseThrow(() ->
                new SynthesisException(
                    script.language()
                        + ": no voice may stand in; see stand-in under [voice] in its"
                        + " translation"));
    Files.createDirectories(folder);
    Marks marks = Marks.read(folder);
    int made = 0;
    for (Script.Line line : script.lines()) {
      String name = line.name() + PromptFiles.STAND_IN;
      if (!marks.says(name, line.reading()) || !Files.isRegularFile(folder.resolve(name))) {
        tell.accept(line);
        make(voice, line.reading(), folder.resolve(name));
        marks.set(name, line.reading());
        made++;
      }
    }
    for (PromptFiles.File file : prompts.files(script.language()).values()) {
      if (file.isStandIn() && script.line(file.sound()).isEmpty()) {
        Files.delete(folder.resolve(file.name()));
        marks.remove(file.name());
      }
    }
    marks.write(folder);
    return made;
  }

  /** Notes that the recordings of people say today's texts. */
  public int mark(Script script) throws IOException {
    Path folder = prompts.folder().resolve(script.language().tag());
    Marks marks = Marks.read(folder);
    int marked = 0;
    for (PromptFiles.File file : prompts.files(script.language()).values()) {
      var line = script.line(file.sound());
      if (!file.isStandIn() && line.isPresent()) {
        marks.set(file.name(), line.get().words());
        marked++;
      }
    }
    if (marked > 0) {
      marks.write(folder);
    }
    return marked;
  }

  private static void make(String voice, String words, Path file) throws IOException {
    Path raw = Files.createTempFile("neighborline", ".wav");
    try {
      run(words, List.of("espeak-ng", "-v", voice, "-s", SPEED, "-w", raw.toString()));
      run("", sox(raw, file));
    } finally {
      Files.delete(raw);
    }
    if (Wav.read(Files.readAllBytes(file)).isEmpty()) {
      Files.delete(file);
      throw new SynthesisException(file.getFileName() + ": nothing was to be heard");
    }
  }

  private static List<String> sox(Path from, Path to) {
    List<String> command = new ArrayList<>(List.of("sox", "-D", "-V1", from.toString()));
    command.addAll(PHONE);
    command.add(to.toString());
    command.addAll(List.of("highpass", "150"));
    command.addAll(TRIM);
    command.addAll(TRIM);
    command.addAll(List.of("norm", LEVEL, "pad", "0", BREATH));
    return command;
  }

  private static void run(String input, List<String> command) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new SynthesisException(
          command.getFirst()
              + " is not installed; it makes the stand-ins: install espeak-ng and sox");
    }
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new SynthesisException(command.getFirst() + " does not come to an end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SynthesisException(command.getFirst() + " was interrupted");
    }
    if (process.exitValue() != 0) {
      throw new SynthesisException(command.getFirst() + " failed on: " + input);
    }
  }
}
