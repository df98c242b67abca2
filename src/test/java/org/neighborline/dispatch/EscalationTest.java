package org.neighborline.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.group.QuietHours;
import org.neighborline.language.Language;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.routing.Ranked;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Urgency;

final class EscalationTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant AFTERNOON = Instant.parse("2026-11-24T19:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-25T08:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-25T13:00:00Z");
  private static final Point HERE = new Point(40.69, -73.93);
  private static final ServiceArea NOWHERE =
      ServiceArea.of(
          new ServiceArea.Written(Set.of(), Set.of(), Optional.empty(), Optional.empty()), HERE);
  private static final Rules RULES =
      new Rules(
          ZONE,
          Duration.ofMinutes(10),
          Duration.ofMinutes(3),
          new QuietHours(LocalTime.parse("21:00"), LocalTime.parse("08:00")),
          2,
          "desk");

  private static final Lead ANA = lead(1, 1, false, Lead.Standing.FRESH);
  private static final Lead BO = lead(2, 2, false, Lead.Standing.FRESH);
  private static final Lead NICO = lead(3, 1, true, Lead.Standing.FRESH);
  private static final Lead FAR = lead(4, 1, false, Lead.Standing.FRESH);
  private static final Lead DEE = lead(5, 1, false, Lead.Standing.FRESH);

  @Test
  void tier_by_tier_then_the_next_group_then_the_desk_and_never_a_third_group() {
    List<Ranked> ranking =
        List.of(ranked("near", ANA, BO), ranked("next", NICO), ranked("far", FAR));
    assertThat(asked(ranking, request(false), AFTERNOON)).isEqualTo(ANA);
    assertThat(asked(ranking, request(false), AFTERNOON, ANA)).isEqualTo(BO);
    assertThat(asked(ranking, request(false), AFTERNOON, ANA, BO)).isEqualTo(NICO);
    assertThat(asked(ranking, request(false), AFTERNOON, ANA, BO, NICO)).isEqualTo(DEE);
    assertThat(next(ranking, request(false), AFTERNOON, ANA, BO, NICO, DEE))
        .isEqualTo(new Escalation.Next.Nobody());
  }

  @Test
  void within_a_tier_whoever_was_asked_longest_ago() {
    Lead lately = lead(6, 1, false, standing(0, Optional.of(AFTERNOON)));
    Lead before = lead(7, 1, false, standing(0, Optional.of(AFTERNOON.minusSeconds(60))));
    List<Ranked> ranking = List.of(ranked("near", lately, before));
    assertThat(asked(ranking, request(false), AFTERNOON)).isEqualTo(before);
  }

  @Test
  void who_was_silent_three_times_comes_after_the_others_and_once_a_month_in_turn() {
    Lead silent = lead(6, 1, false, silent(3, AFTERNOON.minus(Duration.ofDays(2))));
    Lead oftenSilent = lead(7, 1, false, silent(9, AFTERNOON.minus(Duration.ofDays(31))));
    assertThat(asked(List.of(ranked("near", silent, BO)), request(false), AFTERNOON)).isEqualTo(BO);
    assertThat(asked(List.of(ranked("near", silent, BO)), request(false), AFTERNOON, BO))
        .isEqualTo(silent);
    assertThat(asked(List.of(ranked("near", oftenSilent, BO)), request(false), AFTERNOON))
        .isEqualTo(oftenSilent);
  }

  @Test
  void neighbors_have_an_hour_then_the_desk_then_whoever_is_left() {
    List<Ranked> ranking = List.of(ranked("near", ANA, BO), ranked("next", NICO));
    Search search =
        searchOf(ranking, List.of(silent("near", ANA, Duration.ofMinutes(60), AFTERNOON)));
    assertThat(Escalation.next(search))
        .isEqualTo(new Escalation.Next.Ask(List.of(offer(group("desk", DEE), DEE))));
    Search shorter =
        searchOf(ranking, List.of(silent("near", ANA, Duration.ofMinutes(59), AFTERNOON)));
    assertThat(((Escalation.Next.Ask) Escalation.next(shorter)).offers().getFirst().lead())
        .isEqualTo(BO);
    Search after =
        searchOf(
            ranking,
            List.of(
                silent("near", ANA, Duration.ofMinutes(60), AFTERNOON),
                silent("desk", DEE, Duration.ZERO, AFTERNOON)));
    assertThat(((Escalation.Next.Ask) Escalation.next(after)).offers().getFirst().lead())
        .isEqualTo(BO);
  }

  @Test
  void a_night_between_two_leads_costs_nothing_of_the_hour() {
    Instant evening = AFTERNOON;
    Instant morning = AFTERNOON.plus(Duration.ofHours(19));
    List<Ranked> ranking = List.of(ranked("near", ANA, BO));
    Dispatch asked = silent("near", ANA, Duration.ofMinutes(10), evening.plusSeconds(600));
    Search search =
        new Search(
            morning,
            RULES,
            request(false),
            ranking,
            Optional.of(group("desk", DEE)),
            List.of(asked),
            Map.of());
    assertThat(((Escalation.Next.Ask) Escalation.next(search)).offers().getFirst().lead())
        .isEqualTo(BO);
  }

  @Test
  void an_empty_tree_and_no_desk_is_nobody() {
    Search search =
        new Search(
            AFTERNOON, RULES, request(false), List.of(), Optional.empty(), List.of(), Map.of());
    assertThat(Escalation.next(search)).isEqualTo(new Escalation.Next.Nobody());
  }

  @Test
  void one_person_in_two_trees_is_asked_once() {
    Lead elsewhere =
        new Lead(
            9,
            "next",
            ANA.contactId(),
            "Ana",
            List.of(Language.ENGLISH),
            1,
            List.of(),
            true,
            false,
            Lead.Standing.FRESH);
    List<Ranked> ranking = List.of(ranked("near", ANA), ranked("next", elsewhere));
    assertThat(asked(ranking, request(false), AFTERNOON, ANA)).isEqualTo(DEE);
  }

  @Test
  void at_night_it_is_held_until_the_first_who_may_be_asked() {
    List<Ranked> ranking = List.of(ranked("near", ANA, BO));
    assertThat(next(ranking, request(false), NIGHT))
        .isEqualTo(new Escalation.Next.Hold(MORNING, true));
  }

  @Test
  void at_night_an_urgent_one_goes_to_who_may_be_woken_even_in_the_next_group() {
    List<Ranked> ranking = List.of(ranked("near", ANA, BO), ranked("next", NICO));
    assertThat(asked(ranking, request(true), NIGHT)).isEqualTo(NICO);
  }

  @Test
  void who_is_full_is_passed_over_and_when_all_are_full_it_is_looked_at_again_soon() {
    Lead full = lead(6, 1, false, standing(2, Optional.empty()));
    Lead desk = lead(7, 1, false, standing(2, Optional.empty()));
    assertThat(asked(List.of(ranked("near", full, BO)), request(false), AFTERNOON)).isEqualTo(BO);
    Search search =
        search(List.of(ranked("near", full)), group("desk", desk), request(false), AFTERNOON);
    assertThat(Escalation.next(search))
        .isEqualTo(new Escalation.Next.Hold(AFTERNOON.plus(Rules.LOOK_AGAIN), false));
  }

  @Test
  void violence_at_home_goes_to_the_desk_alone() {
    assertThat(asked(List.of(ranked("near", ANA)), request(false).forDeskOnly(), AFTERNOON))
        .isEqualTo(DEE);
  }

  @Test
  void nobody_takes_their_own_request() {
    HelpRequest own =
        HelpRequest.opened(
            new Code("K7M2"),
            OptionalLong.of(ANA.contactId()),
            Channel.SMS,
            Tongue.ENGLISH,
            Draft.EMPTY,
            AFTERNOON,
            AFTERNOON);
    assertThat(asked(List.of(ranked("near", ANA, BO)), own, AFTERNOON)).isEqualTo(BO);
  }

  private static Lead asked(
      List<Ranked> ranking, HelpRequest request, Instant now, Lead... before) {
    Escalation.Next next = next(ranking, request, now, before);
    assertThat(next).isInstanceOf(Escalation.Next.Ask.class);
    return ((Escalation.Next.Ask) next).offers().getFirst().lead();
  }

  private static Escalation.Next next(
      List<Ranked> ranking, HelpRequest request, Instant now, Lead... before) {
    return Escalation.next(search(ranking, group("desk", DEE), request, now, before));
  }

  private static Search search(
      List<Ranked> ranking, Group desk, HelpRequest request, Instant now, Lead... before) {
    List<Dispatch> dispatches =
        List.of(before).stream()
            .map(l ->
                new Dispatch(
                    l.id(),
                    1,
                    l.id(),
                    l.contactId(),
                    l.groupId(),
                    'A',
                    DispatchStatus.SILENT,
                    request.round(),
                    now,
                    now))
            .toList();
    return new Search(now, RULES, request, ranking, Optional.of(desk), dispatches, Map.of());
  }

  private static HelpRequest request(boolean urgent) {
    Draft draft =
        new Draft(
            Set.of(Need.GROCERIES),
            Optional.empty(),
            OptionalInt.empty(),
            urgent ? Urgency.URGENT : Urgency.NORMAL,
            "");
    return HelpRequest.opened(
        new Code("K7M2"),
        OptionalLong.of(99),
        Channel.SMS,
        Tongue.ENGLISH,
        draft,
        AFTERNOON,
        AFTERNOON);
  }

  private static Ranked ranked(String id, Lead... leads) {
    return new Ranked(group(id, leads), true, true, 0, List.of());
  }

  private static Group group(String id, Lead... leads) {
    return new Group(id, id, HERE, NOWHERE, Set.of(), List.of(), ZONE, List.of(leads));
  }

  private static Lead lead(long id, int tier, boolean night, Lead.Standing standing) {
    return new Lead(
        id,
        "near",
        id,
        "Lead" + id,
        List.of(Language.ENGLISH),
        tier,
        List.of(),
        true,
        night,
        standing);
  }

  private static Lead.Standing standing(int open, Optional<Instant> lastAsked) {
    return new Lead.Standing(false, Optional.empty(), open, lastAsked);
  }

  private static Lead.Standing silent(int times, Instant lastAsked) {
    return new Lead.Standing(false, Optional.empty(), 0, Optional.of(lastAsked), times);
  }

  private static Escalation.Offer offer(Group group, Lead lead) {
    return new Escalation.Offer(group, lead);
  }

  /** Someone who had the question for so long until a moment. */
  private static Dispatch silent(String group, Lead lead, Duration time, Instant until) {
    return new Dispatch(
        lead.id(),
        1,
        lead.id(),
        lead.contactId(),
        group,
        'A',
        DispatchStatus.SILENT,
        0,
        until.minus(time),
        until);
  }

  private static Search searchOf(List<Ranked> ranking, List<Dispatch> dispatches) {
    return new Search(
        AFTERNOON,
        RULES,
        request(false),
        ranking,
        Optional.of(group("desk", DEE)),
        dispatches,
        Map.of());
  }
}
