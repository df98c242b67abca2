package org.neighborline.config;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neighborline.group.Availability;
import org.neighborline.group.Group;
import org.neighborline.group.Shift;
import org.neighborline.language.Language;
import org.neighborline.place.Point;
import org.neighborline.understanding.Need;

/** Writes groups and their trees in the forms that we read: what comes out can go in again. */
public final class GroupsText {
  private GroupsText() {}

  /** The file {@code groups.csv}. */
  public static String groupsCsv(List<GroupSeed> seeds) {
    return csv(
        GroupFiles.groupColumns(), seeds.stream().map(GroupSeed::group).map(GroupsText::cells));
  }

  /** The file {@code leads.csv}, with everyone's number. */
  public static String leadsCsv(List<GroupSeed> seeds) {
    return csv(
        GroupFiles.leadColumns(),
        seeds.stream()
            .flatMap(seed -> seed.leads().stream().map(lead -> cells(seed.group().id(), lead))));
  }

  /** The file {@code groups.yaml}, with everyone's number. */
  public static String yaml(List<GroupSeed> seeds) {
    return seeds.stream().map(GroupsText::entry).collect(Collectors.joining());
  }

  private static List<String> cells(Group group) {
    var area = group.area().written();
    return List.of(
        group.id(),
        group.name(),
        point(group.base()),
        String.join(" ", area.zips()),
        // Names have spaces: one alone still needs the mark that parts them.
        area.neighborhoods().stream().map(n -> n + ";").collect(Collectors.joining()),
        area.radiusKm().map(GroupsText::number).orElse(""),
        area.polygon().orElse(""),
        ids(group.needs()),
        tags(group.languages()),
        group.zone().getId(),
        shifts(group.availability().hours()),
        capacity(group).orElse(""),
        pause(group).orElse(""),
        String.valueOf(group.tree().ask()),
        group.tree().join().orElse(""));
  }

  private static List<String> cells(String group, GroupSeed.LeadSeed lead) {
    return List.of(
        group,
        lead.name(),
        lead.phone().e164(),
        tags(lead.languages()),
        String.valueOf(lead.tier()),
        shifts(lead.shifts()),
        String.valueOf(lead.sms()),
        String.valueOf(lead.night()),
        String.valueOf(lead.calls()));
  }

  private static String csv(List<String> columns, Stream<List<String>> rows) {
    return Stream.concat(Stream.of(columns), rows)
        .map(row -> row.stream().map(GroupsText::cell).collect(Collectors.joining(",")) + "\n")
        .collect(Collectors.joining());
  }

  private static String cell(String text) {
    return text.matches("(?s).*[\",;\n\t].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String entry(GroupSeed seed) {
    Group group = seed.group();
    var area = group.area().written();
    StringBuilder entry = new StringBuilder();
    entry.append("- id: ").append(group.id()).append('\n');
    line(entry, "name", quoted(group.name()));
    line(entry, "base", quoted(point(group.base())));
    entry.append("  area:\n");
    line(entry, "  zips", list(area.zips()));
    line(entry, "  neighborhoods", list(area.neighborhoods()));
    area.radiusKm().ifPresent(radius -> line(entry, "  radius_km", number(radius)));
    area.polygon().ifPresent(polygon -> line(entry, "  polygon", quoted(polygon)));
    line(entry, "needs", list(group.needs().stream().map(Need::id).toList()));
    line(entry, "languages", list(group.languages().stream().map(Language::tag).toList()));
    line(entry, "timezone", group.zone().getId());
    if (!group.availability().hours().isEmpty()) {
      line(entry, "hours", quoted(shifts(group.availability().hours())));
    }
    capacity(group).ifPresent(capacity -> line(entry, "capacity", capacity));
    pause(group).ifPresent(pause -> line(entry, "pause", pause));
    if (group.tree().ask() > 1) {
      line(entry, "ask", String.valueOf(group.tree().ask()));
    }
    group.tree().join().ifPresent(word -> line(entry, "join", quoted(word)));
    entry.append("  leads:\n");
    seed.leads().forEach(lead -> entry.append(entry(lead)));
    return entry.toString();
  }

  private static String entry(GroupSeed.LeadSeed lead) {
    return "    - {name: %s, phone: %s, languages: %s, tier: %d%s, sms: %s, night: %s, calls: %s}\n"
        .formatted(
            quoted(lead.name()),
            quoted(lead.phone().e164()),
            list(lead.languages().stream().map(Language::tag).toList()),
            lead.tier(),
            lead.shifts().isEmpty() ? "" : ", shifts: " + quoted(shifts(lead.shifts())),
            lead.sms(),
            lead.night(),
            lead.calls());
  }

  private static void line(StringBuilder entry, String key, String value) {
    entry.append("  ").append(key).append(": ").append(value).append('\n');
  }

  private static String list(Collection<String> values) {
    return values.stream().map(GroupsText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String point(Point point) {
    return number(point.lat()) + "," + number(point.lon());
  }

  private static String number(double number) {
    return new java.math.BigDecimal(String.valueOf(number))
        .setScale(7, java.math.RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String ids(Collection<Need> needs) {
    return needs.stream().map(Need::id).collect(Collectors.joining(" "));
  }

  private static String tags(Collection<Language> languages) {
    return languages.stream().map(Language::tag).collect(Collectors.joining(" "));
  }

  private static String shifts(List<Shift> shifts) {
    return shifts.stream()
        .map(s ->
            s.days().stream().sorted().map(GroupsText::day).collect(Collectors.joining(","))
                + " "
                + s.from()
                + "-"
                + s.to())
        .collect(Collectors.joining("; "));
  }

  private static String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
  }

  private static Optional<String> capacity(Group group) {
    var capacity = group.availability().capacity();
    return capacity.isPresent()
        ? Optional.of(String.valueOf(capacity.getAsInt()))
        : Optional.empty();
  }

  private static Optional<String> pause(Group group) {
    return group
        .availability()
        .backOn()
        .map(day -> day.equals(Availability.SOME_DAY) ? "true" : day.toString());
  }
}
