package org.neighborline.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.group.Shift;

/**
 * Reads weekly windows: a lead's shifts, a group's hours. They are written as keys, {@code {days:
 * [mon, fri], from: "09:00", to: "17:00"}}, or short as people write them on a door, {@code mon-fri
 * 09:00-17:00}; several short ones in one value have semicolons between.
 */
final class ShiftReader {
  static final String TIME_REMEDY = "is no time of day; write one like \"09:00\"";
  private static final Pattern SHORT =
      Pattern.compile("(?:([a-z ,-]+?)\\s+)?(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");
  private static final String REMEDY =
      "; write \"mon-fri 09:00-17:00; sat 10:00-14:00\", or {days: [mon], from: …, to: …}";

  private ShiftReader() {}

  /** The windows under a key; without it none. */
  static List<Shift> read(Section section, String key) {
    List<Shift> shifts = new ArrayList<>();
    section
        .node(key)
        .ifPresent(node -> {
          switch (node) {
            case Node.Items(var nodes, _) -> nodes.forEach(n -> one(section, key, n, shifts));
            case Node.Scalar scalar -> one(section, key, scalar, shifts);
            case Node.Fields _ ->
                section.fault(key, key + " must be a list: [{days: [mon], from: …, to: …}]");
          }
        });
    return List.copyOf(shifts);
  }

  private static void one(Section section, String key, Node node, List<Shift> shifts) {
    if (node instanceof Node.Scalar(String text, _, int line)) {
      for (String part : text.split(";")) {
        if (!part.isBlank()) {
          Optional<Shift> shift = brief(part.strip().toLowerCase(Locale.ROOT));
          shift.ifPresent(shifts::add);
          if (shift.isEmpty()) {
            section.faultAt(
                line, key + " '" + Section.shortened(part.strip()) + "' can't be read" + REMEDY);
          }
        }
      }
    } else {
      keyed(section, node).ifPresent(shifts::add);
    }
  }

  private static Optional<Shift> brief(String text) {
    Matcher m = SHORT.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    Optional<Set<DayOfWeek>> days =
        m.group(1) == null ? Optional.of(everyDay()) : days(m.group(1).strip());
    Optional<LocalTime> from = Formats.time(m.group(2));
    Optional<LocalTime> to = Formats.time(m.group(3).equals("24:00") ? "00:00" : m.group(3));
    return days.isPresent() && from.isPresent() && to.isPresent()
        ? Optional.of(new Shift(days.get(), from.get(), to.get()))
        : Optional.empty();
  }

  /** {@code mon-fri}, {@code sat,sun}, {@code mon wed fri}, {@code daily}. */
  private static Optional<Set<DayOfWeek>> days(String text) {
    if (text.equals("daily")) {
      return Optional.of(everyDay());
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split("[ ,]+")) {
      List<Optional<DayOfWeek>> ends = Arrays.stream(part.split("-", 2)).map(Formats::day).toList();
      if (ends.stream().anyMatch(Optional::isEmpty)) {
        return Optional.empty();
      }
      DayOfWeek last = ends.getLast().orElseThrow();
      DayOfWeek day = ends.getFirst().orElseThrow();
      for (days.add(day); day != last; days.add(day)) {
        day = day.plus(1);
      }
    }
    return Optional.of(days);
  }

  private static Set<DayOfWeek> everyDay() {
    return EnumSet.allOf(DayOfWeek.class);
  }

  private static Optional<Shift> keyed(Section owner, Node node) {
    Optional<Section> section = owner.inner("shift", node);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section shift = section.get();
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Node.Scalar day : shift.list("days")) {
      Optional<DayOfWeek> known = Formats.day(day.text());
      known.ifPresent(days::add);
      if (known.isEmpty()) {
        shift.faultAt(
            day.line(),
            "'" + Section.shortened(day.text()) + "' is no day; write mon tue wed thu fri sat sun");
      }
    }
    shift.required("from", "\"09:00\"");
    shift.required("to", "\"17:00\"");
    Optional<LocalTime> from = shift.value("from", Formats::time, TIME_REMEDY);
    Optional<LocalTime> to = shift.value("to", Formats::time, TIME_REMEDY);
    shift.close();
    return from.isPresent() && to.isPresent()
        ? Optional.of(new Shift(days.isEmpty() ? everyDay() : days, from.get(), to.get()))
        : Optional.empty();
  }
}
