package org.neighborline.place;

import java.util.Arrays;

/**
 * How a name sounds, whoever wrote it down: a row of letters, one a sound, and how far two such
 * rows are apart. Sounds that many languages do not tell apart are near each other.
 */
final class Sound {
  /** The rows of numbers that one comparison after another needs, so that they are made once. */
  static final class Rows {
    private float[] beforeLast = new float[MAX_SOUNDS + 1];
    private float[] last = new float[MAX_SOUNDS + 1];
    private float[] row = new float[MAX_SOUNDS + 1];
  }

  static final int MAX_SOUNDS = 24;

  private static final int LETTERS = 128;
  private static final float OTHER = 1;
  private static final float VOWEL = 0.25f; // a vowel heard as another
  static final float LEAST_EXTRA = 0.3f; // a sound too many
  private static final float EXTRA_VOWEL = LEAST_EXTRA;
  private static final float EXTRA_IN_CLUSTER = 0.6f; // one of several consonants, or the last
  private static final float WEAK_IN_CLUSTER = 0.35f; // g after n, t or d beside others, r
  static final float SWAPPED = 0.7f;
  static final float FIRST = 0.3f; // more, where the very first sound differs
  private static final float UNLIKE = 0.4f; // sounds farther apart than this are not alike
  private static final float[][] CHANGE = changes();

  /** What is written otherwise than it sounds: in English names, and in Yiddish. */
  private static final String[][] SPELLED = {
    {"dzsh", "j"},
    {"zsh", "zh"},
    {"heights", "haits"},
    {"side", "said"},
    {"wood", "wud"},
    {"beach", "bich"},
    {"town", "taun"},
    {"ville", "vil"},
    {"stone", "ston"},
    {"dale", "deil"},
    {"hook", "huk"},
    {"gate", "geit"},
    {"lake", "leik"},
    {"green", "grin"},
    {"queens", "kwins"},
    {"view", "viu"},
    {"slope", "slop"},
    {"mead", "med"},
  };

  private final char[] sounds;
  private final float[] extra;

  /** A word in small Latin letters as it sounds; what is too long is cut off. */
  Sound(String latin) {
    String all = of(latin);
    String heard = all.length() > MAX_SOUNDS ? all.substring(0, MAX_SOUNDS) : all;
    this.sounds = heard.toCharArray();
    this.extra = new float[sounds.length];
    for (int i = 0; i < sounds.length; i++) {
      extra[i] = extra(heard, i);
    }
  }

  int length() {
    return sounds.length;
  }

  char at(int i) {
    return sounds[i];
  }

  /** What it costs that a sound is one too many. */
  float extraAt(int i) {
    return extra[i];
  }

  /** The same for what a person wrote, where the first sound is told best. */
  float missed(int i) {
    return extra[i] + (i == 0 ? FIRST : 0);
  }

  /** What it costs to hear one sound as another. */
  static float changed(char c, char d, boolean first) {
    float changed = CHANGE[c][d];
    return changed + (first && changed > UNLIKE ? FIRST : 0);
  }

  private static float[][] changes() {
    float[][] change = new float[LETTERS][LETTERS];
    for (float[] row : change) {
      Arrays.fill(row, OTHER);
    }
    near(change, VOWEL, "ae", "ai", "ao", "au", "ei", "eo", "eu", "io", "iu", "ou");
    near(change, 0.1f, "sz", "CJ", "SC", "ZJ", "zZ", "vw", "dt");
    near(change, 0.2f, "SZ", "wr", "wu", "wo", "Ji", "bv", "bp", "vf", "gk", "sS", "fp", "lr");
    near(change, 0.35f, "wb", "mn", "zJ", "sC", "gJ", "hJ", "SJ", "kC", "dJ", "tC", "zS");
    near(change, 0.45f, "gh", "kh", "bf", "sJ", "wg", "ts", "pv", "wf", "bm");
    for (int i = 0; i < LETTERS; i++) {
      change[i][i] = 0;
    }
    return change;
  }

  private static void near(float[][] change, float cost, String... pairs) {
    for (String pair : pairs) {
      change[pair.charAt(0)][pair.charAt(1)] = cost;
      change[pair.charAt(1)][pair.charAt(0)] = cost;
    }
  }

