package org.neighborline.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.neighborline.conversation.House;
import org.neighborline.dispatch.Rules;
import org.neighborline.group.Directory;
import org.neighborline.group.QuietHours;
import org.neighborline.language.Arg;
import org.neighborline.language.Language;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.understanding.Need;

/** Reads {@code neighborline.yaml} and the groups it names: all of it, or every fault. */
public final class ConfigurationFile {
  private static final Set<String> REGIONS =
      new LinkedHashSet<>(List.of("US", "PR", "VI", "GU", "AS", "MP"));
  private static final String US = "US";
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Duration NORMAL_WAIT = Duration.ofMinutes(10);
  private static final Duration URGENT_WAIT = Duration.ofMinutes(3);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final Duration RETENTION = Duration.ofDays(30);
  private static final Duration LONGEST_RETENTION = Duration.ofDays(3650);
  private static final QuietHours QUIET = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
  private static final double PRICE = 0.79;
  private static final int CAPACITY = 8;

  /** A lead's open dispatches are told apart by thirteen letters. */
  private static final int MOST_CAPACITY = 13;

  private static final int MOST_PACE = 1_000;
  private static final int LONGEST_NAME = 20;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Path file;
  private final Known known;
  private final Vocabulary vocabulary;
  private final Faults faults;

  private ConfigurationFile(Path file, Known known) {
    this.file = file;
    this.known = known;
    this.vocabulary = new Vocabulary(known);
    this.faults = Faults.of(String.valueOf(file.getFileName()));
  }

  /**
   * Reads a hotline's configuration.
   *
   * @param file {@code neighborline.yaml}; the paths in it are relative to it
   * @param known what the files may refer to
   */
  public static Loading<Configuration> read(Path file, Known known) {
    ConfigurationFile reading = new ConfigurationFile(file, known);
    Optional<Configuration> configuration =
        YamlFile.read(file, reading.faults)
            .flatMap(node -> Section.of("the configuration", node, reading.faults))
            .flatMap(reading::configuration);
    return configuration.isPresent() && reading.faults.areNone()
        ? new Loading.Loaded<>(configuration.get())
        : new Loading.Faulty<>(reading.faults.all());
  }

  private Optional<Configuration> configuration(Section section) {
    Optional<String> name =
        section
            .required("name", "Neighborline")
            .filter(n -> GroupReader.isFit(section, "name", n, LONGEST_NAME));
    String region = region(section);
    Phones phones = new Phones(region, regions(section));
    List<PhoneNumber> numbers = numbers(section, phones);
    Rules rules = rules(section);
    List<Language> languages = languages(section);
    List<Need> needs = vocabulary.needs(section);
    int pace =
        section
            .value(
                "pace",
                t -> Formats.whole(t, 1, MOST_PACE),
                "is no pace; write segments a second, like 1")
            .orElse(1);
    Duration retention = duration(section, "retention", RETENTION, LONGEST_RETENTION);
    double price =
        section
            .value(
                "price",
                t -> Formats.decimal(t, 0, 1_000),
                "is no price; write cents a segment, like 0.79")
            .orElse(PRICE);
    Optional<Configuration.GeocoderChoice> geocoder = GeocoderReader.read(section);
    Optional<String> _ = section.text(CityChoice.KEY); // read before all else, by CityChoice
    Optional<String> city = city(section);
    List<GroupSeed> groups = groups(section, phones, numbers, rules);
    House house =
        new House(rules, languages, needs.isEmpty() ? List.of(Need.values()) : needs)
            .knowing(directory(section, phones));
    House there = city.map(c -> house.in(Arg.of(c))).orElse(house);
    section.close();
    return name.map(n ->
        new Configuration(
            n, numbers, there, pace, retention, price, region, phones.regions(), geocoder, groups));
  }

  /** What people elsewhere are told where we help: New York has a name in every language. */
  private Optional<String> city(Section section) {
    boolean nameless = known.city().filter(String::isEmpty).isPresent();
    Optional<String> named =
        nameless ? section.required("city", "Springfield") : section.text("city");
    return named
        .filter(name -> GroupReader.isFit(section, "city", name, LONGEST_NAME))
        .or(known::city);
  }

  private Rules rules(Section section) {
    ZoneId zone =
        section
            .value("timezone", Formats::zone, "is no time zone; write one like America/New_York")
            .orElse(ZONE);
    Optional<Section> waits = section.section("waits");
    Duration normal =
        waits.map(w -> duration(w, "normal", NORMAL_WAIT, LONGEST_WAIT)).orElse(NORMAL_WAIT);
    Duration urgent =
        waits.map(w -> duration(w, "urgent", URGENT_WAIT, LONGEST_WAIT)).orElse(URGENT_WAIT);
    waits.ifPresent(Section::close);
    Optional<Section> budget = section.section("budget");
    Duration neighbors = budget(budget, "normal", Rules.USUAL_BUDGET);
    Duration neighborsUrgent = budget(budget, "urgent", Rules.USUAL_URGENT_BUDGET);
    budget.ifPresent(Section::close);
    int capacity =
        section
            .value(
                "capacity",
                t -> Formats.whole(t, 1, MOST_CAPACITY),
                "is no capacity; write 1 to " + MOST_CAPACITY + ", as many as there are letters")
            .orElse(CAPACITY);
    String backstop = section.required("backstop", "desk").orElse("");
    return new Rules(
        zone, normal, urgent, neighbors, neighborsUrgent, quiet(section), capacity, backstop);
  }

