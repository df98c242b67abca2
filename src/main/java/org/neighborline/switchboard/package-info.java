/**
 * The one transaction of every turn: load the scene, decide, save state, reply, texts and timers.
 * Start reading at {@code Switchboard}.
 */
@NullMarked
package org.neighborline.switchboard;

import org.jspecify.annotations.NullMarked;
