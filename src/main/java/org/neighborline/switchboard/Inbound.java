package org.neighborline.switchboard;

import java.util.Optional;
import org.neighborline.conversation.Event;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;

/**
 * Something from outside, as the switchboard takes it.
 *
 * @param key what makes it this event and no other: a text's sid, a call's sid and step
 * @param from who; empty for callers who withhold their number
 * @param channel by text or call
 * @param call the call's sid; empty for a text
 * @param event what happened
 * @param words what was said, to be kept with the event
 */
public record Inbound(
    String key,
    Optional<PhoneNumber> from,
    Channel channel,
    String call,
    Event event,
    String words) {
  /** A text. */
  public static Inbound text(String sid, PhoneNumber from, Event.Answered event) {
    return new Inbound(sid, Optional.of(from), Channel.SMS, "", event, event.reading().words());
  }

  /** A step of a call. */
  public static Inbound call(String sid, String step, Optional<PhoneNumber> from, Event event) {
    return new Inbound(sid + ":" + step, from, Channel.VOICE, sid, event, "");
  }
}
