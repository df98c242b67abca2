package org.neighborline.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reads what spreadsheets export (RFC 4180, with commas, semicolons or tabs) a row at a time. */
final class CsvFile {
  private static final int LONGEST_ROW = 1_000_000;

  private final BufferedReader reader;
  private final Faults faults;
  private char separator = ',';
  private int next = 1; // the line that is read next
  private int line; // where the current row starts

  private CsvFile(BufferedReader reader, Faults faults) {
    this.reader = reader;
    this.faults = faults;
  }

  /**
   * What a file's first line may name.
   *
   * @param all every column there may be
   * @param required those there must be
   * @param lists those whose values are separated by spaces, or by semicolons where a value has
   *     spaces itself
   */
  record Columns(List<String> all, List<String> required, List<String> lists) {}

  /**
   * Each row as fields by column.
   *
   * @return whether the whole file was read
   */
  static boolean eachRow(Path path, Columns columns, Faults faults, Consumer<Node.Fields> take) {
    if (!TextSource.isReadable(path, faults)) {
      return false;
    }
    try (BufferedReader reader = new BufferedReader(TextSource.open(path))) {
      CsvFile file = new CsvFile(reader, faults);
      List<String> header = file.header(columns);
      if (!header.containsAll(columns.required())) {
        faults.add(
            1,
            "the first line must name the columns "
                + String.join(",", columns.required())
                + "; others are "
                + String.join(",", columns.all()));
        return false;
      }
      for (List<String> row = file.row(); !row.isEmpty(); row = file.row()) {
        if (faults.areFull()) {
          return false;
        }
        if (row.stream().allMatch(String::isBlank)) {
          continue;
        }
        if (row.size() > header.size()) {
          faults.add(
              file.line,
              "the row has "
                  + row.size()
                  + " values for "
                  + header.size()
                  + " columns; put values that hold a comma in double quotes");
        } else {
          take.accept(file.fields(header, row, columns));
        }
      }
      return true;
    } catch (IOException e) {
      faults.add(0, "the file can't be read (" + e.getMessage() + "); save it again as CSV UTF-8");
      return false;
    }
  }

  /** The columns' names in their order; blank where we know none of this name. */
  private List<String> header(Columns columns) throws IOException {
    reader.mark(LONGEST_ROW * 2);
    String first = String.valueOf(reader.readLine());
    reader.reset();
    if (!first.contains(",")) {
      separator = first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    }
    List<String> header = row().stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
    for (String column : header) {
      if (!columns.all().contains(column)) {
        String near = Formats.didYouMean(column, columns.all());
        faults.add(
            line,
            "unknown column '"
                + Section.shortened(column)
                + "'"
                + (near.isEmpty() ? "; the columns are " + String.join(",", columns.all()) : near));
      } else if (header.indexOf(column) != header.lastIndexOf(column)) {
        faults.add(line, "the column '" + column + "' stands there twice; keep one");
      }
    }
    return header.stream().map(c -> columns.all().contains(c) ? c : "").toList();
  }

  private Node.Fields fields(List<String> header, List<String> row, Columns columns) {
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      String text = row.get(i).strip();
      String column = header.get(i);
      // Unknown columns were told once, in the header.
      if (!column.isEmpty()) {
        boolean isList = columns.lists().contains(column);
        Node value = isList ? list(text) : new Node.Scalar(text, true, line);
        fields.put(column, new Node.Field(value, line));
      }
    }
    return new Node.Fields(fields, line);
  }

  private Node list(String text) {
    return new Node.Items(
        Arrays.stream(text.split(text.contains(";") ? ";" : "\\s+|,"))
            .map(String::strip)
            .filter(t -> !t.isEmpty())
            .map(t -> (Node) new Node.Scalar(t, false, line))
            .toList(),
        line);
  }

  /** The next row's values; none at the end of the file. */
  private List<String> row() throws IOException {
    line = next;
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    int before = 0;
    int c = reader.read();
    if (c < 0) {
      return values;
    }
    for (int length = 0; c >= 0; before = c, c = reader.read(), length++) {
      if (length > LONGEST_ROW) {
        throw new IOException("the row of line " + line + " has no end; is a quote missing?");
      }
      next += c == '\n' ? 1 : 0;
      if (c == '"') {
        quoted = !quoted;
        // A doubled quote inside quotes is one.
        if (quoted && before == '"') {
          value.append('"');
        }
      } else if (!quoted && c == separator) {
        values.add(value.toString());
        value.setLength(0);
      } else if (!quoted && c == '\n') {
        break;
      } else if (c != '\r') {
        value.append((char) c);
      }
    }
    if (quoted) {
      faults.add(line, "a double quote is opened and never closed");
    }
    values.add(value.toString());
    return values;
  }
}
