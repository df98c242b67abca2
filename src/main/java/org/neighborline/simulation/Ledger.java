package org.neighborline.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that was said and everything that went wrong, in order, and a hash over all of it. */
final class Ledger {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ROOT);
  private static final int HASH_DIGITS = 16;

  /**
   * One thing that happened.
   *
   * @param who a name, or nobody's
   * @param how {@code >} a person texts, {@code <} a person is texted, {@code *} something happens
   */
  private record Line(Instant at, String who, char how, String words) {}

  /** A text that the carrier made for a person. */
  record Heard(Instant at, String words) {}

  private final List<Line> lines = new ArrayList<>();
  private final Map<String, List<Heard>> heard = new HashMap<>();
  private final MessageDigest digest;
  private final ZoneId zone;

  Ledger(ZoneId zone) {
    this.zone = zone;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void said(Instant at, String who, String words) {
    add(new Line(at, who, '>', words));
  }

  void heard(Instant at, String phone, String who, String words) {
    add(new Line(at, who, '<', words));
    heard.computeIfAbsent(phone, _ -> new ArrayList<>()).add(new Heard(at, words));
  }

  void happened(Instant at, String what) {
    add(new Line(at, "", '*', what));
  }

  private void add(Line line) {
    lines.add(line);
    digest.update((line.at() + line.who() + line.how() + line.words()).getBytes(UTF_8));
  }

  /** What the carrier made for a phone, the oldest first. */
  List<Heard> heard(String phone) {
    return heard.getOrDefault(phone, List.of());
  }

  /** The same for the same run, and for no other. */
  String hash() {
    try {
      MessageDigest so = (MessageDigest) digest.clone();
      return HexFormat.of().formatHex(so.digest()).substring(0, HASH_DIGITS);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The last lines up to a moment, as a transcript: all of them where they are few.
   *
   * @param about only people who said or heard one of these, or are called so, and what happened;
   *     empty for everybody
   */
  List<String> transcript(Instant until, Set<String> about, int most) {
    List<Line> before = lines.stream().filter(l -> !l.at().isAfter(until)).toList();
    List<Line> shown = before.size() <= most ? before : of(concerned(about), before);
    return shown.subList(Math.max(0, shown.size() - most), shown.size()).stream()
        .map(this::written)
        .toList();
  }

  private Set<String> concerned(Set<String> about) {
    return lines.stream()
        .filter(l -> about.stream().anyMatch(a -> (l.who() + l.how() + l.words()).contains(a)))
        .map(Line::who)
        .collect(Collectors.toSet());
  }

  private static List<Line> of(Set<String> concerned, List<Line> some) {
    return some.stream()
        .filter(l -> concerned.isEmpty() || l.how() == '*' || concerned.contains(l.who()))
        .toList();
  }

  private String written(Line line) {
    return TIME.format(line.at().atZone(zone))
        + "  "
        + line.who()
        + line.how()
        + " "
        + line.words().replace("\n", " / ");
  }
}
