package org.neighborline.understanding;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Translation;

/**
 * All that a {@link Reader} goes by: the words of the translation files, ready to be found, and
 * what their examples taught. Made from the files in seconds, or read in no time from where it was
 * written before.
 */
public final class Knowledge {
  private final Words words;
  private final Optional<Model> model;

  Knowledge(Words words, Optional<Model> model) {
    this.words = words;
    this.model = model;
  }

  /**
   * Learns it from the translation files.
   *
   * @param translations every language's file, the most usual language first
   * @throws IllegalArgumentException if there are more languages than bits in a long
   */
  public static Knowledge of(List<Translation> translations) {
    Words words = new Words(translations);
    return new Knowledge(words, Optional.of(Learning.model(words, translations)));
  }

  /** The same lessons beside the words of these translations only. */
  public Knowledge withWordsOf(List<Translation> translations) {
    return new Knowledge(new Words(translations), model);
  }

  /** Takes over what was {@link #written}, and goes on reading there. */
  public static Knowledge read(ByteBuffer written) {
    Blot blot = new Blot(written);
    return new Knowledge(Words.read(blot), Optional.of(Model.read(blot)));
  }

  /** All of it, to be read again by the same version of the program. */
  public byte[] written() {
    Ink ink = new Ink();
    words.write(ink);
    model.orElseThrow().write(ink);
    return ink.written();
  }

  Words words() {
    return words;
  }

  Optional<Model> model() {
    return model;
  }
}
