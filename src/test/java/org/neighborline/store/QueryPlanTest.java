package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * No statement of a repository reads a whole table that grows: a million stored requests must not
 * show in a turn. SQLite says how it would run each; PostgreSQL has the same indexes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueryPlanTest {
  private static final Pattern STATEMENT =
      Pattern.compile("\\s*(SELECT|UPDATE|DELETE|INSERT)\\b.*", Pattern.DOTALL);

  /** A search without an index is the first row of a scan: that is how SQLite finds a minimum. */
  private static final Pattern SCAN = Pattern.compile("SCAN (\\w++).*|SEARCH (\\w++)(?! USING).*");

  /** Count and list the codes in use when groups are loaded, on no turn's way. */
  private static final List<String> RARE = List.of("Requests.NAMED", "Requests.CODES");

  /** Reads no table. */
  private static final String TABLELESS = "Tx.LAST_ID";

  /** Looks at everything on purpose, for the simulation. */
  private static final String WHOLE = "Audit";

  /** Tables of a few hundred rows. */
  private static final List<String> SMALL =
      List.of("neighborhood_group", "lead", "fact", "timer", "redaction");

  /** Indexes of what is open alone. */
  private static final Pattern OPEN =
      Pattern.compile(
          ".* USING (COVERING )?INDEX (outbox_open|outbox_contact|dispatch_open_\\w+|recording_due|contact_muted)");

  private final Shelf shelf = new Shelf(Databases.SQLITE);
  private final Map<String, String> statements = new TreeMap<>();

  @BeforeAll
  void read() throws IOException, ReflectiveOperationException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/neighborline/store"))) {
      for (String file : files.map(f -> f.getFileName().toString()).sorted().toList()) {
        String name = file.replace(".java", "");
        if (!name.equals("package-info") && !name.equals(WHOLE)) {
          read(Class.forName("org.neighborline.store." + name));
        }
      }
    }
  }

  private void read(Class<?> type) throws IllegalAccessException {
    for (Field field : type.getDeclaredFields()) {
      if (field.getType() == String.class
          && java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        Object value = field.get(null);
        if (value instanceof String sql
            && STATEMENT.matcher(sql).matches()
            && !sql.contains("schema")
            && !sql.contains("pg_")) {
          statements.put(type.getSimpleName() + "." + field.getName(), sql);
        }
      }
    }
  }

  @AfterAll
  void close() {
    shelf.close();
  }

  @Test
  void no_statement_reads_a_whole_table_that_grows() {
    assertThat(statements).hasSizeGreaterThan(60);
    List<String> scans = new ArrayList<>();
    statements.keySet().removeAll(RARE);
    statements.remove(TABLELESS);
    statements.forEach((name, sql) ->
        plan(sql).stream()
            .filter(step -> {
              var scan = SCAN.matcher(step);
              return scan.matches()
                  && !OPEN.matcher(step).matches()
                  && !SMALL.contains(scan.group(1) == null ? scan.group(2) : scan.group(1));
            })
            .forEach(step -> scans.add(name + ": " + step)));
    assertThat(scans).isEmpty();
  }

  @Test
  void what_is_open_or_due_is_found_by_its_own_index() {
    assertThat(plan("Dispatches.HELD_BY"))
        .containsExactly("SEARCH dispatch USING INDEX dispatch_open_lead (lead_id=?)");
    assertThat(plan("Dispatches.OPEN_IN")).anyMatch(step -> step.contains("dispatch_open_group"));
    assertThat(plan("Dispatches.STANDINGS"))
        .anyMatch(step -> step.contains("dispatch_open_contact"));
    assertThat(plan("Requests.UNTIMED").getFirst()).contains("request_look_at");
    assertThat(plan("Requests.ENDED_BEFORE").getFirst()).contains("request_ended_at");
  }

  private List<String> plan(String sqlOrName) {
    String sql = statements.getOrDefault(sqlOrName, sqlOrName);
    return shelf.read(tx ->
        tx.handle()
            .createQuery("EXPLAIN QUERY PLAN " + sql.replaceAll("\\?\\d*", "NULL"))
            .map((row, _) -> row.getString("detail"))
            .list());
  }
}
