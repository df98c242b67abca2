package org.neighborline.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.neighborline.language.Segments;

/**
 * One text as the carrier keeps it, with the whole life it had.
 *
 * @param from a number, or whatever the other side calls itself: short codes and names are legal
 * @param media how many pictures came with it
 * @param error the carrier's code for why it was not delivered, 0 for none
 * @param callback where changes of status are told, empty for nowhere
 * @param life every status it had, the newest last; never empty
 */
public record SimulatedMessage(
    String sid,
    Direction direction,
    String from,
    String to,
    String body,
    int media,
    int error,
    String callback,
    List<Change> life) {
  /** Who started it, as the carrier counts. */
  public enum Direction {
    INBOUND("inbound"),
    OUTBOUND_API("outbound-api"),
    OUTBOUND_REPLY("outbound-reply");

    private final String wire;

    Direction(String wire) {
      this.wire = wire;
    }

    String wire() {
      return wire;
    }
  }

  /** Where a text is in its life. */
  public enum Status {
    RECEIVED,
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    UNDELIVERED,
    FAILED;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isFinal() {
      return switch (this) {
        case RECEIVED, DELIVERED, UNDELIVERED, FAILED -> true;
        case QUEUED, SENDING, SENT -> false;
      };
    }
  }

  /** A status and since when. */
  public record Change(Status status, Instant at) {}

  public SimulatedMessage {
    life = List.copyOf(life);
  }

  public Status status() {
    return life.getLast().status();
  }

  public Instant created() {
    return life.getFirst().at();
  }

  public Instant updated() {
    return life.getLast().at();
  }

  /** When it left the carrier; an inbound text was sent when it came. */
  public Optional<Instant> sent() {
    return life.stream()
        .filter(change -> change.status() == Status.SENT || change.status() == Status.RECEIVED)
        .map(Change::at)
        .findFirst();
  }

  public int segments() {
    return Segments.of(body).count();
  }

  /** {@code GSM-7} or {@code UCS-2}. */
  public String encoding() {
    return Segments.of(body).gsm7() ? "GSM-7" : "UCS-2";
  }

  SimulatedMessage moved(Status status, int code, Instant at) {
    List<Change> longer = new ArrayList<>(life);
    longer.add(new Change(status, at));
    return new SimulatedMessage(sid, direction, from, to, body, media, code, callback, longer);
  }

  SimulatedMessage redacted() {
    return new SimulatedMessage(sid, direction, from, to, "", media, error, callback, life);
  }

  /** Whether the text reached the phone it was for, or came from one. */
  public boolean arrived() {
    return direction == Direction.INBOUND
        || status() == Status.DELIVERED
        || (status() == Status.SENT && life.size() > 2);
  }
}
