package org.neighborline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.config.Languages;
import org.neighborline.language.Language;
import org.neighborline.place.Finding;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.PlaceFinder;
import org.neighborline.request.Code;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Reading;

/**
 * Walks through every call that could be: from a ringing phone, every step that can be reached,
 * with every key, silence, a recording and a hang-up.
 */
final class VoiceWalk {
  static final Instant NOW = Instant.parse("2026-11-24T19:00:00Z");
  static final PlaceFinder PLACES = new PlaceFinder(Gazetteer.newYork(), Map.of());
  static final String HERE = "11221";
  private static final String NOWHERE = "99999";
  private static final String OUTSIDE = "07302";
  private static final String NUMBER = "7185550142";
  private static final int MOST_STATES = 200_000;

  /**
   * Something that somebody does.
   *
   * @param byLead on the phone of a lead, not the caller's
   * @param after how long it takes
   */
  record Move(String name, Event event, boolean byLead, Duration after) {
    Move(String name, Event event) {
      this(name, event, false, Duration.ZERO);
    }
  }

  /** One step of a walk. */
  record Edge(VoiceWorld from, Move move, VoiceWorld to) {}

  private final House house;

  /** Each state once, by all that matters in it. */
  private final Map<Object, VoiceWorld> states = new HashMap<>();

  private final IdentityHashMap<VoiceWorld, Integer> depths = new IdentityHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  VoiceWalk(List<Language> languages) {
    this.house = VoiceCallers.house(languages);
  }

  /** The walk of all callers through all that is shipped; made once. */
  static VoiceWalk shipped() {
    return Shipped.WALK;
  }

  private static final class Shipped {
    static final VoiceWalk WALK = of(Languages.shipped());

    private static VoiceWalk of(List<Language> languages) {
      VoiceWalk walk = new VoiceWalk(languages);
      VoiceCallers.all(languages).forEach(walk::from);
      return walk;
    }
  }

  Set<VoiceWorld> states() {
    return depths.keySet();
  }

  /** Between states that are each the very same object wherever they occur. */
  List<Edge> edges() {
    return edges;
  }

  int deepest() {
    return depths.values().stream().mapToInt(d -> d).max().orElse(0);
  }

  /** From a phone that rings, everywhere. */
  void from(VoiceWorld ringing) {
    ArrayDeque<VoiceWorld> open = new ArrayDeque<>();
    open.add(met(take(ringing, new Move("arrives", new Event.CallArrived())), 0, open));
    open.add(met(take(ringing, new Move("is called back", new Event.CalledBack())), 0, open));
    while (!open.isEmpty()) {
      VoiceWorld world = open.remove();
      for (Move move : moves(world)) {
        VoiceWorld next = met(take(world, move), depths.getOrDefault(world, 0) + 1, open);
        edges.add(new Edge(world, move, next));
      }
    }
  }

  private VoiceWorld met(VoiceWorld world, int depth, ArrayDeque<VoiceWorld> open) {
    VoiceWorld known = states.putIfAbsent(world.canonical(), world);
    if (known != null) {
      return known;
    }
    if (states.size() > MOST_STATES) {
      throw new AssertionError("the voice machine has no end; last " + world.conversation());
    }
    depths.put(world, depth);
    if (depth > 0) {
      open.add(world);
    }
    return world;
  }

  /** A phone without a number rings. */
  VoiceWorld ring() {
    return take(
        VoiceCallers.all(house.languages()).findFirst().orElseThrow(),
        new Move("arrives", new Event.CallArrived()));
  }

  /** A key is pressed, or none. */
  VoiceWorld press(VoiceWorld world, String key) {
    return take(world, new Move(key, key.isEmpty() ? new Event.Silence() : typed(key)));
  }

  /** One turn, and what the caller said with it. */
  VoiceWorld take(VoiceWorld world, Move move) {
    if (move.byLead()) {
      return VoicePhoneMoves.take(house, world, move.event());
    }
    Scene alone =
        new Scene(
            NOW.plus(move.after()),
            house,
            world.conversation(),
            world.contact(),
            world.requests(),
            List.of(),
            List.of(),
            new Code("K7M" + (2 + world.kept().size())),
            List.of(),
            Map.of());
    Scene scene =
        FrontDesk.calls(alone, move.event())
            .map(_ -> alone.with(world.phones().near()))
            .orElse(alone);
    VoiceWorld before =
        move.event() instanceof Event.TransferEnded ? world.putThroughOver() : world;
    return said(before, move).after(FrontDesk.take(scene, move.event()));
  }

  // ---- what a caller can do, as the carrier tells it ----

