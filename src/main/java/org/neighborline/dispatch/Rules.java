package org.neighborline.dispatch;

import java.time.Duration;
import java.time.ZoneId;
import org.neighborline.group.QuietHours;

/**
 * How a hotline walks its phone trees.
 *
 * @param zone the hotline's time zone
 * @param normalWait how long a lead has to answer
 * @param urgentWait the same when it is urgent
 * @param quiet when we start no text
 * @param capacity requests a lead holds at most
 * @param backstop the id of the group that answers last
 */
public record Rules(
    ZoneId zone,
    Duration normalWait,
    Duration urgentWait,
    QuietHours quiet,
    int capacity,
    String backstop) {
  /** How many groups are asked before the backstop: the nearest and the next-nearest. */
  public static final int GROUPS_BEFORE_BACKSTOP = 2;

  /** A lead's time starts when the carrier takes the text, at most this long after queueing. */
  public static final Duration LONGEST_QUEUE = Duration.ofMinutes(5);

  /** How long until we look again when every lead is full. */
  public static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

  /** How long the desk may look for someone before the resident hears that it still does. */
  public static final Duration SILENT_DESK = Duration.ofMinutes(45);

  /** How often the whole tree is walked for one request, a day apart. */
  public static final int MOST_ROUNDS = 3;

  /** How long a lead has to answer. */
  public Duration waitFor(boolean urgent) {
    return urgent ? urgentWait : normalWait;
  }
}
