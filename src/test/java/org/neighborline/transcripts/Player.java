package org.neighborline.transcripts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.HotlineFiles;
import org.neighborline.carrier.Carrier;
import org.neighborline.conversation.Answer;
import org.neighborline.conversation.Delivery;
import org.neighborline.conversation.Event;
import org.neighborline.conversation.Wait;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.switchboard.Inbound;

/**
 * Plays a page and writes down how it really went. See the README beside the pages for what a line
 * can be.
 */
final class Player implements AutoCloseable {
  private static final Pattern SAID = Pattern.compile("([\\p{L}]*)> ?(.*)");
  private static final Pattern HEARD = Pattern.compile("([\\p{L}]*)< ?(.*)");
  private static final Pattern PASSES =
      Pattern.compile("~ (back )?(\\d+) (second|minute|hour|day)s?|~ until (\\d\\d:\\d\\d)");
  private static final Pattern HAPPENS = Pattern.compile("\\* ([a-z]+) ?(.*)");
  private static final Pattern SPEAKS =
      Pattern.compile("speaks (\\d+) s(, hangs up)?(?:, presses ([0-9*#]))?");
  private static final Pattern LONG = Pattern.compile("(.*?)\\.\\.\\.(\\d+)");
  private static final String PICTURE = "[picture]";

  /** A resident's phone, a caller's, and a caller's who withholds the number. */
  private static final String RESIDENT = "";

  private static final String CALL = "call";

  /** What someone does on the phone stands in brackets: "Ana> (picks up)". */
  private static final Pattern BY_PHONE = Pattern.compile("\\((.*)\\)");

  private static final String BLOCKED = "blocked";
  private static final int UNREACHABLE = 30003;

  /** Numbers that nobody has start here. */
  private static final long NOBODYS = 9_175_550_160L;

  private final Page page;
  private final Hotline hotline;
  private final Facts facts;
  private final boolean doubled;
  private final Map<String, PhoneNumber> phones = new LinkedHashMap<>();
  private final Map<String, Integer> turns = new LinkedHashMap<>();
  private final Map<String, String> calls = new LinkedHashMap<>();
  private final List<String> played = new ArrayList<>();
  private final Lines lines = new Lines(this);
  private final Set<String> ended = new HashSet<>();
  private int keys;
  private Optional<Inbound> last = Optional.empty();
  private Answer answered = Answer.SILENCE;

  /**
   * @param doubled whether every webhook comes twice, which must change nothing
   */
  Player(Page page, boolean doubled) {
    HotlineFiles files = City.with(page.configuration());
    this.page = page;
    this.hotline = new Hotline(files, page);
    this.facts = new Facts(hotline);
    this.doubled = doubled;
    phones.put(RESIDENT, new PhoneNumber("+17185550199"));
    files
        .seeds()
        .forEach(seed -> seed.leads().forEach(lead -> phones.put(lead.name(), lead.phone())));
    // Who speaks later on the page may be written to before.
    page.lines().stream()
        .map(SAID::matcher)
        .filter(Matcher::matches)
        .map(said -> said.group(1))
        .filter(who -> !who.equals(CALL) && !who.equals(BLOCKED))
        .forEach(this::phone);
  }

  /** The page as it really went. */
  String play() {
    for (String line : page.lines()) {
      if (!HEARD.matcher(line).matches()) {
        one(line);
      }
    }
    return page.whole(played);
  }

