package org.neighborline.simulator;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What goes wrong at the carrier, and how often. Each fault strikes the next so many times it is
 * asked for, and after that by chance; the chance is seeded, so the same run strikes the same way.
 */
public final class Faults {
  /** What can go wrong: on the carrier's way to us first, on our way to the carrier below. */
  public enum Kind {
    /** The webhook of an inbound text is never sent. */
    WEBHOOK_LOST,
    WEBHOOK_LATE,
    WEBHOOK_DOUBLED,
    /** One attempt at a webhook finds nobody listening. */
    WEBHOOK_UNREACHABLE,
    /** We get the webhook and answer, but the carrier hears nothing and takes it for a time-out. */
    WEBHOOK_ANSWER_LOST,
    CALLBACK_LOST,
    CALLBACK_LATE,
    CALLBACK_DOUBLED,
    /** A status overtakes the one before it. */
    CALLBACK_REORDERED,
    /** The API answers 429. */
    TOO_MANY_REQUESTS,
    /** The API answers 503 and has done nothing. */
    SERVER_ERROR,
    /** The API has done nothing and never answers. */
    HUNG,
    /** The API has done it, but the answer is lost on the way back. */
    ANSWER_LOST,
    /** A text is accepted and then not delivered (30003), whatever the phone. */
    UNDELIVERED;

    /** As control routes and the page spell it: {@code callback-lost}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * How often a fault strikes.
   *
   * @param probability from 0 to 1, once {@code next} is used up
   * @param next how many of the next chances it takes for certain
   */
  public record Setting(double probability, int next) {
    public static final Setting OFF = new Setting(0, 0);

    public Setting {
      if (!(probability >= 0 && probability <= 1) || next < 0) {
        throw new IllegalArgumentException("a fault needs 0 <= probability <= 1 and next >= 0");
      }
    }
  }

  private final Map<Kind, Setting> settings = new EnumMap<>(Kind.class);
  private final SplittableRandom random;

  Faults(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Sets how often a fault strikes from now on. */
  public synchronized void set(Kind kind, Setting setting) {
    settings.put(kind, setting);
  }

  /** Lets a fault strike the next time it can, and then no more. */
  public void once(Kind kind) {
    set(kind, new Setting(0, 1));
  }

  /** Everything works again. */
  public synchronized void clear() {
    settings.clear();
  }

  public synchronized Setting setting(Kind kind) {
    return settings.getOrDefault(kind, Setting.OFF);
  }

  /** Whether the fault strikes this time; using up one of its certain strikes if it has any. */
  public synchronized boolean strikes(Kind kind) {
    Setting setting = setting(kind);
    if (setting.next() > 0) {
      settings.put(kind, new Setting(setting.probability(), setting.next() - 1));
      return true;
    }
    return setting.probability() > 0 && random.nextDouble() < setting.probability();
  }
}
