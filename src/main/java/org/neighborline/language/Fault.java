package org.neighborline.language;

/**
 * Something wrong in a file that people edit, said so that they can mend it.
 *
 * @param file the file's name
 * @param line the line, from 1; 0 when the whole file is meant
 * @param problem what is wrong and what to do, one sentence
 */
public record Fault(String file, int line, String problem) {
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ": " + problem : file + ": " + problem;
  }
}
