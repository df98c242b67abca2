package org.neighborline.understanding;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.language.Language;

/**
 * What the word lists found in a text.
 *
 * @param guess which language it is in
 * @param preferred the language it is in, as a bit, or the one known before
 * @param command the word of ours that the whole text is
 * @param names the language that the whole text names
 * @param evidence the phrases of ours in it
 * @param scores how strongly the words speak for each intent
 * @param intent the strongest
 */
record Found(
    Guess guess,
    long preferred,
    Optional<Command> command,
    Optional<Language> names,
    Evidence evidence,
    Map<Intent, Double> scores,
    Intent intent,
    Set<Need> needs,
    Emergency emergency) {}
