package org.neighborline.store;

/** A row with the same unique key is there already. The turn that met it left nothing behind. */
public final class ConflictException extends StoreException {
  private final String constraint;

  ConflictException(String constraint, String statement) {
    super("unique key " + constraint + " is taken, in: " + statement);
    this.constraint = constraint;
  }

  /** What was violated: SQLite says {@code table.column}, PostgreSQL the constraint's name. */
  public String constraint() {
    return constraint;
  }
}
