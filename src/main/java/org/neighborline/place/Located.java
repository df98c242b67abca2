package org.neighborline.place;

import java.util.List;

/**
 * A finding and the words it rests on, so that the reader of needs can leave them out.
 *
 * @param spans in order, not overlapping; empty if nothing was found
 */
public record Located(Finding finding, List<Span> spans) {
  /**
   * A stretch of the text.
   *
   * @param start the first character
   * @param end one past the last
   */
  public record Span(int start, int end) {}

  public Located {
    spans = List.copyOf(spans);
  }
}
