package org.neighborline.language;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What translations are checked against: the hotline as it is.
 *
 * @param terms the keys that {@code [terms]} must have
 * @param groups names of its groups
 * @param leads names of its leads
 * @param places names of places as texts say them
 * @param city where it helps
 * @param zone in which times are told
 * @param region two letters: whether people there say 7 PM or 19:00
 * @param price cents for a segment
 * @param words what those who read the words and examples of a translation find wrong in them
 */
public record CheckScope(
    Set<String> terms,
    List<String> groups,
    List<String> leads,
    List<String> places,
    Arg city,
    ZoneId zone,
    String region,
    double price,
    Function<Translation, List<Fault>> words) {}
