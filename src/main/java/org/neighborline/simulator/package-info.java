/**
 * A carrier for one machine: a deterministic model of texts, calls, webhooks and faults, a server
 * that gives it Twilio's own HTTP API, and phones to hold in the browser or the terminal. Start
 * reading at {@code SimulatedCarrier} for the model and {@code SimulatorServer} for the doors.
 */
@NullMarked
package org.neighborline.simulator;

import org.jspecify.annotations.NullMarked;
