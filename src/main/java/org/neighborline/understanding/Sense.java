package org.neighborline.understanding;

/** What a translator's word or phrase stands for. */
sealed interface Sense {
  /** Matches of one topic compete: the longer phrase hides the shorter one within it. */
  enum Topic {
    NEED,
    INTENT,
    URGENCY,
    EMERGENCY,
    PEOPLE,
    TEXT_ONLY,
    GOVERNMENT,
    NUMBER,
    NAME,
    IDEA
  }

  /** How a number in a phrase counts people. */
  enum Counting {
    /** "Family of 5": everyone. */
    TOTAL,
    /** "2 kids": some of them. */
    PART,
    /** "Me and …": one more. */
    SELF
  }

  record Needs(Need need) implements Sense {}

  record Wants(Intent intent) implements Sense {}

  record Hurries(Urgency urgency) implements Sense {}

  record Alarms(Emergency emergency) implements Sense {}

  record Counts(Counting counting) implements Sense {}

  record TextOnly() implements Sense {}

  record AsksIfGovernment() implements Sense {}

  record Number(int value) implements Sense {}

  record Names(org.neighborline.language.Language language) implements Sense {}

  /** A thing that people speak of, told in every language: what the model learns from. */
  record Idea(String name) implements Sense {}

  /** Looks like something of the topic and is not. */
  record Not(Topic of) implements Sense {}

  default Topic topic() {
    return switch (this) {
      case Needs _ -> Topic.NEED;
      case Wants _ -> Topic.INTENT;
      case Hurries _ -> Topic.URGENCY;
      case Alarms _ -> Topic.EMERGENCY;
      case Counts _ -> Topic.PEOPLE;
      case TextOnly _ -> Topic.TEXT_ONLY;
      case AsksIfGovernment _ -> Topic.GOVERNMENT;
      case Number _ -> Topic.NUMBER;
      case Names _ -> Topic.NAME;
      case Idea _ -> Topic.IDEA;
      case Not(Topic of) -> of;
    };
  }
}
