package org.neighborline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neighborline.simulation.Fitting.Chore;
import org.neighborline.store.Tx;

/** Days of a city, small enough for every build; a larger one is one command away. */
@Timeout(240)
final class SimulationTest {
  @Test
  void every_promise_holds_for_days_of_a_city_with_crashes_and_a_bad_carrier() {
    Result result = SampleCity.run(Plan.of(20261124, 3, 120), Fitting.SOUND, true);
    assertThat(result.violations()).as(String.join("\n", Report.of(result))).isEmpty();
    assertThat(result.crashes()).isPositive();
    assertThat(result.looked()).containsOnlyKeys(Invariant.values());
    assertThat(result.fates()).hasSizeGreaterThan(90);
  }

  @Test
  void the_same_seed_is_the_same_run_and_another_is_another() {
    Plan plan = Plan.of(7, 1, 25);
    String once = SampleCity.run(plan, Fitting.SOUND, true).hash();
    assertThat(SampleCity.run(plan, Fitting.SOUND, true).hash()).isEqualTo(once);
    assertThat(SampleCity.run(plan.withSeed(8), Fitting.SOUND, true).hash()).isNotEqualTo(once);
  }

  @Test
  void a_run_that_breaks_a_promise_is_shortened_to_fewer_residents_and_says_how_to_repeat_it() {
    Fitting silent =
        SabotagedStore.each((Tx tx) -> tx.update("DELETE FROM timer WHERE subject LIKE 'r:%'"));
    Plan plan = Plan.of(3, 2, 16);
    Result failed = SampleCity.run(plan, silent, true);
    Result shortest = Shrinker.shrink(shorter -> SampleCity.run(shorter, silent, false), failed);
    assertThat(shortest.breaks(Invariant.NEXT_STEP)).isTrue();
    assertThat(shortest.plan().only()).hasSizeLessThanOrEqualTo(2);
    assertThat(shortest.transcript())
        .anyMatch(line -> line.contains(shortest.violations().getFirst().what().split(" ")[0]));
    assertThat(Report.of(shortest).getLast())
        .startsWith("Again: ./neighborline simulate --seed 3 --days 1 --requests 16 --only ")
        .endsWith(" --no-faults --no-crashes");
  }

  @Test
  void a_plan_that_keeps_some_residents_has_no_others() {
    Plan two = Plan.of(5, 1, 30).withOnly(Set.of(3, 4));
    assertThat(SampleCity.run(two, Fitting.SOUND, true).fates()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void a_fitting_leaves_out_what_it_does_not_do() {
    assertThat(Chore.values()).allMatch(Fitting.SOUND::does);
  }
}
