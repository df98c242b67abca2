package org.neighborline.switchboard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Arg;

/** Finds whom a lead means who hands a request on: "to Bo", "the desk", "Bushwick Table". */
final class Targets {
  private static final int MOST_NAMED = 6;

  private Targets() {}

  /** A lead of the same tree, a group, or a lead of any tree, whoever the words end with. */
  static Optional<Trees.Target> find(List<Group> all, String ownGroup, String to) {
    String words = " " + Trees.folded(to);
    Stream<Group> own = all.stream().filter(g -> g.id().equals(ownGroup));
    return lead(own, words).or(() -> group(all, words)).or(() -> lead(all.stream(), words));
  }

  private static Optional<Trees.Target> lead(Stream<Group> groups, String words) {
    return groups
        .flatMap(g ->
            g.leads().stream()
                .filter(l -> isMeant(words, l.name()))
                .map(l -> new Trees.Target(l.name(), g, List.of(l))))
        .findFirst();
  }

  private static Optional<Trees.Target> group(List<Group> all, String words) {
    return all.stream()
        .filter(g -> isMeant(words, g.name()) || isMeant(words, g.id()))
        .map(g -> new Trees.Target(g.name(), g, g.leads()))
        .findFirst();
  }

  private static boolean isMeant(String words, String name) {
    return words.endsWith(" " + Trees.folded(name));
  }

  /** Who else is in the tree. */
  static Arg names(List<Group> all, String ownGroup, long self) {
    List<Arg> names =
        all.stream()
            .filter(g -> g.id().equals(ownGroup))
            .flatMap(g -> g.leads().stream())
            .filter(l -> l.contactId() != self)
            .limit(MOST_NAMED)
            .map((Lead l) -> Arg.of(l.name()))
            .toList();
    return names.isEmpty()
        ? new Arg.Row(all.stream().limit(MOST_NAMED).map(g -> Arg.of(g.id())).toList(), ", ")
        : new Arg.Row(names, ", ");
  }
}
