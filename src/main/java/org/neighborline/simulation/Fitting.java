package org.neighborline.simulation;

import java.time.InstantSource;
import org.neighborline.carrier.Carrier;
import org.neighborline.store.Store;

/**
 * How a process is put together. The sound one changes nothing; whoever wants to know that a fault
 * would be caught puts a broken part in.
 */
public interface Fitting {
  Fitting SOUND = new Fitting() {};

  /** Work that no webhook starts. */
  enum Chore {
    TIMERS,
    OUTBOX,
    RESCUE,
    MISSED
  }

  default Store store(Store sound) {
    return sound;
  }

  default Carrier carrier(Carrier sound) {
    return sound;
  }

  default InstantSource clock(InstantSource sound) {
    return sound;
  }

  /** Segments a second of a sending number. */
  default double pace(double sound) {
    return sound;
  }

  default boolean does(Chore chore) {
    return true;
  }
}
