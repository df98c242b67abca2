package org.neighborline.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The recordings the carrier keeps until they are deleted. */
final class Recordings {
  private static final int MOST_KEPT = 10_000;

  private final LinkedHashMap<String, Recording> bySid = new LinkedHashMap<>();

  void keep(Recording recording) {
    bySid.put(recording.sid(), recording);
    if (bySid.size() > MOST_KEPT) {
      bySid.pollFirstEntry();
    }
  }

  Optional<Recording> bySid(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }

  List<Recording> all() {
    return new ArrayList<>(bySid.values());
  }

  boolean delete(String sid) {
    return bySid.remove(sid) != null;
  }

  void clear() {
    bySid.clear();
  }
}