  List<Move> moves(VoiceWorld world) {
    List<Move> moves = new ArrayList<>(VoicePhoneMoves.of(world));
    if (world.isOver()) {
      late(world, moves);
      return moves;
    }
    // The hash alone is silence too: it ends what was typed, which is nothing.
    if (!(world.waitsFor() instanceof Wait.Transfer)) {
      moves.add(new Move("silence", new Event.Silence()));
    }
    moves.add(new Move("hangs up", new Event.HungUp()));
    switch (world.waitsFor()) {
      case Wait.Recording _ -> {
        String sid = sid(world);
        moves.add(new Move("speaks", new Event.Recorded(Optional.of(sid), 12, false, "")));
        moves.add(new Move("speaks, hangs up", new Event.Recorded(Optional.of(sid), 9, true, "")));
        moves.add(new Move("speaks, 0", new Event.Recorded(Optional.of(sid), 12, false, "0")));
        keys(moves, "1");
        moves.add(new Move("0 seconds", new Event.Recorded(Optional.empty(), 0, false, "")));
        moves.add(
            new Move("0 seconds, hangs up", new Event.Recorded(Optional.empty(), 0, true, "")));
      }
      case Wait.SecondKey _ -> keys(moves, "0123456789*");
      case Wait.Keys(int digits) -> {
        keys(moves, "0123456789*");
        strays(world, moves);
        if (digits > 1) {
          keys(moves, List.of("14", HERE, NOWHERE, OUTSIDE, NUMBER, "1185550142"));
        }
      }
      default -> {} // nothing that a caller does is waited for
    }
    return moves;
  }

  private static void keys(List<Move> moves, String each) {
    each.chars().forEach(key -> keys(moves, List.of(Character.toString(key))));
  }

  private static void keys(List<Move> moves, List<String> all) {
    all.forEach(digits -> moves.add(new Move(digits, typed(digits))));
  }

  /** A webhook of the recording before, which the carrier repeats or brings late. */
  private static void strays(VoiceWorld world, List<Move> moves) {
    // Where phones ring too, this would double every state once more.
    if (world.conversation().step().about().isPresent() && world.phones().near().isEmpty()) {
      moves.add(new Move("a late recording", stray(false)));
      moves.add(new Move("a late one, hangs up", stray(true)));
    }
  }

  private static Event stray(boolean hungUp) {
    return new Event.Recorded(Optional.of("RElate"), 5, hungUp, "");
  }

  /** After the end: what the carrier tells in another order, or twice. */
  private static void late(VoiceWorld world, List<Move> moves) {
    moves.add(new Move("hangs up", new Event.HungUp()));
    world
        .said()
        .onTape()
        .ifPresent(sid ->
            moves.add(new Move("spoke, late", new Event.Recorded(Optional.of(sid), 12, true, ""))));
  }

  private static String sid(VoiceWorld world) {
    return "RE" + world.conversation().step().getClass().getSimpleName();
  }

  static Event typed(String digits) {
    Reading nothing = Readings.nothing();
    Reading reading =
        new Reading(
            digits,
            nothing.language(),
            0,
            nothing.letters(),
            nothing.script(),
            nothing.command(),
            nothing.opening(),
            nothing.names(),
            nothing.intent(),
            nothing.needs(),
            nothing.people(),
            digits.length() == 5 ? PLACES.find(digits) : new Finding.NotFound(),
            nothing.when(),
            nothing.urgency(),
            nothing.emergency(),
            false,
            false,
            nothing.plain(),
            List.of());
    return new Event.Answered(reading, false);
  }

  /** Told from what was asked, never from what the machine made of it. */
  private static VoiceWorld said(VoiceWorld world, Move move) {
    VoiceWorld.Said before = world.said();
    Set<String> recordings =
        move.event() instanceof Event.Recorded(Optional<String> sid, int _, boolean _, String _)
            ? sid.map(s -> VoiceWorld.with(before.recordings(), s)).orElse(before.recordings())
            : before.recordings();
    Optional<Need> need = before.need();
    Optional<String> zip = before.zip();
    if (VoiceAsked.need(world) && move.name().matches("[1-6]")) {
      need = Optional.of(House.MENU.get(Integer.parseInt(move.name()) - 1));
    }
    boolean same = VoiceAsked.lastPlace(world) && move.name().equals("*");
    if (same || (VoiceAsked.zip(world) && move.name().equals(HERE))) {
      zip = Optional.of(HERE);
    }
    boolean number = before.callBack() || (VoiceAsked.number(world) && move.name().equals(NUMBER));
    boolean cut =
        world.waitsFor() instanceof Wait.Recording && move.event() instanceof Event.HungUp;
    Optional<String> onTape =
        cut ? Optional.of(sid(world)) : before.onTape().filter(s -> !recordings.contains(s));
    return world.saying(new VoiceWorld.Said(need, zip, recordings, number, onTape));
  }
}
