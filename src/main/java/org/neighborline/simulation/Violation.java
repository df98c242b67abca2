package org.neighborline.simulation;

import java.time.Instant;

/**
 * A promise that was broken.
 *
 * @param invariant which
 * @param at when it was seen
 * @param what about which request or text, in few words
 */
public record Violation(Invariant invariant, Instant at, String what) {}
