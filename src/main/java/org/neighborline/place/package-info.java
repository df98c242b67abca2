/**
 * Where people are: places, the gazetteer of a city, and finding a place in a person's words. Start
 * reading at {@code PlaceFinder}.
 */
@NullMarked
package org.neighborline.place;

import org.jspecify.annotations.NullMarked;
