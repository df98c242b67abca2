package org.neighborline.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.language.Language;
import org.neighborline.language.Phrase;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.request.Code;
import org.neighborline.simulator.VirtualPhone;
import org.neighborline.understanding.Command;

/** A lead with a phone: reads what is asked, takes, passes, forgets, does, gives back, rests. */
final class LeadPerson implements Person {
  /** How a lead is. */
  private enum Habit {
    QUICK,
    /** Answers when the time to answer is over. */
    LATE,
    PICKY,
    SILENT
  }

  private static final List<Habit> HABITS =
      List.of(
          Habit.QUICK,
          Habit.QUICK,
          Habit.QUICK,
          Habit.QUICK,
          Habit.QUICK,
          Habit.QUICK,
          Habit.LATE,
          Habit.LATE,
          Habit.PICKY,
          Habit.SILENT);

  /** "A1 take, A2 pass": the same letter before both, in every language. */
  private static final Pattern QUESTION =
      Pattern.compile("([A-HJ-N])1\\b.*\\b\\1\\s*2", Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("(?<![A-Z0-9])[A-Z0-9]{4,5}(?![A-Z0-9])");

  private final Crowd crowd;
  private final SplittableRandom random;
  private final VirtualPhone phone;
  private final Language language;
  private final Habit habit;

  LeadPerson(
      Crowd crowd,
      String name,
      PhoneNumber phone,
      List<Language> languages,
      SplittableRandom random) {
    this.crowd = crowd;
    this.random = random;
    this.language = languages.isEmpty() ? Language.ENGLISH : languages.getFirst();
    this.habit = HABITS.get(random.nextInt(HABITS.size()));
    VirtualPhone.Line line =
        random.nextInt(100) < 97 ? VirtualPhone.Line.MOBILE : VirtualPhone.Line.SWITCHED_OFF;
    this.phone =
        new VirtualPhone(
            name + " " + phone.masked(), phone, VirtualPhone.Role.LEAD, language.tag(), line);
  }

  @Override
  public String name() {
    return phone.name();
  }

  @Override
  public VirtualPhone phone() {
    return phone;
  }

  /** Some days have a rest in them, or a STOP and a change of mind. */
  @Override
  public void begin() {
    int minutes = random.nextInt(Math.max(1, crowd.world().plan().days()) * 24 * 60);
    switch (random.nextInt(20)) {
      case 0 -> at(minutes, () -> crowd.text(this, word(Command.PAUSE) + " 2h"));
      case 1 -> at(minutes, () -> crowd.text(this, word(Command.LIST)));
      case 3 -> {
        at(minutes, () -> crowd.text(this, word(Command.PAUSE) + " 3d"));
        at(minutes + 300, () -> crowd.text(this, word(Command.BACK)));
      }
      case 2 -> {
        at(minutes, () -> crowd.text(this, "STOP"));
        at(minutes + 600, () -> crowd.text(this, "START"));
      }
      default -> {}
    }
  }

  @Override
  public void hears(String words) {
    Matcher question = QUESTION.matcher(words);
    Optional<Code> code = code(words);
    if (question.find() && code.isPresent()) {
      asked(question.group(1), code.get());
    } else if (random.nextInt(40) == 0) {
      at(2, () -> crowd.text(this, crowd.sayings().say(language, "talk", random)));
    }
  }

  private void asked(String letter, Code code) {
    Duration wait =
        switch (habit) {
          case QUICK, PICKY -> Duration.ofSeconds(random.nextInt(20, 420));
          case LATE -> Duration.ofSeconds(random.nextInt(300, 3000));
          case SILENT -> Duration.ofSeconds(random.nextInt(60, 600));
        };
    boolean answers = habit == Habit.SILENT ? random.nextInt(5) == 0 : random.nextInt(20) != 0;
    boolean takes = random.nextInt(10) < (habit == Habit.PICKY ? 4 : 8);
    if (answers) {
      crowd.after(wait, takes ? () -> take(letter, code) : () -> pass(letter));
    }
  }

  private void take(String letter, Code code) {
    switch (random.nextInt(12)) {
      case 0 -> crowd.text(this, letter.toLowerCase(Locale.ROOT) + " 1");
      case 1 -> bare(letter);
      case 2 -> crowd.text(this, with(Command.TAKE, code));
      case 3 -> {
        crowd.text(this, letter + "7");
        at(1, () -> crowd.text(this, letter + "1"));
      }
      case 4 -> crowd.text(this, letter + "1 " + crowd.sayings().say(language, "hello", random));
      case 6 -> crowd.text(this, letter + "1 " + time());
      case 5 -> crowd.text(this, word(Command.MORE));
      default -> crowd.text(this, letter + "1");
    }
    int minutes = random.nextInt(60, 900);
    if (random.nextBoolean()) {
      at(random.nextInt(1, minutes / 3), () -> crowd.text(this, phrase(code)));
    }
    if (random.nextInt(8) == 0) {
      at(random.nextInt(1, minutes), () -> crowd.text(this, aside(code)));
    }
    switch (random.nextInt(14)) {
      case 0 -> {}
      case 1 -> at(minutes / 4, () -> crowd.text(this, with(Command.GIVE, code)));
      case 2 -> at(minutes, () -> crowd.text(this, word(Command.DONE)));
      default -> at(minutes, () -> crowd.text(this, with(Command.DONE, code)));
    }
  }

  /** A sentence by its number; not all leads know what must come after it. */
  private String phrase(Code code) {
    int number = 1 + random.nextInt(Phrase.values().length + 1);
    boolean gap = Phrase.numbered(number).filter(p -> p.gap() != Phrase.Gap.NONE).isPresent();
    String rest = gap && random.nextInt(6) != 0 ? " " + time() : "";
    return "P" + number + rest + (random.nextInt(3) == 0 ? "" : " " + code.text());
  }

  private String time() {
    return random.nextBoolean()
        ? Integer.toString(5 * random.nextInt(1, 12))
        : random.nextInt(1, 9) + ":30 PM";
  }

  /** What leads write while they have something; some of it is about another's request. */
  private String aside(Code code) {
    return switch (random.nextInt(7)) {
      case 0 -> word(Command.PHRASES);
      case 1 -> with(Command.MORE, code);
      case 2 -> with(Command.HAND, code) + " " + name().split(" ")[0];
      case 3 -> with(Command.OPEN, code);
      case 4 -> word(Command.LIST);
      case 5 -> code.text() + " " + crowd.sayings().say(language, "talk", random);
      default -> word(Command.GIVE);
    };
  }

  /** A bare digit may not be clear; a minute later the lead writes what the hotline asks for. */
  private void bare(String letter) {
    crowd.text(this, "1");
    at(1, () -> crowd.text(this, letter + "1"));
  }

  private void pass(String letter) {
    crowd.text(this, letter + "2");
  }

  private String with(Command command, Code code) {
    return word(command) + " " + code.text();
  }

  private String word(Command command) {
    return crowd.sayings().word(language, command, random);
  }

  private static Optional<Code> code(String words) {
    return WORD.matcher(words)
        .results()
        .map(result -> result.group())
        .filter(word ->
            word.chars().anyMatch(Character::isDigit) && word.chars().anyMatch(Character::isLetter))
        .flatMap(word -> Code.parse(word).stream())
        .findFirst();
  }

  private void at(int minutes, Runnable act) {
    crowd.after(Duration.ofMinutes(minutes), act);
  }
}
