package org.neighborline.simulation;

/** What must be true at every moment of a run, whatever people, the carrier and the machine do. */
public enum Invariant {
  ONE_EFFECT("every text answered with a 200 has exactly one effect"),
  COMES_IN("every text that the carrier has comes in, late or not"),
  NEXT_STEP("no request without a next step or an end"),
  ONE_HOLDER("never two leads hold one request"),
  OPT_OUT("no text starts to someone who opted out"),
  QUIET("no text that we start in quiet hours: only what is urgent, answers, news of the evening"),
  PACE("no number sends faster than its pace"),
  ONCE("no text is sent twice"),
  OUTCOME("every resident who can be reached hears the outcome"),
  ERASED("every number and word is gone when its time is up"),
  NO_FAILURE("no turn and no worker fails"),
  AGREES("turn, outbox and carrier agree, after each crash too");

  private final String sentence;

  Invariant(String sentence) {
    this.sentence = sentence;
  }

  /** The promise in words. */
  public String sentence() {
    return sentence;
  }
}
