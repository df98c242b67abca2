/**
 * Tests of the repository itself: which package may know which, and how its files look. Start
 * reading at {@code ArchitectureTest}.
 */
@NullMarked
package org.neighborline.tidy;

import org.jspecify.annotations.NullMarked;
