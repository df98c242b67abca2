package org.neighborline.language;

import java.util.List;

/** Writes down faults of one file. */
record CheckNotes(String file, List<Fault> faults) {
  void add(int line, String problem) {
    faults.add(new Fault(file, line, problem));
  }
}
