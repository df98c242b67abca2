/**
 * Languages, their texts and how an SMS is counted: text is data, and this is where it becomes
 * words for a person. Start reading at {@code Catalog}.
 */
@NullMarked
package org.neighborline.language;

import org.jspecify.annotations.NullMarked;
