/**
 * Whom to ask next for a request, until a person takes it: a pure machine over what happened so
 * far. Start reading at {@code DispatchFlow}.
 */
@NullMarked
package org.neighborline.dispatch;

import org.jspecify.annotations.NullMarked;
