package org.neighborline.simulation;

import org.neighborline.language.Catalog;
import org.neighborline.simulator.VirtualClock;
import org.neighborline.store.Books;

/**
 * What outlives every process of a run.
 *
 * @param city whose hotline it is
 * @param plan what the run is made from
 * @param fitting how processes are put together
 * @param database the JDBC address they share
 * @param books the repositories, with the keys
 * @param catalog the texts, which no process changes
 * @param clock moves when the simulation says so
 */
record World(
    City city,
    Plan plan,
    Fitting fitting,
    String database,
    Books books,
    Catalog catalog,
    VirtualClock clock) {}
