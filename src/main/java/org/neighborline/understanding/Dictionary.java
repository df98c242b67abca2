package org.neighborline.understanding;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.neighborline.language.Language;
import org.neighborline.language.Translation;

/** The words of all translation files, ready to be found in a text. */
final class Dictionary {
  /** A bit a language in a long. */
  static final int MOST_LANGUAGES = 64;

  static final String COMMANDS = "commands";
  static final String WORDS = "words";
  static final String CUES = "cues";
  static final String IDEAS = "ideas";

  /** Stands before the name of an idea, which other senses have in their keys. */
  static final String IDEA = "idea.";

  static final String COMMON = "common";

  /** Says that the last word of a phrase may have an ending. */
  static final String OPEN = "open";

  private static final int MOST_PEOPLE = 200;
  private static final int MOST_MISSPELLED = 40;
  private static final int SHORTEST_AFTER_ATTACHED = 3;

  private final List<Language> languages;
  private final Lexicon lexicon;
  private final Phrases phrases;
  private final Map<String, List<Named<Command>>> commands = new HashMap<>();
  private final Map<String, List<Named<Language>>> names = new HashMap<>();
  private final Map<UnicodeScript, List<Attached>> attached = new HashMap<>();
  private final LongTable common;

  /** A whole text that is a word of ours, and the number of the language it is in. */
  record Named<T>(T value, int language) {}

  /** Letters that a language writes onto the front of a word ("the", "and"). */
  record Attached(String letters, int language) {}

  Dictionary(List<Translation> translations) {
    lexicon = new Lexicon();
    phrases = new Phrases();
    common = new LongTable(1 << 12);
    languages = translations.stream().map(Translation::language).toList();
    for (int language = 0; language < translations.size(); language++) {
      Translation translation = translations.get(language);
      section(translation, WORDS, "", language);
      section(translation, CUES, "", language);
      section(translation, IDEAS, IDEA, language);
      commands(translation, language);
      about(translation, language);
    }
    attached
        .values()
        .forEach(list -> list.sort(Comparator.comparing((Attached a) -> -a.letters().length())));
  }

  /** One that was written. */
  Dictionary(Blot blot) {
    languages = blot.texts().stream().map(Language::new).toList();
    lexicon = new Lexicon(blot);
    phrases = new Phrases(blot);
    common = LongTable.read(blot);
    read(blot, commands, Command::valueOf);
    read(blot, names, Language::new);
    for (int script = blot.number(); script > 0; script--) {
      List<Attached> fronts = new ArrayList<>();
      attached.put(UnicodeScript.valueOf(blot.text()), fronts);
      for (int front = blot.number(); front > 0; front--) {
        fronts.add(new Attached(blot.text(), blot.number()));
      }
    }
  }

  void write(Ink ink) {
    ink.texts(languages.stream().map(Language::tag).toList());
    lexicon.write(ink);
    phrases.write(ink);
    common.write(ink);
    write(ink, commands, Command::name);
    write(ink, names, Language::tag);
    ink.number(attached.size());
    for (Map.Entry<UnicodeScript, List<Attached>> fronts : new TreeMap<>(attached).entrySet()) {
      ink.text(fronts.getKey().name());
      ink.number(fronts.getValue().size());
      for (Attached front : fronts.getValue()) {
        ink.text(front.letters());
        ink.number(front.language());
      }
    }
  }

  private static <T> void read(
      Blot blot, Map<String, List<Named<T>>> all, Function<String, T> value) {
    for (int text = blot.number(); text > 0; text--) {
      List<Named<T>> named = new ArrayList<>();
      all.put(blot.text(), named);
      for (int i = blot.number(); i > 0; i--) {
        named.add(new Named<>(value.apply(blot.text()), blot.number()));
      }
    }
  }

  private static <T> void write(
      Ink ink, Map<String, List<Named<T>>> all, Function<T, String> value) {
    ink.number(all.size());
    for (Map.Entry<String, List<Named<T>>> entry : new TreeMap<>(all).entrySet()) {
      ink.text(entry.getKey());
      ink.number(entry.getValue().size());
      for (Named<T> named : entry.getValue()) {
        ink.text(value.apply(named.value()));
        ink.number(named.language());
      }
    }
  }

  private void section(Translation translation, String section, String topic, int language) {
    boolean open = translation.value(Translation.LANGUAGE, OPEN).orElse("no").equals("yes");
    translation
        .lists(section)
        .forEach((key, entries) ->
            Senses.of(topic + key).ifPresent(sense -> add(entries, sense, language, open)));
  }

  private void add(List<String> entries, Sense sense, int language, boolean open) {
    boolean forgiving =
        !(sense instanceof Sense.Number
            || sense instanceof Sense.Names
            || sense instanceof Sense.Idea
            || sense instanceof Sense.Not);
    for (String entry : entries) {
      Meaning meaning = new Meaning(language, sense, Entries.isWeak(entry), entry);
      for (List<Entries.Piece> phrase : Entries.phrases(entry, open)) {
        phrases.add(words(phrase, language, forgiving), meaning);
      }
      if (sense instanceof Sense.Names(Language named)) {
        whole(names, entry, named, language);
      }
    }
  }

