package org.neighborline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.neighborline.simulation.Invariant.AGREES;
import static org.neighborline.simulation.Invariant.COMES_IN;
import static org.neighborline.simulation.Invariant.ERASED;
import static org.neighborline.simulation.Invariant.NEXT_STEP;
import static org.neighborline.simulation.Invariant.NO_FAILURE;
import static org.neighborline.simulation.Invariant.ONCE;
import static org.neighborline.simulation.Invariant.ONE_EFFECT;
import static org.neighborline.simulation.Invariant.ONE_HOLDER;
import static org.neighborline.simulation.Invariant.OPT_OUT;
import static org.neighborline.simulation.Invariant.OUTCOME;
import static org.neighborline.simulation.Invariant.PACE;
import static org.neighborline.simulation.Invariant.QUIET;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.neighborline.carrier.Carrier.Sent;
import org.neighborline.carrier.Carrier.Text;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulation.Fitting.Chore;

/**
 * The proof that the promises are really watched: each fault is planted from here into a process
 * that is otherwise sound, and the promise beside it must be found broken.
 */
@Timeout(120)
final class PlantedFaultsTest {
  private static final PhoneNumber SOMEBODY_ELSE = new PhoneNumber("+12025550199");
  private static final Plan A_DAY = Plan.of(4, 1, 60).withCrashes(false);
  private static final Plan DAYS = Plan.of(4, 3, 45).withCrashes(false);

  /** A fault, where it shows, and in which run. */
  record Planted(String fault, Invariant breaks, Plan plan, Fitting fitting) {
    @Override
    public String toString() {
      return fault;
    }
  }

