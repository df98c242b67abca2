package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.OptionalAssert;
import org.jspecify.annotations.Nullable;
import org.neighborline.contact.Contact;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceKind;
import org.neighborline.place.Point;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Urgency;

/** A new database of the program's own schema with its repositories, for their contract tests. */
final class Shelf implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
  static final PhoneNumber ROSA = new PhoneNumber("+13475550190");
  static final PhoneNumber LUIS = new PhoneNumber("+13475550191");
  static final String WORDS = "need groceries for 4, the elevator is broken";
  static final Place BEDSTUY =
      new Place(
          PlaceKind.ZIP,
          "11221 Bed-Stuy",
          Optional.of("11221"),
          Optional.of("Bedford-Stuyvesant"),
          Optional.of("Brooklyn"),
          new Point(40.691, -73.927),
          0.97);

  final Store store;
  final Books books;

  Shelf(Databases engine) {
    this.store = engine.open(Migrations.ofProgram());
    this.books = Books.of(Vault.open(Databases.folder().resolve("key"), true));
  }

  <T extends @Nullable Object> T write(Function<Tx, T> work) {
    return store.write(work).join();
  }

  void run(Consumer<Tx> work) {
    write(tx -> {
      work.accept(tx);
      return true;
    });
  }

  <T extends @Nullable Object> T read(Function<Tx, T> work) {
    return store.read(work);
  }

  /** What a repository finds, to be judged. */
  <T> OptionalAssert<T> maybe(Function<Tx, Optional<T>> work) {
    Optional<T> found = write(work);
    return assertThat(found);
  }

  /** What a repository lists, to be judged. */
  <T> ListAssert<T> list(Function<Tx, List<T>> work) {
    List<T> found = write(work);
    return assertThat(found);
  }

  /** What a repository gives, to be judged. */
  <T> ObjectAssert<T> value(Function<Tx, T> work) {
    T found = write(work);
    return new ObjectAssert<>(found);
  }

  Contact contact(PhoneNumber phone) {
    return write(tx -> books.contacts().add(tx, Contact.unknown(phone), NOW));
  }

  static Draft draft() {
    return new Draft(
        Set.of(Need.GROCERIES), Optional.of(BEDSTUY), OptionalInt.of(4), Urgency.NORMAL, WORDS);
  }

  static HelpRequest opened(String code, OptionalLong contact) {
    return HelpRequest.opened(
        new Code(code), contact, Channel.SMS, Tongue.ENGLISH, draft(), NOW, NOW.plusSeconds(300));
  }

  HelpRequest request(String code, Contact contact) {
    return write(tx -> books.requests().add(tx, opened(code, OptionalLong.of(contact.id()))));
  }

  /** Every value of every row of every table, bytes as if each were a letter. */
  List<String> everything() {
    return read(tx -> {
      List<String> all = new ArrayList<>();
      for (String table : tables(tx)) {
        tx.handle()
            .createQuery("SELECT * FROM " + table)
            .map((results, _) -> {
              for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                Object value = results.getObject(i);
                String letters =
                    value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                        : String.valueOf(value);
                all.add(table + "." + results.getMetaData().getColumnName(i) + "=" + letters);
              }
              return table;
            })
            .list();
      }
      return all;
    });
  }

  private List<String> tables(Tx tx) {
    String names =
        store.dialect() == Dialect.SQLITE
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'";
    return tx.list(names, row -> row.text("name"));
  }

  @Override
  public void close() {
    store.close();
  }
}