  private int[] words(List<Entries.Piece> phrase, int language, boolean forgiving) {
    int[] words = new int[phrase.size()];
    for (int i = 0; i < words.length; i++) {
      Entries.Piece piece = phrase.get(i);
      words[i] =
          piece.mark() != 0 ? piece.mark() : lexicon.add(piece.letters(), piece.stem(), language);
      if (forgiving && piece.mark() == 0) {
        lexicon.forgive(words[i]);
      }
    }
    return words;
  }

  private void commands(Translation translation, int language) {
    translation
        .lists(COMMANDS)
        .forEach((id, entries) -> {
          for (Command command : Command.values()) {
            if (command.id().equals(id)) {
              entries.forEach(entry -> whole(commands, entry, command, language));
            }
          }
        });
  }

  private <T> void whole(Map<String, List<Named<T>>> all, String entry, T value, int language) {
    Tokens tokens = Folding.fold(entry);
    if (tokens.count() == 0) {
      return; // marks alone say nothing
    }
    for (int i = 0; i < tokens.count(); i++) {
      lexicon.add(tokens.text(i), false, language);
    }
    all.computeIfAbsent(tokens.joined(), _ -> new ArrayList<>()).add(new Named<>(value, language));
  }

  private void about(Translation translation, int language) {
    whole(names, translation.ownName(), translation.language(), language);
    Map<String, List<String>> lists = translation.lists(Translation.LANGUAGE);
    for (String entry : lists.getOrDefault(COMMON, List.of())) {
      Tokens tokens = Folding.fold(entry);
      for (int i = 0; i < tokens.count(); i++) {
        int word = lexicon.add(tokens.text(i), false, language);
        common.put((long) word + 1 << 6 | language, 1);
      }
    }
    for (String entry : lists.getOrDefault("attached", List.of())) {
      Tokens tokens = Folding.fold(entry);
      if (tokens.count() == 1) {
        attached
            .computeIfAbsent(tokens.scripts()[0], _ -> new ArrayList<>())
            .add(new Attached(tokens.text(0), language));
      }
    }
  }

  List<Language> languages() {
    return languages;
  }

  /** The languages that have the word in any list, a bit each. */
  long languagesOf(int word) {
    return lexicon.languages(word);
  }

  /** How much of a token so long a word is, from 0 to 1. */
  double share(int word, int length) {
    return lexicon.share(word, length);
  }

  /** Whether a language lists the word among its most common ones. */
  boolean isCommon(int word, int language) {
    return common.get((long) word + 1 << 6 | language) != LongTable.NONE;
  }

  Optional<Command> command(String text, long preferred) {
    return preferred(commands.getOrDefault(text, List.of()), preferred);
  }

  Optional<Language> name(String text, long preferred) {
    return preferred(names.getOrDefault(text, List.of()), preferred);
  }

  private static <T> Optional<T> preferred(List<Named<T>> all, long preferred) {
    return all.stream()
        .filter(n -> (preferred >>> n.language() & 1) == 1)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(Named::value);
  }

  /** What each token may be. */
  Candidates[] candidates(Tokens tokens) {
    Candidates[] all = new Candidates[tokens.count()];
    int misspelled = 0;
    for (int i = 0; i < all.length; i++) {
      Candidates found = new Candidates();
      all[i] = found;
      int from = tokens.from()[i];
      int to = tokens.from()[i + 1];
      lexicon.find(tokens.chars(), from, to, found, -1L);
      if (to - from > 1 && !tokens.isNumber(i)) {
        detach(tokens, i, found);
        if (found.count() == 0 && misspelled++ < MOST_MISSPELLED) {
          lexicon.findNear(tokens.text(i), found);
        }
      }
    }
    return all;
  }

  private void detach(Tokens tokens, int token, Candidates found) {
    int from = tokens.from()[token];
    int to = tokens.from()[token + 1];
    for (Attached front : attached.getOrDefault(tokens.scripts()[token], List.of())) {
      int rest = from + front.letters().length();
      if (to - rest >= SHORTEST_AFTER_ATTACHED && begins(tokens.chars(), from, front.letters())) {
        lexicon.find(tokens.chars(), rest, to, found, 1L << front.language());
      }
    }
  }

  private static boolean begins(char[] chars, int from, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      if (chars[from + i] != letters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Every phrase in the text, numbers among them. */
  List<Match> matches(Tokens tokens, Candidates[] candidates) {
    int[] numbers = new int[tokens.count()];
    boolean any = false;
    for (int i = 0; i < numbers.length; i++) {
      if (tokens.isNumber(i) && tokens.length(i) <= 3) {
        int value = Integer.parseInt(tokens.text(i));
        numbers[i] = value > 0 && value <= MOST_PEOPLE ? 1 << 16 | value : 0;
        any |= numbers[i] != 0;
      }
    }
    List<Match> matches = phrases.find(tokens, candidates, numbers);
    boolean words = false;
    for (Match match : matches) {
      if (match.meaning().sense() instanceof Sense.Number(int value) && !match.slips()) {
        numbers[match.start()] = Math.max(numbers[match.start()], match.length() << 16 | value);
        words = true;
      }
    }
    return words ? phrases.find(tokens, candidates, numbers) : matches;
  }
}
