import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.neighborline.HotlineFiles;
import org.neighborline.config.Configuration;
import org.neighborline.conversation.Event;
import org.neighborline.language.Catalog;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Gazetteer;
import org.neighborline.store.Books;
import org.neighborline.store.Migrations;
import org.neighborline.store.Store;
import org.neighborline.store.Vault;
import org.neighborline.switchboard.Inbound;
import org.neighborline.switchboard.Switchboard;
import org.neighborline.understanding.Reader;

/** The same turns on a fresh database and on one with years of requests. */
final class ManyRequests {
  private static final int TURNS = 150;
  private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");

  private final HotlineFiles files;
  private final Reader reader;
  private final String database;
  private final Vault vault;
  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  private final List<String> zips =
      Gazetteer.newYork().zips().stream()
          .filter(Gazetteer.Zip::exact)
          .map(Gazetteer.Zip::zip)
          .toList();
  private int people;

  private ManyRequests(HotlineFiles files, Path folder) {
    this.files = files;
    this.reader = files.reader().join();
    this.database = "jdbc:sqlite:" + folder.resolve("scale.db");
    this.vault = Vault.open(folder.resolve("scale.key"), true);
  }

  static Map<String, Object> measure(HotlineFiles files, int requests, List<Goal> goals)
      throws Exception {
    Path folder = Peer.HOME.resolve("target/bench/work/scale");
    Bench.delete(folder);
    Files.createDirectories(folder);
    ManyRequests bench = new ManyRequests(files, folder);
    bench.turns(); // warm
    double[] before = bench.turns();
    long start = System.nanoTime();
    Stored.fill(bench.database, requests, NOW);
    System.out.printf(
        "%,d requests stored in %.0f s, %,d MB%n",
        requests,
        (System.nanoTime() - start) / 1e9,
        Files.size(folder.resolve("scale.db")) / 1_000_000);
    bench.turns(); // the cache of a new process
    double[] after = bench.turns();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("stored", requests);
    told.put("before_us", Scale.told("a turn on a fresh database", before));
    told.put("after_us", Scale.told("a turn on the filled one", after));
    goals.add(
        new Goal(
            "turn after so many requests, times before",
            1.2,
            false,
            Scale.median(after) / Scale.median(before)));
    Bench.delete(folder);
    return told;
  }

  /** Texts, confirmations and STATUS of new people, each from the door to the commit. */
  private double[] turns() throws Exception {
    try (Store store = Store.open(database, Migrations.ofProgram())) {
      Configuration configuration = files.configuration();
      Switchboard switchboard =
          new Switchboard(
              new Switchboard.Parts(
                  store,
                  Books.of(vault),
                  new Catalog(
                      files.translations(),
                      configuration.house().rules().zone(),
                      configuration.region()),
                  configuration.house(),
                  clock::get,
                  new SecureRandom(),
                  configuration.regions(),
                  configuration.retention()));
      switchboard.seed(files.seeds()).join();
      int first = people;
      people += TURNS;
      return Scale.micros(
          3 * TURNS,
          i -> {
            int person = first + i / 3;
            String zip = zips.get(person % zips.size());
            String words =
                i % 3 == 0 ? "need groceries for 4, " + zip : i % 3 == 1 ? "1" : "STATUS";
            take(switchboard, person, i % 3, words);
          });
    }
  }

  private void take(Switchboard switchboard, int person, int step, String words) {
    clock.set(clock.get().plusSeconds(1));
    var phone = new PhoneNumber("+1%d555%04d".formatted(201 + person / 100, 100 + person % 100));
    switchboard
        .take(
            Inbound.text(
                "SM" + person + "x" + step, phone, new Event.Answered(reader.read(words), false)))
        .join();
  }
}
