package org.neighborline.config;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML into nodes that know their lines, from the parser's events: values stay as written,
 * nothing is built twice (there are no aliases), and a long list is read an item at a time.
 */
final class YamlFile {
  private static final int DEEPEST = 12;

  /** How much text one value may span; a file without any structure ends here, not in memory. */
  private static final int LONGEST_VALUE = 4_000_000;

  private final Faults faults;
  private final Iterator<Event> events;

  private YamlFile(Faults faults, Iterator<Event> events) {
    this.faults = faults;
    this.events = events;
  }

  /** The whole file as one node; empty with a fault when it is none. */
  static Optional<Node> read(Path path, Faults faults) {
    List<Node> found = new ArrayList<>(1);
    parse(path, faults, (file, first) -> found.add(file.node(first, 0)));
    return found.stream().findFirst();
  }

  /**
   * Each item of a file that is a list.
   *
   * @return whether the whole file was read
   */
  static boolean eachItem(Path path, Faults faults, Consumer<Node> take) {
    return parse(
        path,
        faults,
        (file, first) -> {
          if (first instanceof SequenceStartEvent) {
            for (Event e = file.events.next();
                !(e instanceof SequenceEndEvent);
                e = file.events.next()) {
              take.accept(file.node(e, 1));
              if (faults.areFull()) {
                return;
              }
            }
          } else {
            faults.add(line(first), "expected a list: each entry starts with a dash, '- id: …'");
          }
        });
  }

  private interface Body {
    void take(YamlFile file, Event first);
  }

  private static boolean parse(Path path, Faults faults, Body body) {
    if (!TextSource.isReadable(path, faults)) {
      return false;
    }
    try (Bounded reader = new Bounded(TextSource.open(path))) {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(Integer.MAX_VALUE); // the file's size was looked at already
      ParserImpl parser = new ParserImpl(new StreamReader(reader), options);
      YamlFile file = new YamlFile(faults, events(parser, reader));
      Event first = file.events.next();
      while (first instanceof StreamStartEvent || first instanceof DocumentStartEvent) {
        first = file.events.next();
      }
      if (first instanceof StreamEndEvent) {
        faults.add(0, "the file says nothing; put back a copy, or start from samples/newyork");
        return false;
      }
      body.take(file, first);
      if (faults.areFull()) {
        return false;
      }
      Event end = file.events.next();
      if (end instanceof DocumentEndEvent && !(file.events.next() instanceof StreamEndEvent)) {
        faults.add(line(end), "a second document after '---'; keep one of the two");
      }
      return true;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      faults.add(line, syntax(e.getProblem()));
    } catch (YAMLException | IOException e) {
      faults.add(0, "this is no YAML that we can read: " + firstLine(e));
    }
    return false;
  }

  private static Iterator<Event> events(ParserImpl parser, Bounded reader) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Event next() {
        reader.startAgain();
        return parser.getEvent();
      }
    };
  }

  private Node node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw new YAMLException("more than " + DEEPEST + " levels in line " + line(event));
    }
    return switch (event) {
      case ScalarEvent scalar ->
          new Node.Scalar(scalar.getValue().strip(), scalar.isPlain(), line(event));
      case SequenceStartEvent _ -> items(line(event), depth);
      case MappingStartEvent _ -> fields(line(event), depth);
      case AliasEvent _ -> {
        faults.add(line(event), "references ('*name') are not read; write the value out");
        yield new Node.Scalar("", true, line(event));
      }
      default -> throw new YAMLException("nothing to read in line " + line(event));
    };
  }

  private Node items(int line, int depth) {
    List<Node> nodes = new ArrayList<>();
    for (Event e = events.next(); !(e instanceof SequenceEndEvent); e = events.next()) {
      nodes.add(node(e, depth + 1));
    }
    return new Node.Items(nodes, line);
  }

  private Node fields(int line, int depth) {
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    for (Event e = events.next(); !(e instanceof MappingEndEvent); e = events.next()) {
      Node key = node(e, depth + 1);
      Node value = node(events.next(), depth + 1);
      if (key instanceof Node.Scalar(String text, _, int keyLine)) {
        Node.Field before = fields.putIfAbsent(text, new Node.Field(value, keyLine));
        if (before != null) {
          faults.add(
              keyLine,
              "'" + text + "' stands already in line " + before.line() + "; keep one of the two");
        }
      } else {
        faults.add(key.line(), "expected 'key: value'");
      }
    }
    return new Node.Fields(fields, line);
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }

  private static String syntax(String problem) {
    return problem.contains("TAB")
        ? "a tab stands where spaces must; indent with spaces"
        : "this is no YAML ("
            + problem
            + "); look at this line and the one above for indentation, quotes and a missing ': '";
  }

  private static String firstLine(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
  }

  /** Stops when one value alone takes too much. */
  private static final class Bounded extends FilterReader {
    private int read;

    Bounded(Reader reader) {
      super(reader);
    }

    void startAgain() {
      read = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      read += Math.max(n, 0);
      if (read > LONGEST_VALUE) {
        throw new IOException("one value spans more than 4 million characters");
      }
      return n;
    }
  }
}
