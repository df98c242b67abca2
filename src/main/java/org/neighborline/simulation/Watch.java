package org.neighborline.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.carrier.Carrier;
import org.neighborline.dispatch.Rules;
import org.neighborline.language.Segments;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.store.Audit;
import org.neighborline.store.Store;

/** Keeps count of promises, and judges every text at the moment when the carrier gets it. */
final class Watch {
  /** More of one kind tells nothing new. */
  private static final int MOST_OF_A_KIND = 20;

  /** Someone who texted us this recently is awake and waits for what we say. */
  private static final Duration AWAKE = Duration.ofHours(2);

  private static final Duration ROUNDING = Duration.ofMillis(2);

  private final World world;
  private final Store store;
  private final Audit audit = new Audit();
  private final Map<Invariant, Long> looked = new EnumMap<>(Invariant.class);
  private final Map<Invariant, Integer> broken = new EnumMap<>(Invariant.class);
  private final List<Violation> violations = new ArrayList<>();
  private final Set<PhoneNumber> out = new HashSet<>();
  private final Map<PhoneNumber, Instant> texted = new HashMap<>();
  private final Map<PhoneNumber, Instant> reachedSince = new HashMap<>();
  private final Map<PhoneNumber, Instant> freeAt = new HashMap<>();
  private final Map<Long, String> sidOfRow = new HashMap<>();
  private final Set<Instant> turns = new HashSet<>();
  private long sent;

  Watch(World world, Store store) {
    this.world = world;
    this.store = store;
  }

  /** Counts a look at a promise. */
  void look(Invariant invariant) {
    looked.merge(invariant, 1L, Long::sum);
  }

  /** A promise was looked at; it holds, or here is what broke it. */
  void check(Invariant invariant, boolean holds, String what) {
    look(invariant);
    if (!holds) {
      breaks(invariant, what);
    }
  }

  void breaks(Invariant invariant, String what) {
    if (broken.merge(invariant, 1, Integer::sum) <= MOST_OF_A_KIND) {
      violations.add(new Violation(invariant, world.clock().instant(), what));
    }
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  Map<Invariant, Long> looked() {
    return looked;
  }

  Map<Invariant, Integer> broken() {
    return broken;
  }

  long sent() {
    return sent;
  }

  // ---- what people did

  /** Someone sends us a text; whether and when it comes in is another matter. */
  void texts(PhoneNumber phone) {
    texted.put(phone, world.clock().instant());
  }

  /** Somebody did something that others may hear of at any hour: a text, or new trees. */
  void acted() {
    turns.add(world.clock().instant());
  }

  /** A turn of someone's text is committed. */
  void committed(PhoneNumber phone, boolean stops, boolean starts) {
    acted();
    // A text that came in late is answered late, and what follows from it comes later still.
    texts(phone);
    if (stops) {
      out.add(phone);
    } else if (starts) {
      out.remove(phone);
    }
  }

  /** Whether we may text them, after what they just wrote. */
  void reaches(PhoneNumber phone, boolean mayBeTexted) {
    if (!mayBeTexted) {
      reachedSince.put(phone, Instant.MAX);
    } else if (reachedSince.getOrDefault(phone, Instant.MIN).equals(Instant.MAX)) {
      reachedSince.put(phone, world.clock().instant());
    }
  }

  /** Whether they could be told of what happened then. */
  boolean wasReached(PhoneNumber phone, Instant then) {
    return !reachedSince.getOrDefault(phone, Instant.MIN).isAfter(then);
  }

  boolean isOut(PhoneNumber phone) {
    return out.contains(phone);
  }

  // ---- what we send

  /** The carrier behind a process, with somebody looking over its shoulder. */
  Carrier over(Carrier carrier) {
    return new Carrier() {
      @Override
      public Sent send(Text text) {
        sends(text);
        Sent came = carrier.send(text);
        if (came instanceof Sent.Accepted(String sid)) {
          accepted(text, sid);
        }
        return came;
      }

      @Override
      public Sent call(Call call) {
        return carrier.call(call);
      }

      @Override
      public Heard recording(String sid) {
        return carrier.recording(sid);
      }

      @Override
      public boolean deleteRecording(String sid) {
        return carrier.deleteRecording(sid);
      }

      @Override
      public Optional<List<Listed>> sentTo(PhoneNumber from, PhoneNumber to, Instant since) {
        return carrier.sentTo(from, to, since);
      }

      @Override
      public boolean redact(String sid) {
        return carrier.redact(sid);
      }

      @Override
      public Optional<List<Listed>> received(PhoneNumber to, Instant since) {
        return carrier.received(to, since);
      }
    };
  }

  private void sends(Carrier.Text text) {
    Instant now = world.clock().instant();
    sent++;
    check(Invariant.OPT_OUT, !out.contains(text.to()), "text " + text.row());
    Instant free = freeAt.getOrDefault(text.from(), Instant.EPOCH);
    check(Invariant.PACE, !now.plus(ROUNDING).isBefore(free), "text " + text.row());
    double seconds =
        Segments.of(text.body()).count() / (double) world.city().configuration().pace();
    freeAt.put(text.from(), now.plusNanos((long) (seconds * 1e9)));
    if (isQuiet(now)) {
      look(Invariant.QUIET);
      Optional<Audit.Letter> letter = store.read(tx -> audit.letter(tx, text.row()));
      letter
          .filter(l -> mustWait(l, text.to(), now))
          .ifPresent(l -> breaks(Invariant.QUIET, quiet(text.row(), l)));
    }
  }

  private static String quiet(long row, Audit.Letter letter) {
    String does = letter.dispatchId().isPresent() ? "asks a lead" : "tells";
    return "text " + row + " of " + letter.code().orElse("none") + " " + does;
  }

  private boolean mustWait(Audit.Letter letter, PhoneNumber to, Instant now) {
    if (letter.urgent()) {
      return false;
    }
    if (letter.dispatchId().isPresent()) {
      return isQuiet(letter.createdAt())
          || letter.createdAt().plus(Rules.LONGEST_QUEUE).isBefore(now);
    }
    boolean isAnswer = turns.contains(letter.createdAt());
    boolean isAwake =
        texted.getOrDefault(to, Instant.EPOCH).plus(AWAKE).isAfter(letter.createdAt());
    boolean isEvening = letter.code().isPresent() && !isLate(letter.createdAt());
    return isQuiet(letter.createdAt()) && !isAnswer && !isAwake && !isEvening;
  }

  private boolean isQuiet(Instant moment) {
    Rules rules = world.city().configuration().house().rules();
    return rules.quiet().hold(moment.atZone(rules.zone()));
  }

  private boolean isLate(Instant moment) {
    return world.city().configuration().house().rules().isLate(moment);
  }

  private void accepted(Carrier.Text text, String sid) {
    String before = sidOfRow.putIfAbsent(text.row(), sid);
    look(Invariant.ONCE);
    if (before != null && !before.equals(sid)) {
      breaks(Invariant.ONCE, "text " + text.row());
    }
  }
}
