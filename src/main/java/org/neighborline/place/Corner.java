package org.neighborline.place;

/**
 * A corner that two names in the words {@code from} to {@code to} may mean.
 *
 * @param cost how far the names are from the streets' own; small is near
 * @param typed whether a name said what kind of street it is
 */
record Corner(int from, int to, CornerPlace place, double cost, boolean typed) {}
