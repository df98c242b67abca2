package org.neighborline.switchboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neighborline.conversation.Scene;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.routing.Router;

/**
 * The groups and their trees as they were last loaded: they change rarely, and every dispatch looks
 * at all of them. How leads stand today is loaded with each search.
 *
 * @param groups all but the backstop
 * @param router knows where they are
 * @param backstop the group that answers last
 * @param posts by contact, the trees in which they are leads
 * @param doors the words with which trees are joined, in capitals, and their groups
 */
record RosterCache(
    List<Group> groups,
    Router router,
    Optional<Group> backstop,
    Map<Long, List<Scene.Post>> posts,
    Map<String, String> doors) {
  static final RosterCache EMPTY =
      new RosterCache(List.of(), new Router(List.of()), Optional.empty(), Map.of(), Map.of());

  static RosterCache of(List<Group> all, String backstopId) {
    Map<Long, List<Scene.Post>> posts = new HashMap<>();
    for (Group group : all) {
      for (Lead lead : group.leads()) {
        posts
            .computeIfAbsent(lead.contactId(), _ -> new ArrayList<>())
            .add(new Scene.Post(group, lead));
      }
    }
    List<Group> groups = all.stream().filter(g -> !g.id().equals(backstopId)).toList();
    return new RosterCache(
        groups,
        new Router(groups),
        all.stream().filter(g -> g.id().equals(backstopId)).findFirst(),
        posts,
        doors(all));
  }

  private static Map<String, String> doors(List<Group> all) {
    Map<String, String> doors = new HashMap<>();
    for (Group group : all) {
      group
          .tree()
          .join()
          .ifPresent(word -> doors.putIfAbsent(word.toUpperCase(Locale.ROOT), group.id()));
    }
    return Map.copyOf(doors);
  }

  /** All groups, the backstop last. */
  List<Group> all() {
    List<Group> all = new ArrayList<>(groups);
    backstop.ifPresent(all::add);
    return all;
  }

  /** One place in a tree. */
  Optional<Scene.Post> post(long leadId) {
    return posts.values().stream()
        .flatMap(List::stream)
        .filter(p -> p.lead().id() == leadId)
        .findFirst();
  }

  List<Scene.Post> postsOf(long contactId) {
    return posts.getOrDefault(contactId, List.of());
  }
}
