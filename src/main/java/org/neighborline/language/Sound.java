package org.neighborline.language;

/**
 * Something that is recorded once and played in many prompts: a whole sentence, what stands between
 * two gaps, a digit, the name of a need.
 *
 * @param name of its file, without the ending: {@code voice_sent.2}, {@code say.7}
 * @param words what is said in it
 */
public record Sound(String name, String words) {}
