/** One class a command of the launcher. Start reading at {@code ServeCommand}. */
@NullMarked
package org.neighborline.command;

import org.jspecify.annotations.NullMarked;
