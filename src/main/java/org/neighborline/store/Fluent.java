package org.neighborline.store;

import java.sql.Connection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;

/** Jdbi on a connection whose transaction belongs to the store. Apart, so that it loads on use. */
final class Fluent {
  private Fluent() {}

  static Handle on(Connection connection) {
    return Jdbi.create(connection).setTransactionHandler(new Ours()).open();
  }

  /** {@code inTransaction} joins the turn's transaction; beginning or ending it is refused. */
  private static final class Ours extends LocalTransactionHandler {
    private static final String REFUSED = "the store begins and ends transactions";

    @Override
    public boolean isInTransaction(Handle handle) {
      return true;
    }

    @Override
    public void begin(Handle handle) {
      throw new UnsupportedOperationException(REFUSED);
    }

    @Override
    public void commit(Handle handle) {
      throw new UnsupportedOperationException(REFUSED);
    }

    @Override
    public void rollback(Handle handle) {
      throw new UnsupportedOperationException(REFUSED);
    }
  }
}
