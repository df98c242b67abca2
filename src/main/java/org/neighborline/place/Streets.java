package org.neighborline.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The city's streets by the names people call them; parsed when a text first speaks of one. */
final class Streets {
  /** How far a name is from the city's own spelling; small is near. */
  private static final double NO_DIRECTION = 0.1;

  private static final double NO_TYPE = 1;
  private static final double SWAPPED = 0.2; // calle 116, avenue of a name

  /**
   * A street that a name may mean.
   *
   * @param cost how far the name is from the city's spelling
   */
  record Ref(int street, double cost) {
    boolean bare() {
      return cost >= NO_TYPE;
    }
  }

  /** Everything parsed. */
  record Index(CornerTable table, Phrases<Ref> names) {}

  private final Lazy<Index> index;
  private final Words words;
  private final Lazy<List<String>> bare = new Lazy<>(this::bareNames);

  Streets(Supplier<String> corners, Supplier<String> aliases, Words words) {
    this.words = words;
    this.index = new Lazy<>(() -> build(corners.get(), aliases.get()));
  }

  CornerTable table() {
    return index.get().table();
  }

  Phrases<Ref> names() {
    return index.get().names();
  }

  private Index build(String corners, String aliases) {
    CornerTable table = CornerTable.parse(corners);
    Phrases<Ref> names = new Phrases<>();
    for (int street = 0; street < table.streets(); street++) {
      add(names, split(table.name(street)), street);
    }
    for (String[] row : Csv.rows(aliases, 3)) {
      int street = table.street(row[1], row[2]);
      if (street >= 0) {
        List<String> parts = split(row[0]);
        variants(
            names,
            parts,
            street,
            isType(parts.getLast()) || isType(parts.getFirst()) ? 0 : NO_TYPE);
      }
    }
    return new Index(table, names);
  }

  private List<String> split(String name) {
    return Tokenizer.tokens(name, words).stream().map(Token::word).toList();
  }

  private void add(Phrases<Ref> names, List<String> parts, int street) {
    variants(names, parts, street, 0);
    int size = parts.size();
    if (size > 2 && isDirection(parts.getFirst())) {
      variants(names, parts.subList(1, size), street, NO_DIRECTION);
    }
    if (size > 2 && isDirection(parts.getLast())) {
      variants(names, parts.subList(0, size - 1), street, NO_DIRECTION);
    }
    if (size > 2 && (parts.getFirst().equals("mc") || parts.getFirst().equals("mac"))) {
      List<String> joined = new ArrayList<>(parts.subList(1, size));
      joined.set(0, parts.getFirst() + joined.getFirst());
      variants(names, joined, street, 0);
    }
  }

  private void variants(Phrases<Ref> names, List<String> parts, int street, double cost) {
    int size = parts.size();
    names.add(parts, new Ref(street, cost));
    if (size > 1 && isType(parts.getLast())) {
      List<String> bare = parts.subList(0, size - 1);
      List<String> swapped = new ArrayList<>(size);
      swapped.add(parts.getLast());
      swapped.addAll(bare);
      names.add(bare, new Ref(street, cost + NO_TYPE));
      names.add(swapped, new Ref(street, cost + SWAPPED));
    } else if (size == 2 && isType(parts.getFirst())) {
      names.add(parts.subList(1, 2), new Ref(street, cost + NO_TYPE)); // Avenue U as U
      names.add(List.of(parts.get(1), parts.get(0)), new Ref(street, cost + SWAPPED));
    }
  }

  private boolean isType(String part) {
    return words.has(part, Words.Use.STREET);
  }

  private boolean isDirection(String part) {
    return words.has(part, Words.Use.DIRECTION);
  }

  /** A street's name as a text shows it: "Nostrand", "E 116 St", "Avenue U". */
  String shown(int street, boolean full) {
    String[] parts = table().name(street).split(" ");
    String last = parts[parts.length - 1].toLowerCase(Locale.ROOT);
    boolean type =
        words.has(last, Words.Use.STREET) && !SPELLED.containsKey(parts[parts.length - 1]);
    boolean number = table().name(street).chars().anyMatch(c -> c >= '0' && c <= '9');
    int size = full || number || !type ? parts.length : parts.length - 1;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < size; i++) {
      String part = SPELLED.getOrDefault(parts[i], capital(parts[i]));
      out.append(i == 0 ? "" : " ").append(part);
    }
    return out.toString();
  }

  /** A street's name as joined letters without its kind: "nostrand", "saratoga". */
  String bare(int street) {
    return bare.get().get(street);
  }

  private List<String> bareNames() {
    List<String> out = new ArrayList<>();
    for (int street = 0; street < table().streets(); street++) {
      out.add(String.join("", bareWords(street)));
    }
    return out;
  }

  /** The words of a street's name without its kind. */
  List<String> bareWords(int street) {
    List<String> parts = split(table().name(street));
    int size = parts.size();
    return size > 1 && isType(parts.getLast()) ? parts.subList(0, size - 1) : parts;
  }

  private static final Map<String, String> SPELLED = Map.of("BCH", "Beach", "CONC", "Concourse");

  private static String capital(String part) {
    return part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT);
  }
}
