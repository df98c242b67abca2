package org.neighborline.config;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.neighborline.group.Availability;
import org.neighborline.group.Group;
import org.neighborline.group.Tree;
import org.neighborline.language.Language;
import org.neighborline.language.Segments;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.ServiceArea;
import org.neighborline.understanding.Need;

/** Reads one group after the other, and knows those it has read. */
final class GroupReader {
  private static final int LONGEST_NAME = 40;
  private static final int MOST_LEADS = 100;
  private static final int MOST_CAPACITY = 1_000;

  private static final String JOIN_REMEDY =
      "is no word to join with; write 4 to 12 letters or digits, like ROSE24";

  private final Vocabulary vocabulary;
  private final AreaReader areas;
  private final LeadReader leads;
  private final ZoneId zone;
  private final String backstop;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, Integer> names = new HashMap<>();

  GroupReader(
      Vocabulary vocabulary, AreaReader areas, LeadReader leads, ZoneId zone, String backstop) {
    this.vocabulary = vocabulary;
    this.areas = areas;
    this.leads = leads;
    this.zone = zone;
    this.backstop = backstop;
  }

  /** Whether there was a group of this id, right or wrong. */
  boolean hasRead(String id) {
    return lines.containsKey(id);
  }

  /**
   * Reads a group.
   *
   * @param rows its leads, where they stand in a file of their own
   * @param rowFaults for faults in that file
   * @return empty when there was a fault that leaves no group
   */
  Optional<GroupSeed> read(Section unnamed, List<Node> rows, Faults rowFaults) {
    Optional<String> id = id(unnamed);
    Section section = id.map(i -> unnamed.named("group " + i)).orElse(unnamed);
    Optional<String> name =
        section
            .required("name", "Bed-Stuy Neighbors")
            .filter(n -> isFit(section, "name", n, LONGEST_NAME) && isNew(section, n));
    List<Need> needs = vocabulary.needs(section);
    List<Language> languages = vocabulary.spoken(section);
    ZoneId ownZone =
        section
            .value("timezone", Formats::zone, "is no time zone; write one like America/New_York")
            .orElse(zone);
    Availability availability = availability(section);
    Tree walked = walked(section);
    boolean mayHaveNoArea = backstop.isEmpty() || id.filter(backstop::equals).isPresent();
    Optional<ServiceArea> area = areas.read(section, mayHaveNoArea);
    List<GroupSeed.LeadSeed> tree = tree(section, languages, rows, rowFaults);
    section.close();
    if (id.isEmpty() || name.isEmpty() || area.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new GroupSeed(
            new Group(
                id.get(),
                name.get(),
                area.get().base(),
                area.get(),
                new LinkedHashSet<>(needs),
                languages.isEmpty() ? spokenBy(tree) : languages,
                ownZone,
                availability,
                0,
                walked,
                List.of()),
            tree));
  }

  private static Tree walked(Section section) {
    int ask =
        section
            .value(
                "ask",
                t -> Formats.whole(t, 1, Tree.MOST_AT_ONCE),
                "is no number of leads; write how many are asked at a time, 1 to "
                    + Tree.MOST_AT_ONCE)
            .orElse(1);
    return new Tree(ask, section.value("join", GroupReader::word, JOIN_REMEDY));
  }

  private static Optional<String> word(String text) {
    return Optional.of(text.strip()).filter(w -> w.matches("[A-Za-z0-9]{4,12}"));
  }

  private static Availability availability(Section section) {
    OptionalInt capacity =
        section
            .value(
                "capacity",
                t -> Formats.whole(t, 1, MOST_CAPACITY),
                "is no capacity; write how many requests at a time, 1 to " + MOST_CAPACITY)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty());
    Optional<LocalDate> backOn =
        section.value(
            "pause",
            Formats::pause,
            "is no pause; write true, or the day it ends, like 2026-12-31");
    return new Availability(
        ShiftReader.read(section, "hours"), capacity, backOn.filter(d -> !d.equals(LocalDate.MIN)));
  }

  private Optional<String> id(Section section) {
    Optional<String> id = section.required("id", "bedstuy");
    if (id.isEmpty()) {
      return id;
    }
    if (!id.get().matches("[a-z0-9][a-z0-9-]{0,31}")) {
      section.fault(
          "id",
          "the id '"
              + Section.shortened(id.get())
              + "' must be small letters a to z, digits and hyphens, at most 32");
      return Optional.empty();
    }
    Integer before = lines.putIfAbsent(id.get(), section.line("id"));
    if (before != null) {
      section.fault(
          "id",
          "the id '" + id.get() + "' stands already in line " + before + "; give each its own");
    }
    return id;
  }

  /** Two groups of one name are one group that was written twice, or nobody can tell them apart. */
  private boolean isNew(Section section, String name) {
    Integer before = names.putIfAbsent(name.toLowerCase(Locale.ROOT), section.line("name"));
    if (before != null) {
      section.fault(
          "name",
          "the name '"
              + name
              + "' stands already in line "
              + before
              + "; keep one, or tell them apart");
    }
    return before == null;
  }

  private List<GroupSeed.LeadSeed> tree(
      Section group, List<Language> languages, List<Node> rows, Faults rowFaults) {
    Optional<Node> inside = group.node("leads");
    List<Node> nodes = new ArrayList<>(rows);
    inside.ifPresent(n -> {
      if (n instanceof Node.Items(var items, _)) {
        nodes.addAll(items);
      } else {
        group.fault("leads", "leads must be a list: '- {name: Ana, phone: …}'");
      }
    });
    if (nodes.isEmpty() && !inside.filter(n -> !(n instanceof Node.Items)).isPresent()) {
      group.fault("leads", "nobody is in the phone tree; add a lead with name and phone");
    }
    if (nodes.size() > MOST_LEADS) {
      group.fault("leads", "more than " + MOST_LEADS + " leads; split the group");
      return List.of();
    }
    Map<PhoneNumber, Integer> seen = new HashMap<>();
    List<GroupSeed.LeadSeed> tree = new ArrayList<>();
    for (Node node : nodes) {
      leads.read(group.what(), node, languages, rowFaults, seen).ifPresent(tree::add);
    }
    return tree;
  }

  private static List<Language> spokenBy(List<GroupSeed.LeadSeed> tree) {
    return tree.stream().flatMap(l -> l.languages().stream()).distinct().toList();
  }

  /**
   * Names travel in every text and are heard in calls: Latin letters, and of those only what a
   * plain SMS has, or each text that names them costs double.
   */
  static boolean isFit(Section section, String key, String name, int longest) {
    if (name.length() > longest) {
      section.fault(key, "the name has over " + longest + " characters; shorten it");
      return false;
    }
    if (!name.matches("[\\p{IsLatin}0-9 .,'&()/+-]*\\p{IsLatin}[\\p{IsLatin}0-9 .,'&()/+-]*")) {
      section.fault(
          key, "the name must be in Latin letters, since everyone must be able to read it");
      return false;
    }
    Optional<String> dear =
        name.codePoints()
            .mapToObj(Character::toString)
            .filter(c -> !Segments.of(c).gsm7())
            .findFirst();
    dear.ifPresent(c ->
        section.fault(
            key,
            "the letter "
                + c
                + " makes every text with this name cost double; leave its mark out"));
    return dear.isEmpty();
  }
}
