package org.neighborline.language;

/**
 * A text as a person might send it, and what it means: one line of {@code [examples]}.
 *
 * @param meaning an intent, then any needs, then any flags, as the translator wrote them
 * @param text what the person sends
 * @param line where it stands, from 1
 */
public record Example(String meaning, String text, int line) {}
