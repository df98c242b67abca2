package org.neighborline.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.neighborline.group.QuietHours;

/**
 * How a hotline walks its phone trees.
 *
 * @param zone the hotline's time zone
 * @param normalWait how long a lead has to answer
 * @param urgentWait the same when it is urgent
 * @param budget how long neighbors are asked before the backstop is
 * @param urgentBudget the same when it is urgent
 * @param quiet when we start no text
 * @param capacity requests a lead holds at most
 * @param backstop the id of the group that answers last
 */
public record Rules(
    ZoneId zone,
    Duration normalWait,
    Duration urgentWait,
    Duration budget,
    Duration urgentBudget,
    QuietHours quiet,
    int capacity,
    String backstop) {
  /** How long neighbors are asked before the backstop is, unless a hotline says otherwise. */
  public static final Duration USUAL_BUDGET = Duration.ofMinutes(60);

  public static final Duration USUAL_URGENT_BUDGET = Duration.ofMinutes(10);

  /** How many groups are asked before the backstop: the nearest and the next-nearest. */
  public static final int GROUPS_BEFORE_BACKSTOP = 2;

  /** A lead's time starts when the carrier takes the text, at most this long after queueing. */
  public static final Duration LONGEST_QUEUE = Duration.ofMinutes(5);

  /** How long until we look again when every lead is full, or none can be reached. */
  public static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

  /** How long the desk may look for someone before the resident hears that it still does. */
  public static final Duration SILENT_DESK = Duration.ofMinutes(45);

  /** How often the whole tree is walked for one request, a day apart. */
  public static final int MOST_ROUNDS = 3;

  /** A phone that no text reached is tried again after this. */
  public static final Duration TRY_PHONE_AGAIN = Duration.ofHours(12);

  /** So long a request waits for someone who sleeps, once others were asked. */
  public static final Duration LONGEST_NIGHT = Duration.ofHours(20);

  /**
   * Who waits for an answer hears this long into the quiet hours that the night has come: the last
   * lead asked may have until then. Later we say nothing of our own that can wait.
   */
  public static final Duration EVENING = Duration.ofMinutes(30);

  /** Who was silent so often in a row is asked after the others… */
  public static final int MOST_SILENT = 3;

  /** … but in turn once in this time: silence is not no. */
  public static final Duration ASK_ONCE_IN = Duration.ofDays(30);

  /** With the usual budgets. */
  public Rules(
      ZoneId zone,
      Duration normalWait,
      Duration urgentWait,
      QuietHours quiet,
      int capacity,
      String backstop) {
    this(
        zone, normalWait, urgentWait, USUAL_BUDGET, USUAL_URGENT_BUDGET, quiet, capacity, backstop);
  }

  /** The same rules with other quiet hours. */
  public Rules withQuiet(QuietHours now) {
    return new Rules(zone, normalWait, urgentWait, budget, urgentBudget, now, capacity, backstop);
  }

  /** Whether a moment is so late that a request's news wait for the morning. */
  public boolean isLate(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    return quiet.hold(local) && !quiet.beganWithin(EVENING, local);
  }

  /** How long neighbors are asked before the backstop is. */
  Duration budgetFor(boolean urgent) {
    return urgent ? urgentBudget : budget;
  }

  /** How long a lead has to answer. */
  public Duration waitFor(boolean urgent) {
    return urgent ? urgentWait : normalWait;
  }
}
