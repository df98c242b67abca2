package org.neighborline.transcripts;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.neighborline.request.Code;
import org.neighborline.request.HelpRequest;
import org.neighborline.store.Tx;

/** What a page may ask the database: a line "! K7M2" is answered by how K7M2 stands. */
final class Facts {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final String GAPS = "SELECT needs, zip, why FROM gap ORDER BY id";
  private static final String OFFERS = "SELECT needs, place FROM offer ORDER BY id";
  private static final String RECORDINGS =
      "SELECT seconds, code FROM recording JOIN request ON request.id = request_id ORDER BY at";
  private static final String SOUNDS =
      "SELECT r.sid FROM recording r JOIN sound s ON s.sid = r.sid WHERE r.next_at IS NULL ORDER BY at";
  private static final String KEPT =
      """
      SELECT (SELECT COUNT(*) FROM contact WHERE phone IS NOT NULL
               AND id NOT IN (SELECT contact_id FROM lead)) AS numbers,
             (SELECT COUNT(*) FROM inbound WHERE words IS NOT NULL OR reply IS NOT NULL) AS texts,
             (SELECT COUNT(*) FROM request WHERE words IS NOT NULL) AS requests
      """;

  private final Hotline hotline;

  Facts(Hotline hotline) {
    this.hotline = hotline;
  }

  /** The line as it should read, for what it asks. */
  String answer(String asked) {
    String about = asked.split(" ", 2)[0];
    return hotline.store.read(tx ->
        switch (about) {
          case "gap" -> "gap " + list(tx, GAPS, "needs", "zip", "why");
          case "offer" -> "offer " + offers(tx);
          case "recording" -> "recording " + list(tx, RECORDINGS, "seconds", "code");
          case "sounds" -> "sounds " + list(tx, SOUNDS, "sid");
          case "kept" -> "kept " + list(tx, KEPT, "numbers", "texts", "requests");
          case "timers" ->
              "timers "
                  + (tx.list(
                              "SELECT subject FROM timer WHERE subject <> 'sweep'",
                              r -> r.text("subject"))
                          .isEmpty()
                      ? "none"
                      : "some");
          default -> Code.parse(about).map(code -> request(tx, code, asked)).orElse("? " + asked);
        });
  }

  boolean someoneIsErased() {
    return hotline.store.read(tx ->
        tx.first("SELECT id FROM contact WHERE phone IS NULL", r -> r.integer("id")).isPresent());
  }

  private String request(Tx tx, Code code, String asked) {
    Optional<HelpRequest> found = hotline.books.requests().look(tx, code);
    if (found.isEmpty()) {
      return code + " is unknown";
    }
    HelpRequest request = found.get();
    if (asked.startsWith(code + " says")) {
      return code + " says " + request.draft().words().replace("\n", " / ");
    }
    if (asked.startsWith(code + " timeline")) {
      return code + " timeline " + timeline(tx, request.id());
    }
    StringJoiner is = new StringJoiner(", ", code + " is ", "");
    is.add(request.status().id() + request.holder().map(h -> " by " + h.leadName()).orElse(""));
    if (!request.confirmed()) {
      is.add("unconfirmed");
    }
    if (request.isUrgent()) {
      is.add("urgent");
    }
    if (request.deskOnly()) {
      is.add("desk only");
    }
    return is.toString();
  }

  private String timeline(Tx tx, long id) {
    return hotline.books.timeline().of(tx, id).stream()
        .map(e ->
            String.join(
                    " ", TIME.format(e.at().atZone(hotline.zone)), e.actor(), e.kind(), e.detail())
                .strip())
        .collect(Collectors.joining("; "));
  }

  private static String list(Tx tx, String sql, String... columns) {
    List<String> rows =
        tx.list(
            sql,
            row -> {
              StringJoiner fields = new StringJoiner(" ");
              for (String column : columns) {
                fields.add(field(row, column));
              }
              return fields.toString();
            });
    return rows.isEmpty() ? "none" : String.join("; ", rows);
  }

  private static String field(org.neighborline.store.Row row, String column) {
    return switch (column) {
      case "seconds" -> row.integer(column) + " seconds";
      case "numbers", "texts", "requests" -> row.integer(column) + " " + column;
      default -> row.optionalText(column).orElse("-");
    };
  }

  private static String offers(Tx tx) {
    List<String> rows =
        tx.list(
            OFFERS,
            row ->
                row.text("needs")
                    + row.optionalText("place")
                        .map(json -> " at " + json.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1"))
                        .orElse(""));
    return rows.isEmpty() ? "none" : String.join("; ", rows);
  }
}
