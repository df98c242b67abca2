package org.neighborline.simulation;

/**
 * The process dies here. It is an error, so that no code that goes on after an exception goes on
 * after this; the simulation drops the whole process.
 */
final class Crash extends Error {
  private static final long serialVersionUID = 1;

  Crash() {
    super("the process died", null, false, false);
  }

  /** Whether this is a death, or came of one. */
  static boolean isIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Crash) {
        return true;
      }
    }
    return false;
  }
}
