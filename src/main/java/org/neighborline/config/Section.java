package org.neighborline.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Some keys and values that are being read: knows which keys were asked for, and finds the rest.
 */
final class Section {
  private final String what;
  private final Node.Fields fields;
  private final Faults faults;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param what what is described, for faults: {@code group bedstuy}
   */
  private Section(String what, Node.Fields fields, Faults faults) {
    this.what = what;
    this.fields = fields;
    this.faults = faults;
  }

  /** A node's keys; empty with a fault when it has none. */
  static Optional<Section> of(String what, Node node, Faults faults) {
    if (node instanceof Node.Fields fields) {
      return Optional.of(new Section(what, fields, faults));
    }
    faults.add(node.line(), what + ": expected 'key: value' lines");
    return Optional.empty();
  }

  String what() {
    return what;
  }

  /** Where a key stands, or the section when it is missing. */
  int line(String key) {
    Node.Field field = fields.fields().get(key);
    return field == null ? fields.line() : field.line();
  }

  void fault(String key, String problem) {
    faults.add(line(key), what + ": " + problem);
  }

  void faultAt(int line, String problem) {
    faults.add(line, what + ": " + problem);
  }

  /** The same section under a name that says more. */
  Section named(String name) {
    Section renamed = new Section(name, fields, faults);
    renamed.known.addAll(known);
    return renamed;
  }

  Optional<Node> node(String key) {
    known.add(key);
    return Optional.ofNullable(fields.fields().get(key))
        .map(Node.Field::value)
        .filter(n -> !(n instanceof Node.Scalar scalar && scalar.isNothing()));
  }

  Optional<Section> section(String key) {
    return node(key).flatMap(n -> inner(key, n));
  }

  /** A part of this, under its name. */
  Optional<Section> inner(String name, Node node) {
    return of(what + ", " + name, node, faults);
  }

  /** One value as it was written. */
  Optional<String> text(String key) {
    return node(key)
        .flatMap(n -> {
          if (n instanceof Node.Scalar(String text, _, _)) {
            return Optional.of(text).filter(t -> !t.isEmpty());
          }
          fault(key, key + " has several values; give one");
          return Optional.empty();
        });
  }

  /** A value that must be there. */
  Optional<String> required(String key, String example) {
    Optional<String> text = text(key);
    boolean given = node(key).filter(n -> !(n instanceof Node.Scalar)).isPresent();
    if (text.isEmpty() && !given) {
      fault(key, "there is no " + key + "; add '" + key + ": " + example + "'");
    }
    return text;
  }

  /** One value in a form. */
  <T> Optional<T> value(String key, Function<String, Optional<T>> form, String remedy) {
    return text(key)
        .flatMap(text -> {
          Optional<T> value = form.apply(text);
          if (value.isEmpty()) {
            fault(key, key + " '" + shortened(text) + "' " + remedy);
          }
          return value;
        });
  }

  /** Several values; one alone may stand without brackets. */
  List<Node.Scalar> list(String key) {
    List<Node.Scalar> list = new ArrayList<>();
    node(key)
        .ifPresent(n -> {
          for (Node item : n instanceof Node.Items(var nodes, _) ? nodes : List.of(n)) {
            if (item instanceof Node.Scalar scalar && !scalar.text().isEmpty()) {
              list.add(scalar);
            } else {
              faults.add(item.line(), what + ": " + key + " must be a list of plain values");
            }
          }
        });
    return list;
  }

  /** Every key that nothing was read from is a fault. */
  void close() {
    List<String> keys = List.copyOf(known);
    fields
        .fields()
        .forEach((key, field) -> {
          if (!known.contains(key)) {
            String near = Formats.didYouMean(key, keys);
            faults.add(
                field.line(),
                what
                    + ": unknown key '"
                    + shortened(key)
                    + "'"
                    + (near.isEmpty()
                        ? "; remove it, or use one of "
                            + keys.stream().collect(Collectors.joining(", "))
                        : near));
          }
        });
  }

  static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 39) + "…" : text;
  }
}
