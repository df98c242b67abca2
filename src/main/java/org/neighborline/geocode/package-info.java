/**
 * An optional geocoder: addresses that our own data do not hold are asked of the city's, where a
 * hotline chose so. Start at {@code SurerReader}, which says when, and {@code GeoSearch}, which
 * asks.
 */
@NullMarked
package org.neighborline.geocode;

import org.jspecify.annotations.NullMarked;
