package org.neighborline.config;

import java.util.List;
import org.neighborline.language.Fault;

/** What reading files came to: all of it, or every fault and nothing. */
public sealed interface Loading<T> {
  record Loaded<T>(T value) implements Loading<T> {}

  record Faulty<T>(List<Fault> faults) implements Loading<T> {}
}
