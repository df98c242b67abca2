package org.neighborline.switchboard;

import org.neighborline.conversation.Answer;
import org.neighborline.store.StoredJson;

/** Answers as they are kept with their event. */
final class Stored {
  private Stored() {}

  static String write(Answer answer) {
    return answer.lines().isEmpty() && answer.turn() == 0 ? "" : StoredJson.write(answer);
  }

  static Answer read(String json) {
    return StoredJson.read(json, Answer.class);
  }
}
