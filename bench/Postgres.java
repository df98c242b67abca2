import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that really syncs, from the binaries of the tests; it lives as long as its input.
 */
public final class Postgres {
  private Postgres() {}

  public static void main(String[] args) throws Exception {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("max_connections", "100")
            .start()) {
      System.out.println(postgres.getJdbcUrl("postgres", "postgres"));
      System.in.transferTo(System.out);
    }
  }
}
