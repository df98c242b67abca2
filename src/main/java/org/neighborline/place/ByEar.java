package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name that some words sound like, whatever script or spelling they are in. It looks
 * through every name there is, so it is asked only about words that stand where a place is.
 */
final class ByEar {
  private static final int MIN_SOUNDS = 5; // of a name
  private static final int MIN_WRITTEN = 4; // of what is written: some scripts leave vowels out
  private static final float ALIKE = 0.15f; // apart for each sound: more is another name
  private static final float TOWN_ALIKE = 0.1f;
  private static final float AS_LIKELY = 0.035f; // closer than this two names are rivals
  private static final float AT_HAND = 0.06f; // what it is worth to lie in the borough named

  /** What a name means, and the boroughs that have it, kept since they are looked at so often. */
  private record Name(List<Named> meanings, boolean weak, boolean away, List<String> boroughs) {
    static Name of(List<Named> meanings, boolean weak) {
      List<String> boroughs = new ArrayList<>();
      for (Named meaning : meanings) {
        switch (meaning) {
          case Named.Hood(var hood) -> boroughs.add(hood.borough());
          case Named.Borough(var borough) -> boroughs.add(borough);
          case Named.City _, Named.Away _, Named.Stop _, Named.Mark _ -> {}
        }
      }
      boolean away = meanings.getFirst() instanceof Named.Away;
      return new Name(meanings, weak, away, List.copyOf(boroughs));
    }

    boolean in(Set<String> named) {
      for (int i = 0; i < boroughs.size(); i++) {
        if (named.contains(boroughs.get(i))) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * What some words may mean.
   *
   * @param apart how unlike the name they sound, for each sound
   * @param sounds how many sounds they are
   */
  record Heard(List<Named> meanings, boolean weak, boolean away, float apart, int sounds) {
    /** The more of a text a name explains, and the better, the likelier it is meant. */
    float worth() {
      return (ALIKE + AS_LIKELY - apart) * sounds;
    }
  }

  private final SoundTree<Name> names = new SoundTree<>();

  void add(String latin, List<Named> meanings, boolean weak) {
    Sound sound = new Sound(latin);
    if (sound.length() >= MIN_SOUNDS) {
      names.add(sound, Name.of(meanings, weak));
    }
  }

  /**
   * The name that words in Latin letters sound most like; both of two that are as near.
   *
   * @param alike how far apart they may be, for each sound
   */
  Optional<Heard> like(String latin, Set<String> boroughs, float alike) {
    Sound sound = new Sound(latin);
    if (sound.length() < MIN_WRITTEN || sound.length() == Sound.MAX_SOUNDS) {
      return Optional.empty();
    }
    Search search = new Search(sound, boroughs, alike);
    names.visit(sound, search);
    return search.heard();
  }

  /** The nearest name so far, and the nearest that means something else. */
  private static final class Search implements SoundTree.Visitor<Name> {
    private final Sound sounds;
    private final Set<String> boroughs;
    private final float alike;
    private @Nullable Name best;
    private @Nullable Name second;
    private float least;
    private float next = 1;

    Search(Sound sounds, Set<String> boroughs, float alike) {
      this.sounds = sounds;
      this.boroughs = boroughs;
      this.alike = alike;
      this.least = alike;
    }

    @Override
    public float most(int sounds) {
      float rival = best == null ? 0 : AS_LIKELY;
      return (least + rival + (boroughs.isEmpty() ? 0 : AT_HAND)) * sounds;
    }

    @Override
    public void near(Name name, int length, float distance) {
      if (!boroughs.isEmpty() && !name.away() && !name.in(boroughs)) {
        return; // nobody says Bronx and a name of Queens
      }
      float bonus = name.in(boroughs) ? AT_HAND : 0;
      float apart = distance / Math.max(sounds.length(), length) - bonus;
      if (apart > (name.away() ? Math.min(alike, TOWN_ALIKE) : alike)) {
        return;
      }
      boolean other = best != null && !best.meanings.equals(name.meanings);
      if (best == null || apart < least) {
        second = other ? best : second;
        next = other ? least : next;
        best = name;
        least = apart;
      } else if (other && apart < next) {
        second = name;
        next = apart;
      }
    }

    Optional<Heard> heard() {
      if (best == null) {
        return Optional.empty();
      }
      Name rival = next - least < AS_LIKELY ? second : null;
      return Optional.of(
          new Heard(
              both(best.meanings, rival),
              best.weak,
              best.away(),
              Math.max(0, least),
              sounds.length()));
    }
  }

  private static List<Named> both(List<Named> first, @Nullable Name rival) {
    List<Named> all = new ArrayList<>(first);
    if (rival != null && !rival.away()) {
      rival.meanings.stream().filter(m -> !all.contains(m)).forEach(all::add);
    }
    return List.copyOf(all);
  }
}
