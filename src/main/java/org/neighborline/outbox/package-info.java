/**
 * Sends what was committed: claims a row, tries it, and lets the outcome decide what becomes of it.
 * Start reading at {@code Worker}.
 */
@NullMarked
package org.neighborline.outbox;

import org.jspecify.annotations.NullMarked;
