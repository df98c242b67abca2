package org.neighborline.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.neighborline.contact.Contact;

/** What no call may come to, looked for in a whole walk. */
final class VoiceFaults {
  private VoiceFaults() {}

  /** Ends of calls after which something that was said is nowhere. */
  static List<String> lost(VoiceWalk walk) {
    List<String> lost = new ArrayList<>();
    for (VoiceWalk.Edge edge : walk.edges()) {
      if (edge.to().isOver() && !edge.to().lost().isEmpty()) {
        lost.add(told(edge) + " loses " + edge.to().lost());
      }
    }
    return lost.stream().distinct().limit(20).toList();
  }

  /** Steps from which nothing leads to a recording, or to a request that people are asked about. */
  static List<String> deadEnds(VoiceWalk walk) {
    Predicate<VoiceWorld> goal =
        w ->
            w.waitsFor() instanceof Wait.Recording
                || w.kept().values().stream().anyMatch(VoiceWorld.Kept::isCaredFor)
                || w.counted();
    IdentityHashMap<VoiceWorld, List<VoiceWorld>> before = new IdentityHashMap<>();
    walk.edges().forEach(e -> before.computeIfAbsent(e.to(), _ -> new ArrayList<>()).add(e.from()));
    Set<VoiceWorld> good = Collections.newSetFromMap(new IdentityHashMap<>());
    List<VoiceWorld> open = new ArrayList<>(walk.states().stream().filter(goal).toList());
    good.addAll(open);
    while (!open.isEmpty()) {
      before.getOrDefault(open.removeLast(), List.of()).stream()
          .filter(good::add)
          .forEach(open::add);
    }
    return walk.states().stream()
        .filter(w -> !w.isOver() && !good.contains(w))
        .map(VoiceFaults::told)
        .limit(20)
        .toList();
  }

  static String told(VoiceWalk.Edge edge) {
    return told(edge.from()) + " then " + edge.move().name();
  }

  static String told(VoiceWorld world) {
    String phone = world.phones().leg().map(leg -> ", a lead at " + leg.waitsFor()).orElse("");
    return world
            .contact()
            .flatMap(Contact::tongue)
            .map(Object::toString)
            .orElse(world.contact().isEmpty() ? "no number" : "unknown")
        + " at "
        + world.conversation().step()
        + phone;
  }
}
