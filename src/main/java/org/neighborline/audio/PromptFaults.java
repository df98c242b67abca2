package org.neighborline.audio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neighborline.language.Fault;
import org.neighborline.language.Language;

/**
 * What callers would suffer from: a sound that is missing in a language without a voice, one that
 * says an old text, one that no text plays, one that can't be played, two that are the same file.
 */
public final class PromptFaults {
  private static final String MEND = "; run ./neighborline prompts synthesize ";

  private final PromptFiles prompts;
  private final List<Fault> faults = new ArrayList<>();

  /** Whose bytes these were, and what they say. */
  private record Owner(String file, Language language, String words) {}

  private final Map<String, Owner> owners = new HashMap<>();

  private PromptFaults(PromptFiles prompts) {
    this.prompts = prompts;
  }

  /** Every fault there is. */
  public static List<Fault> of(PromptFiles prompts) {
    PromptFaults all = new PromptFaults(prompts);
    prompts.scripts().forEach(all::look);
    return all.faults;
  }

  private void look(Script script) {
    String folder = "prompts/" + script.language().tag();
    List<String> missing =
        script.lines().stream()
            .map(Script.Line::name)
            .filter(name -> prompts.source(script.language(), name) == PromptFiles.Source.MISSING)
            .toList();
    if (!missing.isEmpty()) {
      faults.add(
          new Fault(
              folder,
              0,
              "the carrier has no voice for this language, and "
                  + missing.size()
                  + " of "
                  + script.lines().size()
                  + " sounds are missing, first "
                  + missing.getFirst()
                  + MEND
                  + script.language().tag()));
    }
    prompts.files(script.language()).values().forEach(file -> look(script, folder, file));
  }

  private void look(Script script, String folder, PromptFiles.File file) {
    String name = folder + "/" + file.name();
    Optional<Script.Line> line = script.line(file.sound());
    if (line.isEmpty()) {
      faults.add(new Fault(name, 0, "no text plays this; correct the name or delete it"));
      return;
    }
    if (file.seconds().isEmpty()) {
      faults.add(new Fault(name, 0, "this is no WAV that can be played; record it again"));
    }
    if (file.isStale()) {
      faults.add(
          new Fault(
              name,
              0,
              file.isStandIn()
                  ? "the text has changed" + MEND + script.language().tag()
                  : "the text has changed; record it again, or delete it"));
    }
    Owner owner = new Owner(name, script.language(), line.get().words());
    Owner other = owners.putIfAbsent(prompts.mark(script.language(), file), owner);
    if (other != null
        && !(other.language().equals(owner.language())
            && other.words().equalsIgnoreCase(owner.words()))) {
      faults.add(
          new Fault(name, 0, "the very same sound as " + other.file() + "; one of them is wrong"));
    }
  }
}
