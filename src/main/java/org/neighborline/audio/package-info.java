/**
 * What callers hear from files: which sounds a language needs, which are recorded by people, which
 * a machine stands in for, and whether they still say what the texts say. Start with {@link
 * org.neighborline.audio.PromptFiles}.
 */
@NullMarked
package org.neighborline.audio;

import org.jspecify.annotations.NullMarked;
