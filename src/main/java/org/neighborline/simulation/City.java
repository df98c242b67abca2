package org.neighborline.simulation;

import java.util.List;
import java.util.function.Function;
import org.neighborline.config.Configuration;
import org.neighborline.language.Translation;
import org.neighborline.store.Roster;
import org.neighborline.understanding.Reading;

/**
 * The city that is simulated, as a hotline's files describe it.
 *
 * @param configuration the hotline's own choices
 * @param seeds groups and leads
 * @param translations what it says, in the order of menus
 * @param reader understands texts
 * @param homes where residents live
 */
public record City(
    Configuration configuration,
    List<Roster.Seed> seeds,
    List<Translation> translations,
    Function<String, Reading> reader,
    List<Home> homes) {
  /** A ZIP that people text, and the borough it lies in. */
  public record Home(String zip, String borough) {}

  public City {
    seeds = List.copyOf(seeds);
    translations = List.copyOf(translations);
    homes = List.copyOf(homes);
  }
}
