package org.neighborline.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Reads groups and their trees from YAML, or from two CSV files. */
final class GroupFiles {
  private static final int MOST_GROUPS = 20_000;
  private static final int MOST_LEAD_ROWS = 100_000;
  private static final String LEADS_FILE = "leads.csv";

  private static final CsvFile.Columns GROUP_COLUMNS =
      new CsvFile.Columns(
          List.of(
              "id",
              "name",
              "base",
              "zips",
              "neighborhoods",
              "radius_km",
              "polygon",
              "needs",
              "languages",
              "timezone",
              "hours",
              "capacity",
              "pause",
              "ask",
              "join"),
          List.of("id", "name", "base"),
          List.of("zips", "neighborhoods", "needs", "languages"));

  private static final CsvFile.Columns LEAD_COLUMNS =
      new CsvFile.Columns(
          List.of("group", "name", "phone", "languages", "tier", "shifts", "sms", "night", "calls"),
          List.of("group", "name", "phone"),
          List.of("languages"));

  private final Faults faults;
  private final GroupReader reader;
  private final IntConsumer line;
  private final List<GroupSeed> seeds = new ArrayList<>();

  /**
   * @param line hears of each entry's line, when it is read
   */
  private GroupFiles(Faults faults, GroupReader reader, IntConsumer line) {
    this.faults = faults;
    this.reader = reader;
    this.line = line;
  }

  /**
   * What the files hold.
   *
   * @param seeds the groups without a fault
   * @param isComplete whether they were read to the end
   */
  record Read(List<GroupSeed> seeds, boolean isComplete) {}

  static List<String> groupColumns() {
    return GROUP_COLUMNS.all();
  }

  static List<String> leadColumns() {
    return LEAD_COLUMNS.all();
  }

  static Read read(Path path, Faults faults, GroupReader reader) {
    GroupFiles files = new GroupFiles(faults, reader, _ -> {});
    String name = String.valueOf(path.getFileName());
    if (name.endsWith(".csv")) {
      return new Read(files.seeds, files.csv(path));
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      boolean all = YamlFile.eachItem(path, faults, item -> files.take(item, List.of(), faults));
      return new Read(files.seeds, all);
    }
    faults.add(0, "groups are read from .yaml or .csv; rename the file");
    return new Read(List.of(), false);
  }

  /** Groups alone; those of a CSV take their leads out of the rows that were read before. */
  static List<GroupSeed> groups(
      Path path,
      Faults faults,
      GroupReader reader,
      Map<String, List<Node>> leads,
      Faults leadFaults,
      IntConsumer line) {
    GroupFiles files = new GroupFiles(faults, reader, line);
    String name = String.valueOf(path.getFileName());
    if (name.endsWith(".csv")) {
      files.groupRows(path, leads, leadFaults);
    } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      YamlFile.eachItem(path, faults, item -> files.take(item, List.of(), faults));
    } else {
      faults.add(0, "groups are read from .yaml or .csv; rename the file");
    }
    return files.seeds;
  }

  /** The rows of a leads' file, by group. */
  static boolean leads(Path path, Faults faults, Map<String, List<Node>> leads, IntConsumer line) {
    int[] rows = new int[1];
    return CsvFile.eachRow(
        path,
        LEAD_COLUMNS,
        faults,
        row -> {
          line.accept(row.line());
          if (rows[0]++ < MOST_LEAD_ROWS) {
            leads
                .computeIfAbsent(text(row, "group"), _ -> new ArrayList<>())
                .add(without(row, "group"));
          } else if (rows[0] == MOST_LEAD_ROWS + 1) {
            faults.add(row.line(), "more than " + MOST_LEAD_ROWS + " leads; split the hotline");
          }
        });
  }

  private boolean csv(Path path) {
    Faults leadFaults = faults.in(LEADS_FILE);
    Map<String, List<Node>> leads = new LinkedHashMap<>();
    boolean allLeads = leads(path.resolveSibling(LEADS_FILE), leadFaults, leads, line);
    boolean allGroups = groupRows(path, leads, leadFaults);
    if (allGroups) {
      leads.forEach((id, rows) -> leadFaults.add(rows.getFirst().line(), noGroup(id, path)));
    }
    return allLeads && allGroups;
  }

  private boolean groupRows(Path path, Map<String, List<Node>> leads, Faults leadFaults) {
    return CsvFile.eachRow(
        path,
        GROUP_COLUMNS,
        faults,
        row -> {
          List<Node> own = leads.remove(text(row, "id"));
          take(nested(row), own == null ? List.of() : own, leadFaults);
        });
  }

  private void take(Node item, List<Node> leads, Faults leadFaults) {
    line.accept(item.line());
    if (seeds.size() == MOST_GROUPS) {
      faults.add(item.line(), "more than " + MOST_GROUPS + " groups; split the hotline");
      return;
    }
    Section.of("group", item, faults)
        .flatMap(section -> reader.read(section, leads, leadFaults))
        .ifPresent(seeds::add);
  }

  private static String noGroup(String id, Path path) {
    return id.isEmpty()
        ? "the row names no group; fill the group column"
        : "there is no group '"
            + Section.shortened(id)
            + "' in "
            + path.getFileName()
            + "; correct the group column";
  }

  private static String text(Node.Fields row, String key) {
    Node.Field field = row.fields().get(key);
    return field != null && field.value() instanceof Node.Scalar scalar ? scalar.text() : "";
  }

  private static Node.Fields without(Node.Fields row, String key) {
    Map<String, Node.Field> fields = new LinkedHashMap<>(row.fields());
    fields.remove(key);
    return new Node.Fields(fields, row.line());
  }

  /** A row's area columns as the nested keys that YAML has. */
  private static Node.Fields nested(Node.Fields row) {
    Map<String, Node.Field> group = new LinkedHashMap<>(row.fields());
    Map<String, Node.Field> area = new LinkedHashMap<>();
    for (String key : List.of("zips", "neighborhoods", "radius_km", "polygon")) {
      Node.Field field = group.remove(key);
      if (field != null) {
        area.put(key, field);
      }
    }
    group.put("area", new Node.Field(new Node.Fields(area, row.line()), row.line()));
    return new Node.Fields(group, row.line());
  }
}
