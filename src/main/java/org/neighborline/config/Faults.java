package org.neighborline.config;

import java.util.ArrayList;
import java.util.List;
import org.neighborline.language.Fault;

/** Gathers what is wrong in one file, into a list that the files of one reading share. */
final class Faults {
  /** A file that is wrong throughout has told enough by then. */
  private static final int MOST = 500;

  private final String file;
  private final List<Fault> all;

  private Faults(String file, List<Fault> all) {
    this.file = file;
    this.all = all;
  }

  static Faults of(String file) {
    return new Faults(file, new ArrayList<>());
  }

  /** The same list, for another file. */
  Faults in(String otherFile) {
    return new Faults(otherFile, all);
  }

  String file() {
    return file;
  }

  void add(int line, String problem) {
    if (all.size() < MOST) {
      all.add(new Fault(file, line, problem));
    } else if (all.size() == MOST) {
      all.add(new Fault(file, line, "there is more wrong from here on; mend the above first"));
    }
  }

  void addAll(List<Fault> faults) {
    all.addAll(faults);
  }

  boolean areFull() {
    return all.size() > MOST;
  }

  boolean areNone() {
    return all.isEmpty();
  }

  List<Fault> all() {
    return List.copyOf(all);
  }
}
