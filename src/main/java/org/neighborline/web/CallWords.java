package org.neighborline.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Wait;
import org.neighborline.language.Catalog;
import org.neighborline.language.Language;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.language.Tongue;

/**
 * What a caller hears when a turn fails, in their language: the address of each step names it, so
 * that it is known even while nothing can be read.
 */
final class CallWords {
  /** The parameter of a step's address that holds a language's tag. */
  static final String LANGUAGE = "in";

  /** A caller whose language nobody knows hears it in so many. */
  private static final int MOST_LANGUAGES = 2;

  private final Catalog catalog;

  CallWords(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The address of what comes after an answer, below our public one. */
  static String next(Answer answer) {
    List<Language> said =
        answer.lines().stream().map(line -> line.tongue().language()).distinct().toList();
    // The menu of languages is in all of them.
    String in = said.size() == 1 ? "&" + LANGUAGE + "=" + said.getFirst().tag() : "";
    return "/twilio/voice/step?turn=" + answer.turn() + in;
  }

  /** A sentence, after which the call ends. */
  Answer said(Text text, Optional<String> tag) {
    List<Answer.Line> lines =
        tag.flatMap(catalog::language)
            .map(Stream::of)
            .orElseGet(() -> catalog.languages().stream().limit(MOST_LANGUAGES))
            .map(language -> Answer.Line.of(catalog, Tongue.of(language), Prompt.of(text)))
            .toList();
    return new Answer(lines, new Wait.Nothing(), 0);
  }
}
