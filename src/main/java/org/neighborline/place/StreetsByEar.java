package org.neighborline.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the street whose name a word in another script sounds like. */
final class StreetsByEar {
  private static final float ALIKE = 0.2f; // apart for each sound, at most
  private static final int MIN_BONES = 2;
  private static final int MIN_CORNERS = 8; // of a street that people steer by

  /** A name as it sounds, and the words that it is matched by. */
  private record Name(Sound sounds, List<String> words, int corners) {}

  private final Lazy<Map<String, List<Name>>> byBones;
  private final Streets streets;
  private final Words words;
  private final Letters letters;

  StreetsByEar(Gazetteer city) {
    this.streets = city.parts().streets();
    this.words = city.parts().words();
    this.letters = city.parts().letters();
    this.byBones = new Lazy<>(this::read);
  }

  private Map<String, List<Name>> read() {
    Map<String, List<Name>> all = new HashMap<>();
    Set<List<String>> seen = new HashSet<>();
    for (int street = 0; street < streets.table().streets(); street++) {
      List<String> parts = streets.bareWords(street);
      if (streets.table().cornerCount(street) >= MIN_CORNERS && seen.add(parts)) {
        StringBuilder said = new StringBuilder();
        parts.forEach(part -> said.append(words.full(part)));
        all.computeIfAbsent(Letters.bones(said.toString()), _ -> new ArrayList<>(1))
            .add(new Name(new Sound(said.toString()), parts, streets.table().cornerCount(street)));
      }
    }
    return all;
  }

  /** The words of the street that some letters sound like: the best known of those as near. */
  Optional<List<String>> like(String word) {
    String latin = letters.latin(word);
    String bones = Letters.bones(latin);
    if (bones.length() < MIN_BONES) {
      return Optional.empty();
    }
    Sound sounds = new Sound(latin);
    Sound.Rows rows = new Sound.Rows();
    Name best = null;
    float least = ALIKE;
    for (Name name : byBones.get().getOrDefault(bones, List.of())) {
      int longer = Math.max(sounds.length(), name.sounds.length());
      float apart = sounds.distance(name.sounds, least * longer, rows) / longer;
      boolean better =
          apart < least || (apart == least && best != null && name.corners > best.corners);
      if (better) {
        best = name;
        least = apart;
      }
    }
    return Optional.ofNullable(best).map(Name::words);
  }
}
