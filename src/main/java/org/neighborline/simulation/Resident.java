package org.neighborline.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.neighborline.conversation.Step;
import org.neighborline.language.Language;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.VirtualPhone;
import org.neighborline.understanding.Command;

/** Someone who needs help once, in their language and with their habits. */
final class Resident implements Person {
  /** How someone texts. */
  private enum Habit {
    PROMPT,
    SLOW,
    /** Answers no question. */
    FORGETFUL,
    CARELESS,
    /** Sends one thing in many texts. */
    BURSTY,
    /** Asks again and again how it stands, and hurries. */
    RESTLESS,
    CANCELLING,
    OPTING_OUT,
    FORGETTING,
    /** Goes on in another language. */
    SWITCHING,
    TALKATIVE
  }

  private static final List<Habit> HABITS =
      List.of(
          Habit.PROMPT,
          Habit.PROMPT,
          Habit.PROMPT,
          Habit.PROMPT,
          Habit.PROMPT,
          Habit.PROMPT,
          Habit.SLOW,
          Habit.SLOW,
          Habit.FORGETFUL,
          Habit.CARELESS,
          Habit.CARELESS,
          Habit.BURSTY,
          Habit.BURSTY,
          Habit.RESTLESS,
          Habit.RESTLESS,
          Habit.CANCELLING,
          Habit.OPTING_OUT,
          Habit.FORGETTING,
          Habit.SWITCHING,
          Habit.TALKATIVE,
          Habit.TALKATIVE);

  private static final List<VirtualPhone.Line> LINES =
      List.of(
          VirtualPhone.Line.UNCONFIRMED,
          VirtualPhone.Line.SWITCHED_OFF,
          VirtualPhone.Line.LANDLINE,
          VirtualPhone.Line.FILTERED,
          VirtualPhone.Line.REFUSED,
          VirtualPhone.Line.GONE);

  /** "1 yes, 2 no", in every language. */
  private static final Pattern YES_OR_NO =
      Pattern.compile("(?<!\\d)1(?![\\d:]).*(?<!\\d)2(?![\\d:])", Pattern.DOTALL);

  private static final int MOST_ANSWERS = 12;
  private static final int MOST_ASIDES = 4;
  private static final int HOURS_OF_A_DAY = 24;
  private static final int WAKES = 7;

  private final Crowd crowd;
  private final SplittableRandom random;
  private final VirtualPhone phone;
  private final Language language;
  private final City.Home home;
  private final Habit habit;
  private final String need;
  private boolean answering;
  private boolean isAsked;
  private int answers;
  private int asides;

  Resident(Crowd crowd, int number, PhoneNumber phone, SplittableRandom random) {
    this.crowd = crowd;
    this.random = random;
    City city = crowd.world().city();
    this.home = city.homes().get(random.nextInt(city.homes().size()));
    List<Language> languages = city.configuration().languages();
    // As many ask in English and Spanish as in all other languages together.
    this.language =
        languages.get(
            random.nextInt(2) == 0 ? random.nextInt(2) : random.nextInt(languages.size()));
    this.habit = HABITS.get(random.nextInt(HABITS.size()));
    this.need =
        crowd
            .sayings()
            .say(language, Sayings.NEEDS.get(random.nextInt(Sayings.NEEDS.size())), random);
    VirtualPhone.Line line =
        random.nextInt(100) < 92
            ? VirtualPhone.Line.MOBILE
            : LINES.get(random.nextInt(LINES.size()));
    this.phone =
        new VirtualPhone(
            called(number) + language.tag() + ", " + home.borough() + ")",
            phone,
            VirtualPhone.Role.RESIDENT,
            language.tag(),
            line);
  }

  /** As the transcript calls the resident of this number; a bracket ends the number. */
  static String called(int number) {
    return "Resident " + number + " (";
  }

  @Override
  public String name() {
    return phone.name();
  }

  @Override
  public VirtualPhone phone() {
    return phone;
  }

  /** Asks at some hour of some day, mostly of the waking ones. */
  @Override
  public void begin() {
    int day = random.nextInt(crowd.world().plan().days());
    int hour =
        random.nextInt(10) == 0
            ? random.nextInt(HOURS_OF_A_DAY)
            : WAKES + random.nextInt(HOURS_OF_A_DAY - WAKES);
    Duration when = Duration.ofDays(day).plusHours(hour).plusSeconds(random.nextInt(3600));
    crowd.after(when, this::asks);
  }

  private void asks() {
    String place = home.zip();
    switch (habit) {
      case BURSTY -> {
        crowd.text(this, crowd.sayings().say(language, "hello", random));
        later(3, () -> crowd.text(this, need));
        later(6, () -> crowd.text(this, place));
        later(8, () -> crowd.text(this, crowd.sayings().say(language, "hello", random)));
      }
      case CARELESS -> crowd.text(this, slip(need) + " " + place);
      case TALKATIVE -> crowd.text(this, need);
      default ->
          crowd.text(
              this,
              need + " " + place + (random.nextInt(15) == 0 ? ", " + crowd.someone(random) : ""));
    }
  }

