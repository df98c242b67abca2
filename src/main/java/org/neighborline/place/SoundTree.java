package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names by their sounds, in a tree: what many names begin with is compared once, and a branch is
 * left as soon as none of its names can be near.
 */
final class SoundTree<T> {
  /** Takes what is near, and tells how near something must be to matter still. */
  interface Visitor<T> {
    /** How far apart names of at most so many sounds may be, all sounds together. */
    float most(int sounds);

    void near(T name, int sounds, float distance);
  }

  /** A sound on the way to some names: its first way on and its next neighbor, no lists. */
  private static final class Node<T> {
    private final char sound;
    private final float extra;
    private @Nullable Node<T> child;
    private @Nullable Node<T> next;
    private List<T> names = List.of();
    private int longest;
    private int shortest = Sound.MAX_SOUNDS;

    void reach(int length) {
      longest = Math.max(longest, length);
      shortest = Math.min(shortest, length);
    }

    Node(char sound, float extra) {
      this.sound = sound;
      this.extra = extra;
    }

    Node<T> child(char of, float cost) {
      Node<T> last = null;
      for (Node<T> node = child; node != null; node = node.next) {
        if (node.sound == of && node.extra == cost) {
          return node;
        }
        last = node;
      }
      Node<T> made = new Node<>(of, cost);
      if (last == null) {
        child = made;
      } else {
        last.next = made;
      }
      return made;
    }

    void name(T name) {
      List<T> more = new ArrayList<>(names);
      more.add(name);
      names = List.copyOf(more);
    }
  }

  private final Node<T> root = new Node<>(' ', 0);

  void add(Sound sound, T name) {
    Node<T> node = root;
    for (int i = 0; i < sound.length(); i++) {
      node.reach(sound.length());
      node = node.child(sound.at(i), sound.extraAt(i));
    }
    node.reach(sound.length());
    node.name(name);
  }

  /** Shows a visitor all names near enough to some sounds. */
  void visit(Sound sought, Visitor<T> visitor) {
    new Walk<>(sought, visitor).down(root, 1);
  }

  /** One look through the tree: a row of costs for each sound on the way down. */
  private static final class Walk<T> {
    private final Sound sought;
    private final Visitor<T> visitor;
    private final char[] path = new char[Sound.MAX_SOUNDS + 1];
    private final float[][] rows;

    Walk(Sound sought, Visitor<T> visitor) {
      this.sought = sought;
      this.visitor = visitor;
      this.rows = new float[Sound.MAX_SOUNDS + 1][sought.length() + 1];
      for (int i = 1; i <= sought.length(); i++) {
        rows[0][i] = rows[0][i - 1] + sought.missed(i - 1);
      }
    }

    void down(Node<T> parent, int depth) {
      for (Node<T> node = parent.child; node != null; node = node.next) {
        path[depth] = node.sound;
        step(node, depth);
        if (!mayBeNear(node, depth)) {
          continue;
        }
        for (int i = 0; i < node.names.size(); i++) {
          visitor.near(node.names.get(i), depth, rows[depth][sought.length()]);
        }
        down(node, depth + 1);
      }
    }

    /**
     * Whether some name below may still be near. Where as many sounds are left on both sides, none
     * need be too many; every other length costs more than a longer name is allowed.
     */
    private boolean mayBeNear(Node<T> node, int depth) {
      float[] row = rows[depth];
      int length = sought.length();
      for (int i = 0; i <= length; i++) {
        int even = depth + length - i;
        int likely = Math.clamp(even, node.shortest, node.longest);
        float least = row[i] + Sound.LEAST_EXTRA * Math.abs(even - likely);
        if (least <= visitor.most(Math.max(length, likely))) {
          return true;
        }
      }
      return false;
    }

    /** The costs with one more sound of a name. */
    private void step(Node<T> node, int depth) {
      float[] last = rows[depth - 1];
      float[] row = rows[depth];
      row[0] = last[0] + node.extra + (depth == 1 ? Sound.FIRST : 0);
      for (int i = 1; i <= sought.length(); i++) {
        char c = sought.at(i - 1);
        float cost = last[i - 1] + Sound.changed(c, node.sound, i == 1 && depth == 1);
        cost = Math.min(cost, row[i - 1] + sought.missed(i - 1));
        cost = Math.min(cost, last[i] + node.extra);
        if (i > 1 && depth > 1 && c == path[depth - 1] && sought.at(i - 2) == node.sound) {
          cost = Math.min(cost, rows[depth - 2][i - 2] + Sound.SWAPPED);
        }
        row[i] = cost;
      }
    }
  }
}
