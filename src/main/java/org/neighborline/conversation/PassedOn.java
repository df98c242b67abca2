package org.neighborline.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neighborline.group.Lead;
import org.neighborline.language.Arg;
import org.neighborline.language.Language;
import org.neighborline.language.Phrase;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.HelpRequest.Holder;
import org.neighborline.request.Question;
import org.neighborline.understanding.Reading;
import org.neighborline.understanding.When;

/**
 * Free words as the other person gets them: as they were written, marked with their language where
 * lead and resident share none. Nobody translates them; the lead hears once what helps instead.
 * They don't wait for a second word, not even in another script: someone in need would wait with
 * them, and whoever reads them may know whom to ask.
 */
public final class PassedOn {
  private static final double SURE = 0.9;

  private PassedOn() {}

  static Prompt fromLead(Scene scene, Reading reading, Holder holder, Language to, String words) {
    Arg lead = Arg.of(holder.leadName());
    boolean asIs = !holder.reads(to) && isForeign(reading, List.of(to));
    return asIs
        ? new Prompt(
            Text.FROM_LEAD_AS_IS,
            Map.of("lead", lead, "language", language(scene, reading), "words", Arg.of(words)))
        : Prompt.of(Text.FROM_LEAD, "lead", lead, "words", Arg.of(words));
  }

  /**
   * The same with a time that we understood: "in 2 hours" is a phrase, which they can read, and
   * then the words.
   */
  static Prompt promised(Scene scene, Reading reading, Holder holder, Language to, String words) {
    Prompt asIs = fromLead(scene, reading, holder, to, words);
    Optional<Question> time =
        asIs.text() == Text.FROM_LEAD_AS_IS
            ? PhraseGap.fill(scene, Phrase.IN_MINUTES, words, reading)
            : Optional.empty();
    return time.filter(_ -> reading.when().filter(w -> w instanceof When.After).isPresent())
        .map(q ->
            Prompt.of(Text.FROM_LEAD, "lead", Arg.of(holder.leadName()), "words", q.with(words)))
        .orElse(asIs);
  }

  static Prompt fromResident(Scene scene, Reading reading, HelpRequest request, String words) {
    Arg code = LeadFlow.code(request);
    boolean asIs =
        request
            .holder()
            .filter(h -> !h.reads(scene.tongue().language()) && isForeign(reading, h.languages()))
            .isPresent();
    return asIs
        ? new Prompt(
            Text.FROM_RESIDENT_AS_IS,
            Map.of("code", code, "language", language(scene, reading), "words", Arg.of(words)))
        : Prompt.of(Text.FROM_RESIDENT, "code", code, "words", Arg.of(words));
  }

  /** A number is read by all, and some write in the other's language. */
  private static boolean isForeign(Reading reading, List<Language> reads) {
    boolean theirs =
        reading.languageConfidence() >= SURE
            && reading.language().filter(l -> reads.stream().anyMatch(l::isReadLike)).isPresent();
    return !theirs && reading.words().codePoints().anyMatch(Character::isLetter);
  }

  /** What the words are in, as far as they tell; else what their writer writes. */
  private static Arg language(Scene scene, Reading reading) {
    return new Arg.LanguageName(
        reading
            .language()
            .filter(_ -> reading.languageConfidence() >= SURE)
            .orElse(scene.tongue().language()));
  }

  /**
   * What a lead hears when the first such words pass: phrases, and who speaks the language.
   *
   * @param posts the lead's places in trees
   */
  public static Prompt warning(List<Scene.Post> posts, HelpRequest request) {
    Arg code = LeadFlow.code(request);
    Language language = request.tongue().language();
    Arg name = new Arg.LanguageName(language);
    return speaker(posts, language)
        .map(lead ->
            new Prompt(
                Text.OTHER_LANGUAGE_LEAD,
                Map.of("code", code, "language", name, "lead", Arg.of(lead.name()))))
        .orElseGet(() -> Prompt.of(Text.OTHER_LANGUAGE, "code", code, "language", name));
  }

  /** Someone of the lead's own trees who speaks it. */
  private static Optional<Lead> speaker(List<Scene.Post> posts, Language language) {
    return posts.stream()
        .flatMap(p -> p.group().leads().stream())
        .filter(l -> posts.stream().noneMatch(p -> p.lead().contactId() == l.contactId()))
        .filter(l -> l.isReachable() && l.languages().contains(language))
        .findFirst();
  }
}