  /** Doubles a letter, or leaves one out. */
  private String slip(String words) {
    int at = random.nextInt(1, words.length());
    boolean whole =
        Character.isLetter(words.charAt(at)) && !Character.isSurrogate(words.charAt(at));
    if (!whole) {
      return words;
    }
    return random.nextBoolean()
        ? words.substring(0, at) + words.charAt(at) + words.substring(at)
        : words.substring(0, at) + words.substring(at + 1);
  }

  @Override
  public void hears(String words) {
    isAsked = YES_OR_NO.matcher(words).find();
    if (answering || answers >= MOST_ANSWERS) {
      return;
    }
    answering = true;
    answers++;
    crowd.after(thinks(), this::answers);
  }

  private Duration thinks() {
    return habit == Habit.SLOW
        ? Duration.ofSeconds(random.nextInt(300, 7200))
        : Duration.ofSeconds(random.nextInt(10, 120));
  }

  private void answers() {
    answering = false;
    Step asked = crowd.asked(this);
    if (habit == Habit.FORGETFUL && !(asked instanceof Step.Idle)) {
      return;
    }
    switch (asked) {
      case Step.AskLanguage _ ->
          crowd.text(
              this,
              Integer.toString(
                  1 + crowd.world().city().configuration().languages().indexOf(language)));
      case Step.AskNeed _ -> crowd.text(this, random.nextInt(3) == 0 ? need : "1");
      case Step.AskPlace _, Step.OfferPlace _, Step.AskNearest _ -> crowd.text(this, place());
      case Step.WhichPlace _, Step.AskSafe _, Step.Told _ -> crowd.text(this, "1");
      case Step.AskAnother _, Step.AskConsent _ ->
          crowd.text(this, random.nextInt(4) == 0 ? "2" : "1");
      case Step.ReadBack _ -> confirms();
      case Step.WhatToChange _ -> crowd.text(this, random.nextBoolean() ? "2" : home.zip());
      case Step.WhoseWords(_) -> {}
      case Step.Idle(), Step.AskThanks _ -> goesOn();
      // What leads are asked; a resident of this crowd leads nobody.
      case Step.AskName _,
          Step.AskShift _,
          Step.AskOfferer _,
          Step.AskNote _,
          Step.AskNews _,
          Step.WhosePhrase _,
          Step.PhrasePage _ -> {}
      case Step.OnCall _ -> {}
    }
  }

  private String place() {
    return habit == Habit.CARELESS && random.nextBoolean() ? home.zip().substring(1) : home.zip();
  }

  private void confirms() {
    switch (random.nextInt(12)) {
      case 0 -> crowd.text(this, "2");
      case 1 -> crowd.text(this, crowd.sayings().word(language, Command.YES, random));
      case 2 -> crowd.text(this, "11");
      case 3 -> crowd.text(this, crowd.sayings().say(language, "talk", random));
      default -> crowd.text(this, "1");
    }
  }

  /** Nothing is asked: what people do while they wait, or when they know. */
  private void goesOn() {
    if (asides >= MOST_ASIDES) {
      return;
    }
    asides++;
    Sayings sayings = crowd.sayings();
    if (isAsked) {
      crowd.text(this, random.nextInt(5) == 0 ? "2" : "1");
      return;
    }
    switch (habit) {
      case RESTLESS ->
          crowd.text(
              this,
              sayings.word(
                  language,
                  switch (random.nextInt(6)) {
                    case 0, 1 -> Command.URGENT;
                    case 2 -> Command.NOTYET;
                    default -> Command.STATUS;
                  },
                  random));
      case CANCELLING ->
          later(
              random.nextInt(1800),
              () -> crowd.text(this, sayings.word(language, Command.DROP, random)));
      case OPTING_OUT ->
          later(
              random.nextInt(3600),
              () ->
                  crowd.text(
                      this,
                      random.nextBoolean()
                          ? "STOP"
                          : sayings.word(language, Command.STOP, random)));
      case FORGETTING ->
          later(
              random.nextInt(7200),
              () -> crowd.text(this, sayings.word(language, Command.FORGET, random)));
      case SWITCHING -> {
        if (asides == 1) {
          crowd.text(this, "English");
        }
      }
      case TALKATIVE -> crowd.text(this, sayings.say(language, "talk", random));
      case PROMPT, SLOW, CARELESS, BURSTY, FORGETFUL -> {
        switch (random.nextInt(12)) {
          case 0, 1 -> crowd.text(this, sayings.say(language, "thanks", random));
          case 2 -> crowd.text(this, Integer.toString(1 + random.nextInt(9)));
          default -> {}
        }
      }
    }
  }

  private void later(int seconds, Runnable act) {
    crowd.after(Duration.ofSeconds(seconds), act);
  }
}
