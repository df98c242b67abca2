/** Neighborhood groups and their phone trees. Start reading at {@code Group}. */
@NullMarked
package org.neighborline.group;

import org.jspecify.annotations.NullMarked;
