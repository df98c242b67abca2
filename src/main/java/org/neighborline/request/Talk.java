package org.neighborline.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Phrase;

/**
 * What is open between whoever has a request and whoever asked for it.
 *
 * @param questions phrases that wait for an answer, the newest last
 * @param warned whether the holder knows that words pass as they are, since the two share no
 *     language
 */
public record Talk(List<Question> questions, boolean warned) {
  static final Talk NEW = new Talk(List.of(), false);

  /** Who asks more than this has no answer to the first any more. */
  private static final int MOST = 4;

  // A talk that an older version stored has none.
  public Talk {
    questions = questions == null ? List.of() : List.copyOf(questions);
  }

  /** The question that a bare key answers. */
  public Optional<Question> newest() {
    return questions.isEmpty() ? Optional.empty() : Optional.of(questions.getLast());
  }

  /** One question more; the same phrase asked again counts once. */
  public Talk asking(Question question) {
    List<Question> now = new ArrayList<>(questions);
    now.removeIf(q -> q.phrase() == question.phrase());
    now.add(question);
    return new Talk(now.subList(Math.max(0, now.size() - MOST), now.size()), warned);
  }

  /** The same without what was answered. */
  public Talk without(Question question) {
    return new Talk(
        questions.stream().filter(q -> q.phrase() != question.phrase()).toList(), warned);
  }

  /** Words came: they answer what words answer. */
  public Talk afterWords() {
    return new Talk(
        questions.stream().filter(q -> q.phrase().wants() != Phrase.Wants.WORDS).toList(), warned);
  }

  public Talk withWarning() {
    return new Talk(questions, true);
  }
}
