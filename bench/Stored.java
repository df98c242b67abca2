import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Puts years of ended requests into a database: each with its person, texts, dispatches, events.
 */
final class Stored {
  private static final Duration YEARS = Duration.ofDays(3 * 365);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final String[] SQL = {
    "INSERT INTO contact (id, phone_key, phone, language, letters, opted_out, text_only, unsafe, created_at)"
        + " VALUES (?1, randomblob(32), NULL, 'es', 'NATIVE', 0, 0, 0, ?2)",
    "INSERT INTO request (id, code, contact_id, channel, language, letters, status, needs, place, zip, neighborhood,"
        + " borough, urgency, words, created_at, confirmed, desk_only, round, ended_at) VALUES (?1, 'erased ' || ?1,"
        + " iif(?3, ?1, NULL), 'SMS', 'es', 'NATIVE', 'DONE', 'groceries', '{}', '11221', 'Bedford-Stuyvesant',"
        + " 'Brooklyn', 'NORMAL', iif(?3, randomblob(60), NULL), ?2, 1, 0, 1, ?2)",
    "INSERT INTO dispatch (request_id, lead_id, contact_id, group_id, letter, status, round, asked_at, answer_by,"
        + " changed_at) VALUES (?1, ?4, ?5, ?6, 'A', 'DONE', 1, ?2, ?2, ?2)",
    "INSERT INTO inbound (key, contact_id, at, words, reply) VALUES (randomblob(32), ?1, ?2,"
        + " iif(?3, randomblob(60), NULL), iif(?3, randomblob(120), NULL))",
    "INSERT INTO outbox (contact_id, body, segments, priority, status, created_at, next_at, expires_at, attempts, sid,"
        + " request_id) VALUES (?1, iif(?3, randomblob(150), NULL), 1, 1, 'DELIVERED', ?2, ?2, ?2, 1,"
        + " hex(randomblob(16)), ?1)",
    "INSERT INTO event (request_id, at, actor, kind, detail) VALUES (?1, ?2, 'hotline', 'accepted', 'Ana (bedstuy) A')",
    "INSERT INTO conversation (key, contact_id, state, changed_at) VALUES ('s:' || ?1, ?1, randomblob(200), ?2)"
  };

  private record Post(long lead, long contact, String group) {}

  private Stored() {}

  static void fill(String database, int requests, Instant now) throws SQLException {
    SplittableRandom random = new SplittableRandom(1);
    try (Connection connection = DriverManager.getConnection(database)) {
      List<Post> posts = posts(connection);
      long first = first(connection);
      connection.setAutoCommit(false);
      List<PreparedStatement> statements = new ArrayList<>();
      for (String sql : SQL) {
        statements.add(connection.prepareStatement(sql));
      }
      for (int i = 0; i < requests; i++) {
        Instant at =
            now.minus(YEARS).plusMillis((long) (YEARS.toMillis() * ((i + 0.5) / requests)));
        Post post = posts.get(random.nextInt(posts.size()));
        for (PreparedStatement statement : statements) {
          bind(statement, first + i, at, at.isAfter(now.minus(KEPT)), post);
          statement.executeUpdate();
        }
        if (i % 50_000 == 0) {
          connection.commit();
          System.err.printf("\rstoring requests … %d %%", 100L * i / requests);
        }
      }
      connection.commit();
      System.err.print("\r                              \r");
    }
  }

  private static void bind(
      PreparedStatement statement, long id, Instant at, boolean kept, Post post)
      throws SQLException {
    int wanted = statement.getParameterMetaData().getParameterCount();
    statement.setLong(1, id);
    statement.setLong(2, at.toEpochMilli());
    if (wanted > 2) {
      statement.setInt(3, kept ? 1 : 0);
    }
    if (wanted > 3) {
      statement.setLong(4, post.lead());
      statement.setLong(5, post.contact());
      statement.setString(6, post.group());
    }
  }

  private static List<Post> posts(Connection connection) throws SQLException {
    List<Post> posts = new ArrayList<>();
    try (var rows =
        connection.createStatement().executeQuery("SELECT id, contact_id, group_id FROM lead")) {
      while (rows.next()) {
        posts.add(new Post(rows.getLong(1), rows.getLong(2), rows.getString(3)));
      }
    }
    return posts;
  }

  /** Beyond every id that is there: people and requests are numbered alike from here. */
  private static long first(Connection connection) throws SQLException {
    try (var rows =
        connection
            .createStatement()
            .executeQuery(
                "SELECT 1 + max((SELECT max(id) FROM contact), (SELECT max(id) FROM request))")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