  /** The sounds of a word in small Latin letters. */
  private static String of(String written) {
    String latin = written;
    for (String[] rule : SPELLED) {
      latin = latin.replace(rule[0], rule[1]);
    }
    StringBuilder out = new StringBuilder(latin.length());
    int at = 0;
    while (at < latin.length()) {
      char c = latin.charAt(at);
      char next = at + 1 < latin.length() ? latin.charAt(at + 1) : ' ';
      String pair = pair(c, next);
      String sound = pair.isEmpty() ? single(c, next) : pair;
      for (int i = 0; i < sound.length(); i++) {
        boolean twice = out.length() > 0 && out.charAt(out.length() - 1) == sound.charAt(i);
        if (!twice && sound.charAt(i) != ' ') {
          out.append(sound.charAt(i));
        }
      }
      at += pair.isEmpty() ? 1 : 2;
    }
    return out.toString();
  }

  /** What two letters sound like together; a space is silence, nothing that they are two sounds. */
  private static String pair(char c, char next) {
    if (next == 'h') {
      return switch (c) {
        case 'c' -> "C";
        case 's' -> "S";
        case 'z' -> "Z";
        case 'p' -> "f";
        case 'g' -> " ";
        case 't', 'd', 'k', 'b', 'w', 'r' -> String.valueOf(c);
        default -> "";
      };
    }
    return switch ("" + c + next) {
      case "ck" -> "k";
      case "cz" -> "C";
      case "sz" -> "S";
      case "dg", "dz", "dj" -> "J";
      case "qu" -> "kw";
      case "aw", "au", "ow" -> "o";
      default -> "";
    };
  }

  private static String single(char c, char next) {
    return switch (c) {
      case 'c' -> next == 'e' || next == 'i' || next == 'y' ? "s" : "k";
      case 'q' -> "k";
      case 'x' -> "ks";
      case 'j' -> "J";
      case 'y' -> "i";
      default -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? String.valueOf(c) : " ";
    };
  }

  private static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }

  /** What it costs to hear a sound too many, or to miss it. */
  private static float extra(String sounds, int at) {
    char c = sounds.charAt(at);
    if (isVowel(c)) {
      return EXTRA_VOWEL;
    }
    char before = at > 0 ? sounds.charAt(at - 1) : 'a';
    char after = at + 1 < sounds.length() ? sounds.charAt(at + 1) : '.';
    boolean cluster = !isVowel(before) || !isVowel(after);
    return switch (c) {
      case 'h', 'r' -> at == 0 ? EXTRA_IN_CLUSTER : WEAK_IN_CLUSTER;
      case 'g' -> before == 'n' ? WEAK_IN_CLUSTER : cluster ? EXTRA_IN_CLUSTER : OTHER;
      case 'w' -> after == 'u' || after == 'o' || cluster ? WEAK_IN_CLUSTER : OTHER;
      case 't', 'd', 's' -> cluster && at > 0 ? EXTRA_IN_CLUSTER : OTHER;
      default -> cluster && at > 0 ? EXTRA_IN_CLUSTER + WEAK_IN_CLUSTER / 2 : OTHER;
    };
  }

  /**
   * How far two rows of sounds are apart.
   *
   * @return a number above the limit as soon as it is sure to pass it
   */
  float distance(Sound other, float limit, Rows rows) {
    int m = other.length();
    rows.last[0] = 0;
    for (int j = 1; j <= m; j++) {
      rows.last[j] = rows.last[j - 1] + other.extra[j - 1] + (j == 1 ? FIRST : 0);
    }
    for (int i = 1; i <= sounds.length; i++) {
      if (step(other, i, rows) > limit) {
        return OTHER + limit;
      }
      float[] spare = rows.beforeLast;
      rows.beforeLast = rows.last;
      rows.last = rows.row;
      rows.row = spare;
    }
    return rows.last[m];
  }

  /** The costs up to one more of our sounds; the least of them is returned. */
  private float step(Sound other, int i, Rows rows) {
    float[] last = rows.last;
    float[] row = rows.row;
    char c = sounds[i - 1];
    float[] change = CHANGE[c];
    float missed = extra[i - 1] + (i == 1 ? FIRST : 0);
    row[0] = last[0] + missed;
    float least = row[0];
    for (int j = 1; j <= other.sounds.length; j++) {
      char d = other.sounds[j - 1];
      float changed = change[d];
      float cost = last[j - 1] + changed + (i == 1 && j == 1 && changed > UNLIKE ? FIRST : 0);
      cost = Math.min(cost, last[j] + missed);
      cost = Math.min(cost, row[j - 1] + other.extra[j - 1]);
      if (i > 1 && j > 1 && c == other.sounds[j - 2] && sounds[i - 2] == d) {
        cost = Math.min(cost, rows.beforeLast[j - 2] + SWAPPED);
      }
      row[j] = cost;
      least = Math.min(least, cost);
    }
    return least;
  }
}
