package org.neighborline.group;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Language;

/**
 * A member of a group's phone tree.
 *
 * @param id the row's key
 * @param groupId whose tree
 * @param contactId the person
 * @param name a first name, in Latin letters; residents hear it
 * @param languages spoken, the best first
 * @param tier who is asked first: 1, then 2, …
 * @param shifts when on call; empty: always
 * @param sms whether texts reach them
 * @param calls whether the hotline may call them
 * @param night whether urgent requests may wake them
 * @param standing what they, or their phone, told us
 */
public record Lead(
    long id,
    String groupId,
    long contactId,
    String name,
    List<Language> languages,
    int tier,
    List<Shift> shifts,
    boolean sms,
    boolean calls,
    boolean night,
    Standing standing) {
  /** How far ahead a held request may wait for a lead. */
  private static final Duration LONGEST_HOLD = Duration.ofDays(7);

  private static final Duration LOOK_EVERY = Duration.ofMinutes(15);

  /**
   * What changes from day to day.
   *
   * @param optedOut no texts at all
   * @param pausedUntil asked for a rest until then
   * @param open dispatches they hold without an answer, and requests they took
   * @param lastAsked when they were last asked anything
   * @param silent dispatches in a row that they left without an answer
   */
  public record Standing(
      boolean optedOut,
      Optional<Instant> pausedUntil,
      int open,
      Optional<Instant> lastAsked,
      int silent) {
    public static final Standing FRESH = new Standing(false, Optional.empty(), 0, Optional.empty());

    /** Of someone who answers. */
    public Standing(
        boolean optedOut, Optional<Instant> pausedUntil, int open, Optional<Instant> lastAsked) {
      this(optedOut, pausedUntil, open, lastAsked, 0);
    }
  }

  /** Someone whom the hotline may call. */
  public Lead(
      long id,
      String groupId,
      long contactId,
      String name,
      List<Language> languages,
      int tier,
      List<Shift> shifts,
      boolean sms,
      boolean night,
      Standing standing) {
    this(id, groupId, contactId, name, languages, tier, shifts, sms, true, night, standing);
  }

  /** The same lead, as they stand now. */
  public Lead standing(Standing now) {
    return new Lead(id, groupId, contactId, name, languages, tier, shifts, sms, calls, night, now);
  }

  /** Whether they can be asked at all, some time, by text or by call. */
  public boolean isReachable() {
    return (sms || calls) && !standing.optedOut;
  }

  /** Whether they may be asked at a moment. */
  public boolean mayBeAsked(Instant moment, ZoneId zone, QuietHours quiet, boolean urgent) {
    return isReachable() && isAtHand(moment, zone, quiet, urgent);
  }

  private boolean isAtHand(Instant moment, ZoneId zone, QuietHours quiet, boolean urgent) {
    ZonedDateTime local = moment.atZone(zone);
    boolean awake = !quiet.hold(local) || (urgent && night);
    boolean onShift = shifts.isEmpty() || shifts.stream().anyMatch(s -> s.holds(local));
    boolean resting = standing.pausedUntil.filter(moment::isBefore).isPresent();
    return !standing.optedOut && awake && onShift && !resting;
  }

  /** Whether their phone may ring at a moment. */
  public boolean mayBeCalled(Instant moment, ZoneId zone, QuietHours quiet, boolean urgent) {
    return calls && isAtHand(moment, zone, quiet, urgent);
  }

  /** The first moment, on a quarter of an hour, at which they may be asked; empty within a week. */
  public Optional<Instant> nextAskable(
      Instant from, ZoneId zone, QuietHours quiet, boolean urgent) {
    if (!isReachable()) {
      return Optional.empty();
    }
    long step = LOOK_EVERY.toSeconds();
    Instant moment = Instant.ofEpochSecond(Math.ceilDiv(from.getEpochSecond(), step) * step);
    for (; moment.isBefore(from.plus(LONGEST_HOLD)); moment = moment.plus(LOOK_EVERY)) {
      if (mayBeAsked(moment, zone, quiet, urgent)) {
        return Optional.of(moment);
      }
    }
    return Optional.empty();
  }
}
