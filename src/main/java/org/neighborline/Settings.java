package org.neighborline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.neighborline.carrier.twilio.TwilioCarrier;

/**
 * The environment, read and checked once.
 *
 * @param port where to listen; 0 for any that is free
 * @param config the configuration file
 * @param database its JDBC address
 * @param publicUrl what the carrier calls, without a slash at the end
 * @param key the file with the encryption keys
 * @param credentials who we are at the carrier
 * @param tokens auth tokens whose signatures count, the current one first
 * @param home where translations and prompts are
 */
public record Settings(
    int port,
    Path config,
    String database,
    String publicUrl,
    Path key,
    TwilioCarrier.Credentials credentials,
    List<String> tokens,
    Path home) {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String DEFAULT_DATABASE = SQLITE + "data/neighborline.db";

  /** Something in the environment is wrong; the message says what to do. */
  public static final class WrongSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongSettings(String message) {
      super(message);
    }
  }

  /** Reads what every command needs; the carrier's part may be missing. */
  public static Settings of(Map<String, String> environment) {
    String database = environment.getOrDefault("NEIGHBORLINE_DATABASE", DEFAULT_DATABASE);
    String account = environment.getOrDefault("TWILIO_ACCOUNT_SID", "");
    String tokens = environment.getOrDefault("TWILIO_AUTH_TOKEN", "");
    List<String> all =
        Arrays.stream(tokens.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
    String user = environment.getOrDefault("TWILIO_API_KEY", account);
    String secret =
        environment.getOrDefault("TWILIO_API_SECRET", all.isEmpty() ? "" : all.getFirst());
    return new Settings(
        port(environment.getOrDefault("PORT", "7000")),
        Path.of(environment.getOrDefault("NEIGHBORLINE_CONFIG", "neighborline.yaml")),
        database,
        environment.getOrDefault("NEIGHBORLINE_PUBLIC_URL", "").replaceFirst("/+$", ""),
        Path.of(environment.getOrDefault("NEIGHBORLINE_KEY", defaultKey(database))),
        new TwilioCarrier.Credentials(
            account,
            user,
            secret,
            environment.getOrDefault("TWILIO_API_URL", "").replaceFirst("/+$", "")),
        all,
        homeFolder());
  }

  /** The same, ready to serve: what the carrier needs must be there. */
  public Settings forServing() {
    require(
        !publicUrl.isEmpty(),
        "NEIGHBORLINE_PUBLIC_URL is missing: set it to the address that the carrier calls, like https://hotline.example.org");
    require(
        publicUrl.matches("https?://.+"),
        "NEIGHBORLINE_PUBLIC_URL must begin with https:// (or http:// for a test)");
    require(
        !credentials.account().isEmpty(),
        "TWILIO_ACCOUNT_SID is missing: it stands in the carrier's console and begins with AC");
    require(
        !tokens.isEmpty(),
        "TWILIO_AUTH_TOKEN is missing: it stands beside the account's sid in the carrier's console");
    return this;
  }

  /** The folder of translations. */
  public Path translations() {
    return home.resolve("translations");
  }

  /** The folder of recorded prompts. */
  public Path prompts() {
    return home.resolve("prompts");
  }

  private static void require(boolean fine, String otherwise) {
    if (!fine) {
      throw new WrongSettings(otherwise);
    }
  }

  private static int port(String text) {
    require(
        text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535,
        "PORT must be a number from 0 to 65535, not '" + text + "'");
    return Integer.parseInt(text);
  }

  /** The key lies beside a SQLite database, and is backed up apart from it. */
  private static String defaultKey(String database) {
    if (!database.startsWith(SQLITE)) {
      return "neighborline.key";
    }
    Path file = Path.of(database.substring(SQLITE.length()).replaceFirst("\\?.*$", ""));
    Path beside = file.resolveSibling("neighborline.key");
    return beside.toString();
  }

  /** The folder of the checkout or the container: above the jar, else where we were started. */
  private static Path homeFolder() {
    Path code =
        Path.of(Settings.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    for (Path folder = code.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("translations"))) {
        return folder;
      }
    }
    return Path.of("").toAbsolutePath();
  }
}
