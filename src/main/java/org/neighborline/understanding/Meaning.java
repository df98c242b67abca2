package org.neighborline.understanding;

/**
 * One entry of a translation file: words of a language and what they stand for.
 *
 * @param language the number of the language
 * @param sense what they stand for
 * @param weak whether they count only where nothing clearer is said
 * @param words the entry as the translator wrote it
 */
record Meaning(int language, Sense sense, boolean weak, String words) {}
