/**
 * A city that uses the hotline for days in seconds: people with habits, a carrier with faults, a
 * process that dies between any two commits, and the promises that must hold all the while. The
 * clock is virtual and all runs on one thread: a seed is a run. Start reading at {@code
 * Simulation}, and at {@code Invariant} for what is promised.
 */
@NullMarked
package org.neighborline.simulation;

import org.jspecify.annotations.NullMarked;
