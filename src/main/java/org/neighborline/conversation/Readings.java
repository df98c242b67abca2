package org.neighborline.conversation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.neighborline.language.Letters;
import org.neighborline.place.Finding;
import org.neighborline.understanding.Emergency;
import org.neighborline.understanding.Intent;
import org.neighborline.understanding.Reading;
import org.neighborline.understanding.Urgency;

/** Readings that no words were needed for. */
final class Readings {
  private Readings() {}

  /** Of no words at all. */
  static Reading nothing() {
    return new Reading(
        "",
        Optional.empty(),
        0,
        Letters.NATIVE,
        "Zyyy",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Intent.UNKNOWN,
        Set.of(),
        OptionalInt.empty(),
        new Finding.NotFound(),
        Optional.empty(),
        Urgency.NORMAL,
        Emergency.NONE,
        false,
        false,
        new Reading.Plain(Intent.UNKNOWN, Set.of(), Urgency.NORMAL, Emergency.NONE),
        List.of());
  }
}
