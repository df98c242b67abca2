package org.neighborline.transcripts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
  private static final Pattern SPEAKS = Pattern.compile("speaks (\\d+) s(, hangs up)?");
  private static final Pattern LONG = Pattern.compile("(.*?)\\.\\.\\.(\\d+)");
  private static final String PICTURE = "[picture]";

  /** A resident's phone, a caller's, and a caller's who withholds the number. */
  private static final String RESIDENT = "";

  private static final String CALL = "call";
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
    if (who.equals(CALL) || who.equals(BLOCKED)) {
      call(who, words);
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
    String step = does.equals("hangs up") ? "over" : Integer.toString(turns.get(who));
    Answer answer = step(who, step, event(does));
    turns.put(who, answer.turn());
    tell(who, spoken(answer));
    if (does.endsWith(", hangs up")) {
      step(who, "over", new Event.HungUp());
    }
  }

  private Answer step(String who, String step, Event event) {
    Optional<PhoneNumber> from =
        who.equals(BLOCKED) ? Optional.empty() : Optional.of(phone(RESIDENT));
    return take(Inbound.call(calls.get(who), step, from, event));
  }

  private Event event(String does) {
    Matcher speaks = SPEAKS.matcher(does);
    if (speaks.matches()) {
      int seconds = Integer.parseInt(speaks.group(1));
      return new Event.Recorded(
          Optional.of("RE" + ++keys).filter(_ -> seconds > 0), seconds, speaks.group(2) != null);
    }
    return switch (does) {
      case "arrives" -> new Event.CallArrived();
      case "silence" -> new Event.Silence();
      case "hangs up" -> new Event.HungUp();
      default -> new Event.Answered(hotline.read(does), false);
    };
  }

  /** What a caller hears, and whether the call then records or ends. */
  private static String spoken(Answer answer) {
    return switch (answer.waitsFor()) {
      case Wait.Keys _, Wait.SecondKey _ -> answer.text();
      case Wait.Recording _ -> answer.text() + " (beep)";
      case Wait.Nothing _ -> answer.lines().isEmpty() ? "" : answer.text() + " (ends)";
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
      String who =
          phones.entrySet().stream()
              .filter(e -> e.getValue().equals(text.to()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("?");
      tell(who, text.body());
    }
  }

  private void tell(String who, String words) {
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
