package org.neighborline.understanding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.neighborline.language.Language;

/** From the keys of {@code [words]} and {@code [cues]} to what they mean. */
final class Senses {
  private Senses() {}

  /** What a key of a translation file stands for; empty when we don't know the key. */
  static Optional<Sense> of(String key) {
    int dot = key.indexOf('.');
    String topic = dot < 0 ? key : key.substring(0, dot);
    String id = dot < 0 ? "" : key.substring(dot + 1);
    boolean none = id.equals("none");
    return switch (topic) {
      case "need" -> none ? not(Sense.Topic.NEED) : Need.of(id).map(Sense.Needs::new);
      case "intent" ->
          none ? not(Sense.Topic.INTENT) : named(Intent.values(), id).map(Sense.Wants::new);
      case "urgency" ->
          none ? not(Sense.Topic.URGENCY) : named(Urgency.values(), id).map(Sense.Hurries::new);
      case "emergency" ->
          none ? not(Sense.Topic.EMERGENCY) : named(Emergency.values(), id).map(Sense.Alarms::new);
      case "people" ->
          none
              ? not(Sense.Topic.PEOPLE)
              : named(Sense.Counting.values(), id).map(Sense.Counts::new);
      case "idea" ->
          id.matches("[a-z]+") && !none ? Optional.of(new Sense.Idea(id)) : Optional.empty();
      case "text_only" -> Optional.of(new Sense.TextOnly());
      case "government" -> Optional.of(new Sense.AsksIfGovernment());
      case "number" ->
          id.matches("[0-9]{1,3}")
              ? Optional.of(new Sense.Number(Integer.parseInt(id)))
              : Optional.empty();
      case "language" ->
          Language.isTag(id) ? Optional.of(new Sense.Names(new Language(id))) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The key that stands for a sense: the way back. */
  static String key(Sense sense) {
    return switch (sense) {
      case Sense.Needs(Need need) -> "need." + need.id();
      case Sense.Wants(Intent intent) -> "intent." + lower(intent);
      case Sense.Hurries(Urgency urgency) -> "urgency." + lower(urgency);
      case Sense.Alarms(Emergency emergency) -> "emergency." + lower(emergency);
      case Sense.Counts(Sense.Counting counting) -> "people." + lower(counting);
      case Sense.TextOnly() -> "text_only";
      case Sense.AsksIfGovernment() -> "government";
      case Sense.Number(int value) -> "number." + value;
      case Sense.Names(Language language) -> "language." + language.tag();
      case Sense.Idea(String name) -> "idea." + name;
      case Sense.Not(Sense.Topic of) -> lower(of) + ".none";
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Sense> not(Sense.Topic topic) {
    return Optional.of(new Sense.Not(topic));
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String id) {
    return Arrays.stream(values).filter(value -> lower(value).equals(id)).findFirst();
  }
}
