package org.neighborline.request;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.neighborline.understanding.Need;

/**
 * A lead's question to those who offered help to the group: the first who says yes is it.
 *
 * @param id the row's key; 0 before it is stored
 * @param groupId whose offers
 * @param contactId the lead who asks
 * @param leadName as those who are asked read it
 * @param needs what for; empty when the lead's words name none
 * @param words the lead's own
 * @param at when they were asked, or will be
 * @param until when we stop waiting for a yes
 * @param takenBy who said yes first
 * @param over whether the lead heard what became of it
 */
public record Appeal(
    long id,
    String groupId,
    long contactId,
    String leadName,
    Set<Need> needs,
    String words,
    Instant at,
    Instant until,
    OptionalLong takenBy,
    boolean over) {
  /** What one person who was asked said. */
  public enum Said {
    /** Nothing: they will be asked. */
    WAITING,
    ASKED,
    YES,
    NO,
    /** Yes, after someone else. */
    LATE;

    /** Whether they may still say yes. */
    public boolean isOpen() {
      return this == WAITING || this == ASKED;
    }
  }

  /** The same, stored under a key. */
  public Appeal withId(long now) {
    return new Appeal(now, groupId, contactId, leadName, needs, words, at, until, takenBy, over);
  }
}
