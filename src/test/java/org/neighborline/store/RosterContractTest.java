package org.neighborline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.store.Shelf.NOW;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neighborline.contact.Contact;
import org.neighborline.dispatch.Dispatch;
import org.neighborline.dispatch.DispatchStatus;
import org.neighborline.group.Availability;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.group.Shift;
import org.neighborline.group.Tree;
import org.neighborline.language.Language;
import org.neighborline.language.Tongue;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;
import org.neighborline.request.HelpRequest;
import org.neighborline.understanding.Need;

/** What the roster promises: files seed it, the database is the truth; on both engines. */
@ParameterizedClass
@EnumSource(Databases.class)
class RosterContractTest {
  private static final PhoneNumber ANA = new PhoneNumber("+17185550101");
  private static final PhoneNumber BO = new PhoneNumber("+17185550102");
  private static final Shift NIGHTS =
      new Shift(Set.of(DayOfWeek.MONDAY), LocalTime.of(20, 0), LocalTime.of(2, 0));

  private final Shelf shelf;
  private final Roster roster;

  RosterContractTest(Databases engine) {
    shelf = new Shelf(engine);
    roster = shelf.books.roster();
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void a_group_and_its_tree_come_back_as_the_file_has_them() {
    seed(new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1), lead("Bo", BO, 2))));
    Group found = groups().getFirst();
    assertThat(found.withLeads(List.of())).isEqualTo(group("bedstuy"));
    assertThat(found.leads()).extracting(Lead::name).containsExactly("Ana", "Bo");
    Lead ana = found.leads().getFirst();
    assertThat(ana.languages()).containsExactly(new Language("es"), Language.ENGLISH);
    assertThat(ana.shifts()).containsExactly(NIGHTS);
    assertThat(ana.sms()).isTrue();
    assertThat(ana.night()).isTrue();
    assertThat(ana.groupId()).isEqualTo("bedstuy");
  }

  @Test
  void hours_capacity_and_pause_come_back_as_the_file_has_them() {
    Availability mondays =
        new Availability(
            List.of(NIGHTS), OptionalInt.of(3), Optional.of(LocalDate.of(2026, 12, 1)));
    Availability resting =
        new Availability(List.of(), OptionalInt.empty(), Optional.of(Availability.SOME_DAY));
    seed(
        new Roster.Seed(available("a", mondays), List.of(lead("Ana", ANA, 1))),
        new Roster.Seed(available("b", resting), List.of(lead("Bo", BO, 1))));
    assertThat(groups()).extracting(Group::availability).containsExactly(mondays, resting);
    seed(new Roster.Seed(group("a"), List.of(lead("Ana", ANA, 1))));
    assertThat(groups()).extracting(Group::availability).containsExactly(Availability.ALWAYS);
  }

  @Test
  void a_group_holds_each_request_once_however_many_of_its_leads_were_asked() {
    seed(new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1), lead("Bo", BO, 2))));
    Lead ana = groups().getFirst().leads().getFirst();
    Lead bo = groups().getFirst().leads().getLast();
    HelpRequest first = opened("K7M2");
    HelpRequest second = opened("K7M3");
    HelpRequest ended = opened("K7M4");
    shelf.run(tx -> {
      shelf.books.dispatches().save(tx, dispatch(first, ana, DispatchStatus.ASKED), NOW);
      shelf.books.dispatches().save(tx, dispatch(first, bo, DispatchStatus.QUEUED), NOW);
      shelf.books.dispatches().save(tx, dispatch(second, bo, DispatchStatus.TAKEN), NOW);
      shelf.books.dispatches().save(tx, dispatch(ended, bo, DispatchStatus.DONE), NOW);
    });
    assertThat(openIn("bedstuy", 0)).isEqualTo(2);
    assertThat(openIn("bedstuy", first.id())).isEqualTo(1);
    assertThat(openIn("bushwick", 0)).isZero();
  }

  private int openIn(String group, long butRequest) {
    return shelf.read(tx -> shelf.books.dispatches().openIn(tx, group, butRequest));
  }

  private HelpRequest opened(String code) {
    return shelf.write(
        tx -> shelf.books.requests().add(tx, Shelf.opened(code, OptionalLong.empty())));
  }

  @Test
  void seeding_twice_changes_nothing() {
    Roster.Seed seed = new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1)));
    assertThat(seed(seed)).isEmpty();
    List<Group> before = groups();
    List<String> rows = shelf.everything();
    assertThat(seed(seed)).isEmpty();
    assertThat(groups()).isEqualTo(before);
    assertThat(shelf.everything()).isEqualTo(rows);
  }

  @Test
  void a_lead_who_is_no_longer_in_the_file_is_retired_and_comes_back_as_the_same() {
    Roster.Seed both =
        new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1), lead("Bo", BO, 2)));
    seed(both);
    long bo = groups().getFirst().leads().getLast().id();
    Roster.Seed without = new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1)));
    assertThat(seed(without)).containsExactly(bo);
    assertThat(groups().getFirst().leads()).extracting(Lead::name).containsExactly("Ana");
    assertThat(seed(without)).isEmpty();
    assertThat(seed(both)).isEmpty();
    assertThat(groups().getFirst().leads().getLast().id()).isEqualTo(bo);
  }

  @Test
  void a_group_that_is_gone_goes_with_its_leads() {
    seed(
        new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1))),
        new Roster.Seed(group("bushwick"), List.of(lead("Bo", BO, 1))));
    assertThat(seed(new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1))))).hasSize(1);
    assertThat(groups()).extracting(Group::id).containsExactly("bedstuy");
  }

  /** The hash codes of "Aa" and "BB" are the same. */
  @Test
  void a_lead_who_moves_to_another_group_leaves_the_first() {
    seed(
        new Roster.Seed(group("Aa"), List.of(lead("Ana", ANA, 1), lead("Bo", BO, 1))),
        new Roster.Seed(group("BB"), List.of(lead("Ana", ANA, 1))));
    List<Long> retired =
        seed(
            new Roster.Seed(group("Aa"), List.of(lead("Bo", BO, 1))),
            new Roster.Seed(group("BB"), List.of(lead("Ana", ANA, 1))));
    assertThat(retired).hasSize(1);
    assertThat(groups().getFirst().leads()).extracting(Lead::name).containsExactly("Bo");
  }

  @Test
  void a_change_in_the_file_is_taken_over() {
    seed(new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1))));
    seed(new Roster.Seed(group("bedstuy"), List.of(lead("Anita", ANA, 3))));
    Lead lead = groups().getFirst().leads().getFirst();
    assertThat(lead.name()).isEqualTo("Anita");
    assertThat(lead.tier()).isEqualTo(3);
  }

  @Test
  void a_lead_keeps_the_opt_out_and_the_language_they_chose_by_text() {
    seed(new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1))));
    Contact ana = shelf.write(tx -> shelf.books.contacts().find(tx, ANA));
    assertThat(ana.reads().language()).isEqualTo(new Language("es"));
    Contact chosen = ana.withTongue(Tongue.ENGLISH).withReach(ana.reach().withOptedOut(true));
    shelf.run(tx -> shelf.books.contacts().save(tx, chosen));
    seed(new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1))));
    shelf.value(tx -> shelf.books.contacts().find(tx, ANA)).isEqualTo(chosen);
  }

  @Test
  void standings_tell_how_each_lead_is_today() {
    seed(new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1), lead("Bo", BO, 2))));
    Lead ana = groups().getFirst().leads().getFirst();
    Lead bo = groups().getFirst().leads().getLast();
    HelpRequest request =
        shelf.write(
            tx -> shelf.books.requests().add(tx, Shelf.opened("K7M2", OptionalLong.empty())));
    shelf.run(tx -> {
      shelf.books.dispatches().save(tx, dispatch(request, ana, DispatchStatus.ASKED), NOW);
      shelf.books.dispatches().save(tx, dispatch(request, ana, DispatchStatus.PASSED), NOW);
      roster.pause(tx, bo.contactId(), Optional.of(NOW.plus(Duration.ofHours(2))));
    });
    shelf
        .value(tx -> shelf.books.dispatches().standings(tx, "bedstuy"))
        .isEqualTo(
            Map.of(
                ana.id(), new Lead.Standing(false, Optional.empty(), 1, Optional.of(NOW)),
                bo.id(),
                    new Lead.Standing(
                        false, Optional.of(NOW.plus(Duration.ofHours(2))), 0, Optional.empty())));
    shelf.run(tx -> roster.pause(tx, bo.contactId(), Optional.empty()));
    assertThat(
            shelf
                .read(tx -> shelf.books.dispatches().standings(tx, "bedstuy"))
                .getOrDefault(bo.id(), ana.standing())
                .pausedUntil())
        .isEmpty();
  }

  @Test
  void silence_counts_since_the_last_answer() {
    seed(new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1))));
    Lead ana = groups().getFirst().leads().getFirst();
    HelpRequest request =
        shelf.write(
            tx -> shelf.books.requests().add(tx, Shelf.opened("K7M2", OptionalLong.empty())));
    List<DispatchStatus> history =
        List.of(
            DispatchStatus.SILENT,
            DispatchStatus.PASSED,
            DispatchStatus.SILENT,
            DispatchStatus.WITHDRAWN,
            DispatchStatus.SILENT);
    shelf.run(tx ->
        history.forEach(
            status -> shelf.books.dispatches().save(tx, dispatch(request, ana, status), NOW)));
    assertThat(
            shelf
                .read(tx -> shelf.books.dispatches().standings(tx, "bedstuy"))
                .getOrDefault(ana.id(), ana.standing())
                .silent())
        .isEqualTo(2);
  }

  @Test
  void who_joined_by_text_stays_when_files_are_read_and_who_left_stays_away() {
    Roster.Seed file = new Roster.Seed(group("bedstuy"), List.of(lead("Ana", ANA, 1)));
    seed(file);
    long bo = shelf.contact(BO).id();
    shelf.run(tx -> roster.join(tx, "bedstuy", bo, "Bo", Language.ENGLISH, 2));
    seed(file);
    assertThat(groups().getFirst().leads()).extracting(Lead::name).containsExactly("Ana", "Bo");
    long ana = groups().getFirst().leads().getFirst().id();
    long anaAgain = groups().getFirst().leads().getFirst().contactId();
    shelf.run(tx -> roster.leave(tx, ana));
    seed(file);
    assertThat(groups().getFirst().leads()).extracting(Lead::name).containsExactly("Bo");
    shelf.run(tx -> roster.join(tx, "bedstuy", anaAgain, "Ana", Language.ENGLISH, 1));
    assertThat(groups().getFirst().leads()).extracting(Lead::name).contains("Ana");
  }

  @Test
  void how_a_tree_is_walked_and_joined_comes_back() {
    Group asked =
        new Group(
            "bedstuy",
            "Neighbors",
            group("bedstuy").base(),
            group("bedstuy").area(),
            Set.of(),
            List.of(),
            group("bedstuy").zone(),
            Availability.ALWAYS,
            0,
            new Tree(3, Optional.of("ROSE24")),
            List.of());
    seed(new Roster.Seed(asked, List.of()));
    assertThat(groups().getFirst().tree()).isEqualTo(new Tree(3, Optional.of("ROSE24")));
  }

  private static Dispatch dispatch(HelpRequest request, Lead lead, DispatchStatus status) {
    return new Dispatch(
        0, request.id(), lead.id(), lead.contactId(), "bedstuy", 'A', status, 1, NOW, NOW);
  }

  private List<Long> seed(Roster.Seed... seeds) {
    return shelf.write(tx -> roster.seed(tx, List.of(seeds), NOW));
  }

  private List<Group> groups() {
    return shelf.read(roster::groups);
  }

  private static Group available(String id, Availability availability) {
    Group group = group(id);
    return new Group(
        id,
        group.name(),
        group.base(),
        group.area(),
        group.needs(),
        group.languages(),
        group.zone(),
        availability,
        0,
        List.of());
  }

  private static Group group(String id) {
    Point base = new Point(40.69, -73.92);
    return new Group(
        id,
        "Neighbors of " + id,
        base,
        ServiceArea.of(
            new ServiceArea.Written(
                Set.of("11221"), Set.of("Bushwick"), Optional.of(1.5), Optional.empty()),
            base),
        Set.of(Need.GROCERIES),
        List.of(Language.ENGLISH, new Language("zh-Hans")),
        ZoneId.of("America/New_York"),
        List.of());
  }

  private static Roster.LeadSeed lead(String name, PhoneNumber phone, int tier) {
    return new Roster.LeadSeed(
        name,
        phone,
        List.of(new Language("es"), Language.ENGLISH),
        tier,
        List.of(NIGHTS),
        true,
        true);
  }
}
