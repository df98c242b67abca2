package org.neighborline.simulation;

import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.VirtualPhone;

/** Someone with a phone and habits. */
interface Person {
  /** As the transcript calls them. */
  String name();

  VirtualPhone phone();

  /** Begins to live. */
  void begin();

  /** A text has arrived. */
  void hears(String words);

  default PhoneNumber number() {
    return phone().number();
  }
}