  private void one(String line) {
    Matcher said = SAID.matcher(line);
    if (line.startsWith("! ")) {
      played.add("! " + facts.answer(line.substring(2)));
      return;
    }
    played.add(line);
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.equals("= again")) {
      again();
    } else if (said.matches()) {
      said(said.group(1), plain(said.group(2)));
    } else if (line.startsWith("~ ")) {
      passes(line);
    } else if (line.startsWith("* ")) {
      happens(line);
    } else {
      throw new IllegalArgumentException(page.name() + ": what is this line? " + line);
    }
  }

  // ---- what people do ----

  private void said(String who, String words) {
    Matcher byPhone = BY_PHONE.matcher(words);
    if (who.equals(CALL) || who.equals(BLOCKED)) {
      call(who, words);
    } else if (byPhone.matches()) {
      lines.act(who, byPhone.group(1));
    } else {
      text(who, words);
    }
    hotline.send();
    arrived();
  }

  private void text(String who, String typed) {
    boolean picture = typed.startsWith(PICTURE);
    String words = picture ? typed.substring(PICTURE.length()).strip() : typed;
    Event.Answered event = new Event.Answered(hotline.read(words), picture);
    tell(who, take(Inbound.text("SM" + ++keys, phone(who), event)).text());
  }

  private void call(String who, String does) {
    if (does.equals("arrives")) {
      calls.put(who, "CA" + ++keys);
      turns.put(who, 0);
    }
    if (does.equals("hangs up") && lines.isPutThrough(who)) {
      step(who, Integer.toString(turns.get(who)), lines.left(who));
    }
    String step = does.equals("hangs up") ? "over" : Integer.toString(turns.get(who));
    Event event = event(does);
    hears(who, step(who, step, event));
    if (event instanceof Event.Recorded(Optional<String> sid, _, _, _) && sid.isPresent()) {
      hotline.switchboard.recorded(sid.get()).join();
    }
    if (does.endsWith(", hangs up")) {
      step(who, "over", new Event.HungUp());
    }
  }

  /** The next thing that happens on someone's call. */
  void goesOn(String who, Event event) {
    hears(who, step(who, Integer.toString(turns.get(who)), event));
  }

  /** A call begins on someone's phone. */
  void begins(String who, Event event) {
    calls.put(who, "CA" + ++keys);
    turns.put(who, 0);
    goesOn(who, event);
  }

  private void hears(String who, Answer answer) {
    turns.put(who, answer.turn());
    if (answer.waitsFor() instanceof Wait.Nothing) {
      ended.add(who);
    } else {
      ended.remove(who);
    }
    tell(who, lines.heard(who, answer));
  }

  String nameOf(PhoneNumber phone) {
    return phones.entrySet().stream()
        .filter(e -> e.getValue().equals(phone))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("?");
  }

  /** Whether the last answer on someone's phone ended the call. */
  boolean isOver(String who) {
    return ended.contains(who);
  }

  /** Nobody took up the phone that the hotline rang. */
  void missed(Carrier.Call call) {
    Delivery delivery = new Delivery(call.row(), Optional.empty(), new Delivery.State.Failed(0));
    hotline.switchboard.delivered(delivery).join();
  }

  /** Who talks with the hotline alone puts the phone down. */
  void over(String who) {
    step(who, "over", new Event.HungUp());
  }

  Event pressed(String keysPressed) {
    return new Event.Answered(hotline.read(keysPressed), false);
  }

  private Answer step(String who, String step, Event event) {
    Optional<PhoneNumber> from =
        who.equals(BLOCKED)
            ? Optional.empty()
            : Optional.of(phone(who.equals(CALL) ? RESIDENT : who));
    return take(Inbound.call(calls.get(who), step, from, event));
  }

  private Event event(String does) {
    Matcher speaks = SPEAKS.matcher(does);
    if (speaks.matches()) {
      int seconds = Integer.parseInt(speaks.group(1));
      return new Event.Recorded(
          Optional.of("RE" + ++keys).filter(_ -> seconds > 0),
          seconds,
          speaks.group(2) != null,
          Optional.ofNullable(speaks.group(3)).orElse(""));
    }
    return switch (does) {
      case "arrives" -> new Event.CallArrived();
      case "silence" -> new Event.Silence();
      case "hangs up" -> new Event.HungUp();
      default -> new Event.Answered(hotline.read(does), false);
    };
  }

  private Answer take(Inbound inbound) {
    hotline.nextCode();
    Answer answer = hotline.switchboard.take(inbound).join();
    last = Optional.of(inbound);
    answered = answer;
    if (doubled) {
      repeat();
    }
    return answer;
  }

  private void again() {
    repeat();
    hotline.send();
    arrived();
  }

  /** The same webhook once more: the same answer (none once it was erased), and nothing else. */
  private void repeat() {
    hotline.nextCode();
    Answer answer = hotline.switchboard.take(last.orElseThrow()).join();
    if (!answer.equals(answered) && !(answer.lines().isEmpty() && facts.someoneIsErased())) {
      played.add("= another answer: " + answer.text());
    }
  }

  // ---- what else happens ----

  private void passes(String line) {
    Matcher passes = PASSES.matcher(line);
    if (!passes.matches()) {
      throw new IllegalArgumentException(page.name() + ": how long is this? " + line);
    }
    if (passes.group(4) != null) {
      hotline.until(next(LocalTime.parse(passes.group(4))), this::arrived);
      return;
    }
    Duration time = duration(Integer.parseInt(passes.group(2)), passes.group(3));
    if (passes.group(1) != null) {
      hotline.setBack(time);
    } else {
      hotline.until(hotline.now().plus(time), this::arrived);
    }
  }

  private static Duration duration(int count, String unit) {
    return switch (unit) {
      case "second" -> Duration.ofSeconds(count);
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private Instant next(LocalTime time) {
    ZonedDateTime now = hotline.now().atZone(hotline.zone);
    ZonedDateTime then = now.with(time);
    return (then.isAfter(now) ? then : then.plusDays(1)).toInstant();
  }

  private void happens(String line) {
    Matcher happens = HAPPENS.matcher(line);
    if (!happens.matches()) {
      throw new IllegalArgumentException(page.name() + ": what happens here? " + line);
    }
    String whom = happens.group(2).equals("resident") ? RESIDENT : happens.group(2);
    switch (happens.group(1)) {
      case "undelivered" -> reported(whom, new Delivery.State.Failed(UNREACHABLE));
      case "delivered" -> reported(whom, new Delivery.State.Delivered());
      case "landline" -> hotline.carrier.refuse(phone(whom));
      case "fault" -> hotline.carrier.fault(OptionalInt.of(Integer.parseInt(whom)));
      case "groups" -> hotline.take(City.with(page.configuration(whom)));
      case "mended" -> hotline.carrier.fault(OptionalInt.empty());
      default -> throw new IllegalArgumentException(page.name() + ": what happens here? " + line);
    }
    hotline.send();
    arrived();
  }

  private void reported(String whom, Delivery.State state) {
    Carrier.Text text = hotline.carrier.lastTo(phone(whom)).orElseThrow();
    Delivery delivery = new Delivery(text.row(), Optional.of(FakeCarrier.sid(text)), state);
    for (int i = 0; i < (doubled ? 2 : 1); i++) {
      hotline.nextCode();
      hotline.switchboard.delivered(delivery).join();
    }
  }

  // ---- what arrives ----

  private void arrived() {
    for (Carrier.Text text : hotline.carrier.news()) {
      tell(nameOf(text.to()), text.body());
    }
    for (Carrier.Call call : hotline.carrier.newCalls()) {
      String who = nameOf(call.to());
      lines.rings(who, call);
      tell(who, "(the phone rings)");
    }
  }

  void tell(String who, String words) {
    if (!words.isEmpty()) {
      played.add(who + "< " + words.replace("\n", " / "));
    }
  }

  private PhoneNumber phone(String who) {
    return phones.computeIfAbsent(who, _ -> new PhoneNumber("+1" + (NOBODYS + phones.size())));
  }

  /** Words as typed: \\n and \\u200f are what they are anywhere, and "food ...1600" is long. */
  private static String plain(String written) {
    String words = written.replace("\\n", "\n");
    Matcher escaped = Pattern.compile("\\\\u([0-9a-f]{4})").matcher(words);
    words =
        escaped.replaceAll(
            r -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(r.group(1), 16))));
    Matcher isLong = LONG.matcher(words);
    if (!isLong.matches()) {
      return words;
    }
    int length = Integer.parseInt(isLong.group(2));
    return isLong.group(1).repeat(length / isLong.group(1).length() + 1).substring(0, length);
  }

  @Override
  public void close() {
    hotline.close();
  }
}
