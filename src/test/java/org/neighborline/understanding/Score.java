package org.neighborline.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts how often we understand samples as people do. */
final class Score {
  private static final Set<Intent> NEEDFUL =
      Set.of(Intent.REQUEST, Intent.OFFER, Intent.INFORMATION);

  int samples;
  int language;
  int intent;
  int needs;
  int mainNeed;
  int urgency;
  int emergencies;
  int emergenciesFound;
  int calm;
  int falseAlarms;
  final Map<String, Integer> confused = new TreeMap<>();
  final List<String> misses = new ArrayList<>();

  void add(Sample sample, Reading reading) {
    samples++;
    String language = reading.language().map(Object::toString).orElse("und");
    boolean rightLanguage = language.equals(sample.language());
    boolean rightIntent = reading.intent() == sample.intent();
    boolean alarm = sample.emergency() != Emergency.NONE;
    // An emergency goes to a person at once, and thanks to nobody: their needs are no matter.
    boolean anyNeeds = alarm || !NEEDFUL.contains(sample.intent());
    boolean rightNeeds = anyNeeds || sample.isRight(reading.needs());
    boolean rightUrgency = reading.urgency() == sample.urgency();
    boolean main = anyNeeds || sample.hearsMain(reading.needs());
    this.language += rightLanguage ? 1 : 0;
    intent += rightIntent ? 1 : 0;
    needs += rightNeeds ? 1 : 0;
    mainNeed += main ? 1 : 0;
    urgency += rightUrgency ? 1 : 0;
    boolean found = reading.emergency() == sample.emergency();
    if (alarm) {
      emergencies++;
      emergenciesFound += reading.emergency() != Emergency.NONE ? 1 : 0;
    } else {
      calm++;
      falseAlarms += reading.emergency() != Emergency.NONE ? 1 : 0;
    }
    if (!rightLanguage) {
      confused.merge(sample.language() + " read as " + language, 1, Integer::sum);
    }
    if (!rightIntent) {
      confused.merge(sample.intent().id() + " read as " + reading.intent().id(), 1, Integer::sum);
    }
    if (!(rightLanguage && rightIntent && rightNeeds && rightUrgency && found)) {
      misses.add(
          "%s: %s%n    %s %s %s %s %s, not %s %.2f %s %s %s %s %s"
              .formatted(
                  sample.set(),
                  sample.text(),
                  sample.language(),
                  sample.intent().id(),
                  sample.needs(),
                  sample.urgency(),
                  sample.emergency(),
                  language,
                  reading.languageConfidence(),
                  rightIntent ? "=" : reading.intent().id(),
                  rightNeeds ? "=" : reading.needs(),
                  rightUrgency ? "=" : reading.urgency(),
                  found ? "=" : reading.emergency(),
                  reading.because()));
    }
  }

  String row(String set) {
    return "%-8s %5d  %5.1f %%  %5.1f %%  %5.1f %%  %5.1f %%  %5.1f %%   %3d of %3d   %d of %d"
        .formatted(
            set,
            samples,
            percent(language),
            percent(intent),
            percent(needs),
            percent(mainNeed),
            percent(urgency),
            emergenciesFound,
            emergencies,
            falseAlarms,
            calm);
  }

  static String header() {
    return "set      texts  language intent   needs    main     urgency   emergencies false alarms";
  }

  double percent(int right) {
    return samples == 0 ? 100 : 100.0 * right / samples;
  }
}
