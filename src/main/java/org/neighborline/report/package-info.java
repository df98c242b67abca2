/** Tables and pictures for people who run a hotline. Start reading at {@code Coverage}. */
@NullMarked
package org.neighborline.report;

import org.jspecify.annotations.NullMarked;
