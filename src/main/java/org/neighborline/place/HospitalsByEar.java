package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the hospital whose name a word beside "hospital" sounds like, in any script. */
final class HospitalsByEar {
  private static final String HOSPITAL = "hospital";
  private static final float ALIKE = 0.12f; // apart for each sound, at most
  private static final int MIN_SOUNDS = 6;

  /** What people call a hospital, without the word itself. */
  private record Name(Sound sounds, Gazetteer.Landmark mark) {}

  private final Words words;
  private final Letters letters;
  private final Lazy<List<Name>> names;

  HospitalsByEar(Gazetteer city) {
    this.words = city.parts().words();
    this.letters = city.parts().letters();
    this.names = new Lazy<>(() -> read(city.parts().landmarks().get()));
  }

  private List<Name> read(List<Gazetteer.Landmark> marks) {
    List<Name> all = new ArrayList<>();
    for (Gazetteer.Landmark mark : marks) {
      if (mark.kind().equals(HOSPITAL)) {
        add(all, mark.name(), mark);
        mark.also().forEach(also -> add(all, also, mark));
      }
    }
    return all;
  }

  private void add(List<Name> all, String name, Gazetteer.Landmark mark) {
    StringBuilder said = new StringBuilder();
    for (Token token : Tokenizer.tokens(name, words)) {
      if (words.has(token.word(), Words.Use.LANDMARK)) {
        break;
      }
      said.append(words.full(token.word()));
    }
    Sound sounds = new Sound(said.toString());
    if (sounds.length() >= MIN_SOUNDS) {
      all.add(new Name(sounds, mark));
    }
  }

  /** A hospital, and the words that name it. */
  record Heard(int from, int to, Gazetteer.Landmark mark) {}

  Optional<Heard> in(Context context) {
    for (int at = 0; at < context.size(); at++) {
      if (words.kind(context.word(at)).equals(HOSPITAL)) {
        Optional<Heard> heard = heard(context, at + 1);
        heard = heard.isEmpty() && at > 0 ? heard(context, at - 1) : heard;
        if (heard.isPresent()) {
          return heard;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Heard> heard(Context context, int at) {
    if (at >= context.size()
        || context.hasSmall(at, at + 1)
        || context.has(at, Words.Use.COMMON)
        || context.everyday(at, at + 1)) {
      return Optional.empty();
    }
    Sound sounds = new Sound(letters.latin(context.word(at)));
    Sound.Rows rows = new Sound.Rows();
    Gazetteer.Landmark best = null;
    float least = ALIKE;
    for (Name name : sounds.length() < MIN_SOUNDS ? List.<Name>of() : names.get()) {
      int longer = Math.max(sounds.length(), name.sounds.length());
      float apart = sounds.distance(name.sounds, least * longer, rows) / longer;
      if (apart < least) {
        best = name.mark;
        least = apart;
      }
    }
    return Optional.ofNullable(best).map(mark -> new Heard(at, at + 1, mark));
  }
}
