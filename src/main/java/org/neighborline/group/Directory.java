package org.neighborline.group;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.neighborline.language.Language;
import org.neighborline.place.Point;
import org.neighborline.understanding.Need;

/** The public places of help that a hotline knows: who asks where one is hears of the nearest. */
public record Directory(List<Resource> all) {
  /** A hotline that knows none. */
  public static final Directory EMPTY = new Directory(List.of());

  private static final double FARTHEST_KM = 8; // a bus ride; beyond it a neighbor is asked instead
  private static final double OWN_LANGUAGE_KM = 1.5; // so much farther, where one is understood

  public Directory {
    all = List.copyOf(all);
  }

  /**
   * The nearest that helps with a need; one a little farther where the person's language is spoken.
   */
  public Optional<Resource> nearest(Need need, Point from, Language language) {
    return all.stream()
        .filter(r -> r.needs().contains(need))
        .filter(r -> r.point().kilometersTo(from) <= FARTHEST_KM)
        .min(
            Comparator.comparingDouble((Resource r) ->
                    r.point().kilometersTo(from)
                        + (r.languages().contains(language) ? 0 : OWN_LANGUAGE_KM))
                .thenComparing(Resource::name));
  }
}
