/**
 * The commands of the launcher and the composition root. Start reading at {@code Main}, then {@code
 * App}, which puts everything together.
 */
@NullMarked
package org.neighborline;

import org.jspecify.annotations.NullMarked;
