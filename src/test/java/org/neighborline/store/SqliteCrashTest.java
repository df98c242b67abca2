package org.neighborline.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a killed process or a full disk leaves behind. */
@Timeout(60)
class SqliteCrashTest {
  private static final int CALLERS = 32;
  private static final int KILLED_AFTER = 2_000;

  @Test
  void after_a_kill_every_answered_turn_is_there_and_no_half_turn() throws Exception {
    var address = Databases.SQLITE.address(StoreTest.SCHEMA);
    var answered = new HashSet<String>();
    var process = start(address);
    try (var lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        answered.add(line);
        if (answered.size() == KILLED_AFTER) {
          // Unlike Process.destroyForcibly, this leaves what was said before to be read.
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(process.waitFor()).isNotZero();
    assertThat(answered).hasSizeGreaterThanOrEqualTo(KILLED_AFTER);
    // A line cut in the middle was answered too, but what it names is not known.
    answered.removeIf(line -> !line.endsWith("."));
    try (var store = Store.open(address, StoreTest.SCHEMA)) {
      var names = store.read(tx -> tx.list("SELECT name FROM counter", row -> row.text("name")));
      var firsts = names.stream().filter(name -> name.startsWith("a")).toList();
      assertThat(firsts).containsAll(answered);
      assertThat(names).containsAll(firsts.stream().map(Writing::second).toList());
      assertThat(names).hasSize(2 * firsts.size());
      store.write(tx -> tx.insert(StoreTest.ADD, "goes on", 1)).join();
    }
  }

  @Test
  void a_batch_that_cannot_commit_fails_all_of_its_turns_and_the_writer_goes_on() {
    var address = Databases.SQLITE.address(StoreTest.SCHEMA);
    try (var store = Store.open(address, StoreTest.SCHEMA)) {
      // The whole transaction goes, as it does when the disk is full.
      var lost = store.write(tx -> tx.update("ROLLBACK"));
      assertThatThrownBy(lost::join).hasCauseInstanceOf(StoreException.class);
      store.write(tx -> tx.insert(StoreTest.ADD, "after", 1)).join();
      List<String> names =
          store.read(tx -> tx.list("SELECT name FROM counter", row -> row.text("name")));
      assertThat(names).containsExactly("after");
    }
  }

  private static Process start(String address) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Writing.class.getName(),
            address)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The process that is killed: many callers, two rows a turn, a line for each turn answered. */
  static final class Writing {
    private Writing() {}

    static String second(String first) {
      return "b" + first.substring(1);
    }

    public static void main(String[] arguments) throws InterruptedException {
      var store = Store.open(arguments[0], StoreTest.SCHEMA);
      var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
      for (int caller = 0; caller < CALLERS; caller++) {
        int number = caller;
        Thread.startVirtualThread(() -> write(store, number, out));
      }
      new CountDownLatch(1).await();
    }

    private static void write(Store store, int caller, PrintStream out) {
      for (int turn = 0; ; turn++) {
        var first = "a" + caller + "-" + turn + ".";
        store
            .write(tx ->
                tx.insert(StoreTest.ADD, first, 1) + tx.insert(StoreTest.ADD, second(first), 1))
            .join();
        out.println(first);
      }
    }
  }
}
