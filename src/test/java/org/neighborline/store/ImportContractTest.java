package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.neighborline.store.Shelf.NOW;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.group.Group;
import org.neighborline.language.Language;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;

/** What an import promises: whole or not at all, and it removes nobody; on both engines. */
@ParameterizedClass
@EnumSource(Databases.class)
class ImportContractTest {
  private static final List<String> PHONES =
      List.of("+17185550101", "+17185550102", "+17185550103");

  private final Shelf shelf;
  private final Roster roster;
  private final Import imports;

  ImportContractTest(Databases engine) {
    shelf = new Shelf(engine);
    roster = shelf.books.roster();
    imports = new Import(shelf.books);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void groups_are_added_and_changed_and_written_out_the_same() {
    assertThat(take(seed("a", "Ana"), seed("b", "Bo"))).isEqualTo(new Import.Done(2, 0, 2));
    assertThat(take(seed("b", "Bea"), seed("c", "Cy"))).isEqualTo(new Import.Done(1, 1, 2));
    assertThat(shelf.read(roster::seeds))
        .containsExactly(seed("a", "Ana"), seed("b", "Bea"), seed("c", "Cy"));
  }

  @Test
  void a_reload_of_files_leaves_alone_what_was_imported() {
    take(seed("a", "Ana"));
    assertThat(reload(seed("b", "Bo"))).isEmpty();
    assertThat(reload()).hasSize(1);
    assertThat(shelf.read(roster::seeds)).containsExactly(seed("a", "Ana"));
  }

  @Test
  void leads_alone_join_a_group_that_is_there() {
    take(seed("a", "Ana"));
    Import.Done done =
        shelf.write(
            tx -> imports.take(tx, List.of(), Map.of("a", seed("b", "Bo").leads()), NOW, _ -> {}));
    assertThat(done).isEqualTo(new Import.Done(0, 0, 1));
    assertThat(shelf.read(roster::seeds).getFirst().leads())
        .extracting(Roster.LeadSeed::name)
        .containsExactly("Ana", "Bo");
  }

  @Test
  void an_import_that_breaks_off_leaves_nothing() {
    take(seed("a", "Ana"));
    assertThatThrownBy(() ->
            shelf.write(tx ->
                imports.take(
                    tx,
                    List.of(seed("b", "Bo"), seed("c", "Cy")),
                    Map.of(),
                    NOW,
                    n -> {
                      if (n == 2) {
                        throw new IllegalStateException("pulled the plug");
                      }
                    })))
        .hasMessageContaining("pulled the plug");
    assertThat(shelf.read(roster::seeds)).containsExactly(seed("a", "Ana"));
  }

  private List<Long> reload(Roster.Seed... seeds) {
    return shelf.write(tx -> roster.seed(tx, List.of(seeds), NOW));
  }

  private Import.Done take(Roster.Seed... seeds) {
    return shelf.write(tx -> imports.take(tx, List.of(seeds), Map.of(), NOW, _ -> {}));
  }

  private static Roster.Seed seed(String id, String lead) {
    Point base = new Point(40.69, -73.92);
    Group group =
        new Group(
            id,
            "Group " + id,
            base,
            ServiceArea.of(
                new ServiceArea.Written(
                    Set.of("11221"), Set.of(), Optional.empty(), Optional.empty()),
                base),
            Set.of(),
            List.of(Language.ENGLISH),
            ZoneId.of("America/New_York"),
            List.of());
    PhoneNumber phone = new PhoneNumber(PHONES.get(id.charAt(0) - 'a'));
    return new Roster.Seed(
        group,
        List.of(
            new Roster.LeadSeed(
                lead, phone, List.of(Language.ENGLISH), 1, List.of(), true, false)));
  }
}
