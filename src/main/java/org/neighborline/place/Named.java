package org.neighborline.place;

/** What a name in a text may stand for. */
sealed interface Named {
  /** The whole city: says where, but not near whom. */
  record City() implements Named {}

  record Borough(String name) implements Named {}

  record Hood(Gazetteer.Neighborhood hood) implements Named {}

  record Away(Gazetteer.Town town) implements Named {}

  record Stop(Gazetteer.Station station) implements Named {}

  record Mark(Gazetteer.Landmark landmark) implements Named {}
}