  static final List<Planted> FAULTS =
      List.of(
          // -- between what was decided and what is saved
          sql(
              "a request's timer is not written",
              NEXT_STEP,
              "DELETE FROM timer WHERE subject LIKE 'r:%'"),
          sql(
              "the text of a dispatch is not written",
              AGREES,
              "DELETE FROM outbox WHERE dispatch_id IS NOT NULL AND status = 'READY'"),
          sql(
              "what a resident should hear is not written",
              OUTCOME,
              "DELETE FROM outbox WHERE dispatch_id IS NULL AND request_id IS NOT NULL AND status = 'READY'"),
          sql(
              "what a resident should hear is written for another day",
              OUTCOME,
              "UPDATE outbox SET next_at = created_at + 86400000 WHERE dispatch_id IS NULL AND status = 'READY'"),
          sql(
              "the text of a dispatch is written twice",
              AGREES,
              """
              INSERT INTO outbox (contact_id, body, segments, priority, status, created_at, next_at, expires_at,
                                  attempts, request_id, dispatch_id)
              SELECT contact_id, body, segments, priority, status, created_at, next_at, expires_at,
                     attempts, request_id, dispatch_id
                FROM outbox o WHERE dispatch_id IS NOT NULL AND status = 'READY' AND NOT EXISTS
                     (SELECT 1 FROM outbox e WHERE e.dispatch_id = o.dispatch_id AND e.id <> o.id)
              """),
          sql("the event is not remembered", ONE_EFFECT, "DELETE FROM inbound"),
          sql("the state of a conversation is not saved", ONE_EFFECT, "DELETE FROM conversation"),
          sql("an opt-out is not kept", OPT_OUT, "UPDATE contact SET opted_out = 0"),
          sql(
              "whoever was asked and is silent holds the request too",
              ONE_HOLDER,
              "UPDATE dispatch SET status = 'TAKEN' WHERE status = 'SILENT'"),
          sql(
              "who holds a request is not saved",
              ONE_HOLDER,
              "UPDATE request SET holder = NULL WHERE status = 'ACCEPTED'"),
          sql(
              "a take is saved in the request but not in the dispatch",
              NEXT_STEP,
              "UPDATE dispatch SET status = 'PASSED' WHERE status = 'TAKEN'"),
          sql(
              "a request ends without an end",
              NEXT_STEP,
              "UPDATE request SET status = 'DONE', look_at = NULL WHERE status = 'DISPATCHING'"),
          sql(
              "a lead is let go and nobody else is asked",
              NEXT_STEP,
              "UPDATE dispatch SET status = 'WITHDRAWN' WHERE status IN ('QUEUED', 'ASKED')"),
          sql(
              "a lead counts as asked though the text still waits",
              AGREES,
              "UPDATE dispatch SET status = 'ASKED' WHERE status = 'QUEUED'"),
          sql(
              "that the carrier took a text is not kept",
              ONCE,
              "UPDATE outbox SET status = 'READY' WHERE status = 'ACCEPTED' AND dispatch_id IS NULL"),
          sql(
              "which message of the carrier's a text became is not kept, and it is looked for again",
              ONCE,
              "UPDATE outbox SET status = 'UNKNOWN' WHERE status = 'ACCEPTED' AND dispatch_id IS NULL"),
          sql(
              "an answer from the carrier is not kept, and the attempt stays open",
              ONCE,
              "UPDATE outbox SET status = 'READY', sid = NULL WHERE status = 'DELIVERED'"),
          sql(
              "words outlive a wish to be forgotten",
              ERASED,
              "UPDATE inbound SET words = key WHERE words IS NULL"),
          slow(
              "words outlive their time",
              "UPDATE request SET words = x'00' WHERE words IS NULL AND code LIKE 'erased %'"),
          slow("nothing is ever swept", "DELETE FROM timer WHERE subject = 'sweep'"),
          sql(
              "a number can't be opened any more",
              NO_FAILURE,
              "UPDATE contact SET phone = x'00' WHERE id = (SELECT MAX(id) FROM contact)"),
          // -- a commit that is none
          new Planted(
              "a turn is answered and rolled back",
              ONE_EFFECT,
              A_DAY,
              SabotagedStore.forgetting(9)),
          new Planted(
              "every turn is answered and rolled back",
              ONE_EFFECT,
              A_DAY,
              SabotagedStore.forgetting(1)),
          // -- at the carrier
          new Planted(
              "every text is sent twice",
              ONCE,
              A_DAY,
              SabotagedCarrier.that((carrier, text) -> {
                Sent _ = carrier.send(text);
                return carrier.send(text);
              })),
          new Planted(
              "texts are sent nowhere and count as sent",
              OUTCOME,
              A_DAY,
              SabotagedCarrier.that((carrier, text) ->
                  text.row() % 3 == 0
                      ? new Sent.Accepted("SM%032d".formatted(text.row()))
                      : carrier.send(text))),
          new Planted(
              "some texts go to somebody else",
              OUTCOME,
              A_DAY,
              SabotagedCarrier.that((carrier, text) ->
                  carrier.send(
                      text.row() % 3 == 0
                          ? new Text(text.row(), text.from(), SOMEBODY_ELSE, text.body())
                          : text))),
          // -- in the process
          new Planted(
              "the clock runs nine hours ahead",
              QUIET,
              A_DAY,
              new Fitting() {
                @Override
                public InstantSource clock(InstantSource sound) {
                  return () -> sound.instant().plus(Duration.ofHours(9));
                }
              }),
          new Planted(
              "the sender knows no pace",
              PACE,
              A_DAY,
              new Fitting() {
                @Override
                public double pace(double sound) {
                  return Double.POSITIVE_INFINITY;
                }
              }),
          without("the timers stand still", NEXT_STEP, Chore.TIMERS),
          without("nothing is sent", AGREES, Chore.OUTBOX),
          without("attempts without an answer are never looked after", AGREES, Chore.RESCUE),
          without("texts that came while we were down are never fetched", COMES_IN, Chore.MISSED));

  @ParameterizedTest(name = "{0}")
  @FieldSource("FAULTS")
  void the_fault_is_caught(Planted planted) {
    Result result = SampleCity.run(planted.plan(), planted.fitting(), false);
    assertThat(result.broken()).as(planted.fault()).containsKey(planted.breaks());
  }

  private static Planted sql(String fault, Invariant breaks, String sql) {
    return new Planted(fault, breaks, A_DAY, SabotagedStore.each(tx -> tx.update(sql)));
  }

  private static Planted slow(String fault, String sql) {
    return new Planted(fault, ERASED, DAYS, SabotagedStore.each(tx -> tx.update(sql)));
  }

  private static Planted without(String fault, Invariant breaks, Chore chore) {
    Fitting lazy =
        new Fitting() {
          @Override
          public boolean does(Chore any) {
            return any != chore;
          }
        };
    return new Planted(fault, breaks, A_DAY, lazy);
  }
}