  private static Duration budget(Optional<Section> budget, String key, Duration usual) {
    return budget.map(b -> duration(b, key, usual, LONGEST_WAIT)).orElse(usual);
  }

  private QuietHours quiet(Section section) {
    Optional<Node> node = section.node("quiet");
    if (node.isEmpty()) {
      return QUIET;
    }
    if (node.get() instanceof Node.Scalar(String text, _, _)) {
      if (!text.equals("none")) {
        section.fault("quiet", "quiet: write none, or {from: \"21:00\", to: \"08:00\"}");
      }
      return QuietHours.NONE;
    }
    Optional<Section> hours = section.section("quiet");
    if (hours.isEmpty()) {
      return QUIET;
    }
    LocalTime from =
        hours.get().value("from", Formats::time, ShiftReader.TIME_REMEDY).orElse(QUIET.from());
    LocalTime to =
        hours.get().value("to", Formats::time, ShiftReader.TIME_REMEDY).orElse(QUIET.to());
    hours.get().close();
    if (from.equals(to)) {
      section.fault("quiet", "quiet hours that start and end at once; write none for none");
    }
    return new QuietHours(from, to);
  }

  private static Duration duration(Section section, String key, Duration usual, Duration longest) {
    return section
        .value(
            key,
            t -> Formats.duration(t).filter(d -> d.isPositive() && d.compareTo(longest) <= 0),
            "is no duration up to " + longest.toDays() + "d; write one like 30s, 10m, 2h or 3d")
        .orElse(usual);
  }

  private List<Language> languages(Section section) {
    List<Language> chosen = vocabulary.translated(section);
    if (section.list("languages").isEmpty()) {
      return known.languages();
    }
    if (!chosen.contains(Language.ENGLISH)) {
      section.fault("languages", "languages lacks en, which we fall back on; add it");
    }
    return chosen;
  }

  private List<PhoneNumber> numbers(Section section, Phones phones) {
    List<Node.Scalar> written = section.list("numbers");
    if (written.isEmpty()) {
      section.fault("numbers", "there are no numbers; add 'numbers: [\"+12125550100\"]'");
    }
    List<PhoneNumber> numbers =
        written.stream()
            .flatMap(n -> phones.read(section, "numbers", n.text()).stream())
            .distinct()
            .toList();
    return numbers;
  }

  /** The public places of help beside the configuration, where there are any. */
  private Directory directory(Section section, Phones phones) {
    Optional<String> named = section.text(ResourcesFile.KEY);
    Path path = file.toAbsolutePath().resolveSibling(named.orElse(ResourcesFile.USUAL_NAME));
    return named.isEmpty() && !Files.exists(path)
        ? Directory.EMPTY
        : ResourcesFile.read(
            path, known, phones, faults.in(String.valueOf(path.getFileName())), _ -> {});
  }

  private static String region(Section section) {
    return section
        .value(
            "region",
            t -> COUNTRIES.contains(t) ? Optional.of(t) : Optional.empty(),
            "is no country; write two capital letters like US")
        .orElse(US);
  }

  private static Set<String> regions(Section section) {
    List<Node.Scalar> written = section.list("regions");
    for (Node.Scalar scalar : written) {
      if (!COUNTRIES.contains(scalar.text())) {
        section.faultAt(
            scalar.line(),
            "'"
                + Section.shortened(scalar.text())
                + "' is no region; write two capital letters like US");
      }
    }
    Set<String> regions = new LinkedHashSet<>(written.stream().map(Node.Scalar::text).toList());
    return regions.isEmpty() ? REGIONS : regions;
  }

  private List<GroupSeed> groups(
      Section section, Phones phones, List<PhoneNumber> numbers, Rules rules) {
    Optional<String> name = section.required("groups", "groups.yaml");
    if (name.isEmpty()) {
      return List.of();
    }
    Path path = file.toAbsolutePath().resolveSibling(name.get());
    GroupReader reader =
        new GroupReader(
            vocabulary,
            new AreaReader(vocabulary, phones.region()),
            new LeadReader(vocabulary, phones, numbers),
            rules.zone(),
            rules.backstop());
    GroupFiles.Read read =
        GroupFiles.read(path, faults.in(String.valueOf(path.getFileName())), reader);
    if (read.isComplete() && !rules.backstop().isEmpty() && !reader.hasRead(rules.backstop())) {
      section.fault(
          "backstop",
          "there is no group '"
              + Section.shortened(rules.backstop())
              + "' in "
              + path.getFileName()
              + "; name the id of the group that answers last");
    }
    return List.copyOf(read.seeds());
  }
}
