package org.neighborline.conversation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.config.Languages;
import org.neighborline.conversation.VoicePhones.Leg;
import org.neighborline.conversation.VoiceWalk.Move;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Language;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;
import org.neighborline.request.Code;

/** What can happen while a caller is put through: on the phones of leads, and at the carrier. */
final class VoicePhoneMoves {
  /** After this, no other phone rings. */
  private static final Duration TIME_IS_OVER = Duration.ofMinutes(5);

  /** Three languages: what differs between others is in their words alone. */
  private static final List<Language> LANGUAGES =
      Languages.shipped().stream().filter(l -> Set.of("en", "es", "ht").contains(l.tag())).toList();

  private static final List<PhoneNumber> PHONES =
      List.of(new PhoneNumber("+17185550101"), new PhoneNumber("+17185550102"));

  private VoicePhoneMoves() {}

  /** The walk of all callers near whom leads are; made once. */
  static VoiceWalk walk() {
    return Made.WALK;
  }

  private static final class Made {
    static final VoiceWalk WALK = of();

    private static VoiceWalk of() {
      VoiceWalk walk = new VoiceWalk(LANGUAGES);
      VoiceCallers.all(LANGUAGES).map(c -> c.with(VoicePhones.of(near()))).forEach(walk::from);
      return walk;
    }
  }

  /** Two leads of one tree, whose phones may ring. */
  private static List<Scene.Near> near() {
    Point here = new Point(40.69, -73.93);
    List<Lead> leads = List.of(lead(1), lead(2));
    Group group =
        new Group(
            "bedstuy",
            "Bed-Stuy Neighbors",
            here,
            ServiceArea.of(
                new ServiceArea.Written(
                    Set.of("11221"), Set.of(), Optional.empty(), Optional.empty()),
                here),
            Set.of(),
            List.of(Language.ENGLISH),
            ZoneId.of("America/New_York"),
            leads);
    return leads.stream().map(l -> new Scene.Near(group, l, PHONES.get((int) l.id() - 1))).toList();
  }

  private static Lead lead(long id) {
    return new Lead(
        id,
        "bedstuy",
        100 + id,
        "Ana",
        List.of(Language.ENGLISH),
        1,
        List.of(),
        true,
        false,
        Lead.Standing.FRESH);
  }

  static List<Move> of(VoiceWorld world) {
    List<Move> moves = new ArrayList<>();
    world.phones().leg().ifPresent(leg -> byLead(moves, leg));
    if (world.phones().isOn()) {
      boolean joined = world.phones().leg().filter(l -> l.isJoined() && l.meets()).isPresent();
      byCarrier(moves, world.isOver(), joined);
      if (!world.isOver() && world.phones().leg().isEmpty()) {
        moves.add(new Move("it is taken up", new Event.PickedUp(code(world)), true, Duration.ZERO));
      }
    }
    return moves;
  }

  /** Busy, no answer and a failed call are all an end without a talk. */
  private static void byCarrier(List<Move> moves, boolean gone, boolean joined) {
    if (joined) {
      moves.add(ended("they talked", true, gone));
      moves.add(ended("they talked, the caller hangs up", true, true));
    }
    if (!gone) {
      moves.add(ended("nobody takes it", false, false));
      moves.add(
          new Move(
              "nobody in all the time",
              new Event.TransferEnded(false, false),
              false,
              TIME_IS_OVER));
    }
    moves.add(ended("the caller is told gone", false, true));
  }

  private static Move ended(String name, boolean talked, boolean gone) {
    return new Move(name, new Event.TransferEnded(talked, gone));
  }

  private static void byLead(List<Move> moves, Leg leg) {
    if (!leg.isDown()) {
      moves.add(new Move("the lead hangs up", new Event.HungUp(), true, Duration.ZERO));
    }
    if (leg.waitsFor() instanceof Wait.Acceptance) {
      // An answering machine is silence.
      moves.add(new Move("no key", new Event.Silence(), true, Duration.ZERO));
      for (String key : List.of("1", "2", "7", "*")) {
        moves.add(new Move("the lead's " + key, VoiceWalk.typed(key), true, Duration.ZERO));
      }
    }
  }

  private static Code code(VoiceWorld world) {
    return world.conversation().step() instanceof Step.VoiceTransfer(Code code, var _, var _)
        ? code
        : world.kept().keySet().iterator().next();
  }

  /** A turn on a lead's phone. */
  static VoiceWorld take(House house, VoiceWorld world, Event event) {
    Leg leg = world.phones().leg().orElseGet(() -> ringing(world));
    Scene scene =
        new Scene(
            VoiceWalk.NOW,
            house,
            leg.conversation(),
            Optional.of(leg.contact()),
            List.of(),
            List.of(new Scene.Post(leg.lead().group(), leg.lead().lead())),
            world.phones().asked(leg, world),
            new Code("R4T9"),
            List.of(),
            Map.of());
    Turn turn = FrontDesk.take(scene, event);
    VoiceWorld done = world.doing(turn.effects());
    return done.with(done.phones().on(Optional.of(leg.after(turn, !world.isOver()))));
  }

  private static Leg ringing(VoiceWorld world) {
    Wait.Transfer transfer = (Wait.Transfer) world.waitsFor();
    return new Leg(
        world.phones().called(transfer),
        transfer.asks().orElseThrow(),
        Conversation.fresh("v:CA2", Channel.VOICE),
        transfer,
        List.of(),
        true);
  }
}
