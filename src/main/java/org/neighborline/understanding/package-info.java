/**
 * What a person's words mean: language, need, intent, urgency, emergency. Start reading at {@code
 * Reader}.
 */
@NullMarked
package org.neighborline.understanding;

import org.jspecify.annotations.NullMarked;
