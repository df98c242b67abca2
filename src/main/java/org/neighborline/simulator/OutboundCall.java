package org.neighborline.simulator;

import java.time.Duration;
import java.util.Set;

/**
 * A call that the hotline asks the carrier to make.
 *
 * @param url where the call's document is fetched once somebody answers; empty when there is one
 * @param twiml the document itself, empty when it is to be fetched
 * @param callback where the call's life is told, empty for nowhere
 * @param events which parts of its life: initiated, ringing, answered, completed
 * @param timeout how long it rings
 */
public record OutboundCall(
    String to,
    String from,
    String url,
    String twiml,
    String fallback,
    String callback,
    Set<String> events,
    Duration timeout) {
  public OutboundCall {
    events = Set.copyOf(events);
  }
}
