package org.neighborline.routing;

import java.util.List;
import org.neighborline.group.Group;

/**
 * A group's rank for one request.
 *
 * @param group which
 * @param servesPlace whether its area holds the place
 * @param servesNeed whether it helps with at least one of the needs
 * @param kilometers from the place to the area's nearest edge, 0 inside; to the base where it has
 *     no area
 * @param reasons why it stands here
 */
public record Ranked(
    Group group,
    boolean servesPlace,
    boolean servesNeed,
    double kilometers,
    List<Reason> reasons) {}
