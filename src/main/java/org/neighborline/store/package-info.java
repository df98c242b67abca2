/**
 * The only package that speaks SQL: a store of two verbs on SQLite or PostgreSQL, one repository an
 * aggregate, and the vault that seals what must not be read at rest. Start reading at {@code
 * Store}, then {@code Tx}; {@code SqliteWriter} is where turns become durable.
 *
 * <p>Decisions. A statement that failed fails its turn, even where the work caught the exception:
 * PostgreSQL refuses all that follows, and SQLite must not behave better in tests than PostgreSQL
 * in production. Instants are epoch milliseconds and flags 0 or 1 on both engines, so that one
 * migration and one row mapper serve both. A turn may run more than once, so it touches nothing but
 * its {@code Tx}.
 */
@NullMarked
package org.neighborline.store;

import org.jspecify.annotations.NullMarked;
