/** Which groups suit a request, best first, and why. Start reading at {@code Router}. */
@NullMarked
package org.neighborline.routing;

import org.jspecify.annotations.NullMarked;
