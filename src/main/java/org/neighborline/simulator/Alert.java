package org.neighborline.simulator;

import java.time.Instant;

/**
 * Something the carrier complains about, as its debugger would show it: a webhook that failed, an
 * answer it could not read.
 *
 * @param code the carrier's own, as in its error dictionary
 */
public record Alert(Instant at, int code, String about) {}
