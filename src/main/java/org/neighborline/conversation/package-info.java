/**
 * The conversation: one pure function from what was said and what is known to what happens next,
 * the same for texts and calls. Start reading at {@code FrontDesk}, then {@code IntakeFlow}.
 */
@NullMarked
package org.neighborline.conversation;

import org.jspecify.annotations.NullMarked;
