package org.neighborline.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.group.Resource;
import org.neighborline.language.Arg;
import org.neighborline.language.Prompt;
import org.neighborline.language.Text;
import org.neighborline.place.Finding;
import org.neighborline.place.Place;
import org.neighborline.request.Draft;
import org.neighborline.understanding.Command;
import org.neighborline.understanding.Intent;
import org.neighborline.understanding.Need;
import org.neighborline.understanding.Reading;

/** Answers who asks where help is: the nearest public place, and a neighbor too if they say so. */
final class InformationFlow {
  private static final int NEIGHBOR = 1; // the key that asks for a neighbor as well

  private InformationFlow() {}

  /** The answer to a question for a place of help; empty where we know of none to tell. */
  static Optional<Turn> start(Scene scene, Reading reading) {
    boolean asks =
        reading.intent() == Intent.INFORMATION
            && !reading.needs().isEmpty()
            && scene.knowsTongue()
            && scene.house().directory().all().stream()
                .anyMatch(r -> r.needs().contains(first(reading.needs())));
    if (!asks) {
      return Optional.empty();
    }
    Draft draft = Draft.EMPTY.with(reading);
    return draft.place().isPresent() || reading.place() instanceof Finding.NotFound
        ? told(scene, draft)
        : Optional.empty();
  }

  /** The answer to "where are you?"; what it does not tell is asked as of any request. */
  static Turn onPlace(Scene scene, Draft draft, Reading reading) {
    Draft more = draft.with(reading);
    return told(scene, more)
        .filter(_ -> more.place().isPresent())
        .orElseGet(() -> IntakeFlow.advance(scene, more, reading, 0, Optional.empty()));
  }

  /** After the answer: 1 asks a neighbor, anything else is as fresh as ever. */
  static Turn onAnswer(Scene scene, Draft draft, Reading reading) {
    Scene idle =
        scene.with(scene.conversation().at(new Step.Idle(), Optional.empty(), Optional.empty()));
    boolean yes =
        reading.command().filter(c -> c == Command.YES).isPresent()
            || Keys.read(reading.words())
                .filter(k -> k.letter().isEmpty() && k.digit() == NEIGHBOR)
                .isPresent();
    return yes
        ? IntakeFlow.advance(idle, draft, Readings.nothing(), 0, Optional.empty())
        : IntakeFlow.take(idle, reading);
  }

  private static Optional<Turn> told(Scene scene, Draft draft) {
    if (draft.place().isEmpty()) {
      return Optional.of(
          IntakeFlow.asking(scene, new Step.AskNearest(draft), Prompt.of(Text.ASK_PLACE)));
    }
    Place place = draft.place().get();
    Need need = first(draft.needs());
    return scene
        .house()
        .directory()
        .nearest(need, place.point(), scene.tongue().language())
        .map(resource -> answer(scene, draft, need, resource));
  }

  private static Turn answer(Scene scene, Draft draft, Need need, Resource resource) {
    List<Arg> details = resource.details().stream().map(Arg::of).toList();
    return IntakeFlow.asking(
        scene,
        new Step.Told(draft.withNeeds(Set.of(need))),
        new Prompt(
            Text.NEAREST,
            Map.of(
                "need",
                new Arg.Term(need.term()),
                "resource",
                Arg.of(resource.name()),
                "details",
                new Arg.Row(details, ", "))));
  }

  private static Need first(Set<Need> needs) {
    return needs.iterator().next();
  }
}
