package org.neighborline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neighborline.HotlineFiles;
import org.neighborline.carrier.Carrier;
import org.neighborline.language.Catalog;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.store.Books;
import org.neighborline.store.Databases;
import org.neighborline.store.Migrations;
import org.neighborline.store.Store;
import org.neighborline.store.Vault;
import org.neighborline.switchboard.Switchboard;
import org.neighborline.understanding.Reader;
import org.neighborline.understanding.Reading;

/** Texts that came while we were down, one of which always fails. */
@Timeout(60)
final class MissedTest {
  private static final Path CITY = Path.of("src/test/resources/transcripts/city/neighborline.yaml");
  private static final Instant NOW = Instant.parse("2026-11-24T19:00:00Z");
  private static final PhoneNumber OURS = new PhoneNumber("+12125550100");

  private final Listing carrier = new Listing();
  private final List<String> broken = new ArrayList<>(List.of("breaks"));
  private final Store store;
  private final Missed missed;

  MissedTest(@TempDir Path folder) {
    HotlineFiles files = HotlineFiles.read(CITY, Path.of("translations"));
    store = Databases.SQLITE.open(Migrations.ofProgram());
    Books books = Books.of(Vault.open(folder.resolve("key"), true));
    Reader reader = files.reader().join();
    Function<String, Reading> mayFail =
        text -> {
          if (broken.contains(text)) {
            throw new IllegalStateException("a fault of ours");
          }
          return reader.read(text);
        };
    Switchboard switchboard =
        new Switchboard(
            new Switchboard.Parts(
                store,
                books,
                new Catalog(
                    files.translations(),
                    files.configuration().house().rules().zone(),
                    files.configuration().region()),
                files.configuration().house(),
                () -> NOW,
                new SplittableRandom(7),
                files.configuration().regions(),
                files.configuration().retention()));
    switchboard.seed(files.seeds()).join();
    missed = new Missed(store, books, switchboard, carrier, List.of(OURS), mayFail);
  }

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void a_text_that_fails_keeps_no_other_out_and_is_taken_in_once_it_can_be() {
    carrier.has("SM1", "+17185550191", "I need food 11221");
    carrier.has("SM2", "+17185550192", "breaks");
    carrier.has("SM3", "+17185550193", "I need medicine 11221");

    assertThat(missed.runOnce(NOW)).isEqualTo(2);
    assertThat(missed.runOnce(NOW.plusSeconds(300))).isZero();
    assertThat(missed.failed()).isEqualTo(1);
    assertThat(requests()).isEqualTo(2);

    broken.clear();
    assertThat(missed.runOnce(NOW.plusSeconds(600))).isEqualTo(1);
    assertThat(missed.runOnce(NOW.plusSeconds(900))).isZero();
  }

  private int requests() {
    return store
        .read(tx -> tx.first("SELECT COUNT(*) AS n FROM request", row -> row.integer("n")))
        .orElse(0);
  }

  /** A carrier that lists what people sent, and sends nothing. */
  private static final class Listing implements Carrier {
    private final List<Listed> texts = new ArrayList<>();

    void has(String sid, String from, String body) {
      Instant at = NOW.minus(Duration.ofMinutes(10)).plusSeconds(texts.size());
      texts.add(new Listed(sid, from, OURS.e164(), body, 0, at, false, 0));
    }

    @Override
    public Sent send(Text text) {
      return new Sent.Later(Optional.empty());
    }

    @Override
    public Sent call(Call call) {
      return new Sent.Later(Optional.empty());
    }

    @Override
    public Heard recording(String sid) {
      return new Heard.Missing();
    }

    @Override
    public boolean deleteRecording(String sid) {
      return true;
    }

    @Override
    public boolean redact(String sid) {
      return true;
    }

    @Override
    public Optional<List<Listed>> sentTo(PhoneNumber from, PhoneNumber to, Instant since) {
      return Optional.of(List.of());
    }

    @Override
    public Optional<List<Listed>> received(PhoneNumber to, Instant since) {
      return Optional.of(texts.stream().filter(t -> !t.at().isBefore(since)).toList());
    }
  }
}
