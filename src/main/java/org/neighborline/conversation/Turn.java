package org.neighborline.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one event comes to.
 *
 * @param next the conversation as it now is
 * @param reply our answer; empty when silence is the answer
 * @param effects what else changes, in order
 */
public record Turn(Conversation next, Optional<Reply> reply, List<Effect> effects) {
  Turn and(Effect effect) {
    List<Effect> more = new ArrayList<>(effects);
    more.add(effect);
    return new Turn(next, reply, more);
  }

  Turn first(List<Effect> before) {
    List<Effect> all = new ArrayList<>(before);
    all.addAll(effects);
    return new Turn(next, reply, all);
  }

  Turn saying(Reply instead) {
    return new Turn(next, Optional.of(instead), effects);
  }

  Turn silently() {
    return new Turn(next, Optional.empty(), effects);
  }
}
