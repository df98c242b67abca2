package org.neighborline.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neighborline.carrier.twilio.Signature;

/** What strangers, machines and broken networks send us over HTTP, and what they get. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputTest {
  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
  private static final String EMPTY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";
  private static final List<String> POST_ROUTES =
      List.of(
          "/twilio/message",
          "/twilio/message/status",
          "/twilio/voice",
          "/twilio/voice/step",
          "/twilio/call/status",
          "/twilio/recording");

  private Hotline hotline = null;
  private Path folder = Path.of("");
  private int sids = 0;
  private int rows = 0;

  @BeforeAll
  void start(@TempDir Path temporary) {
    folder = temporary;
    hotline = Hotline.start(temporary);
  }

  @AfterAll
  void stop() {
    hotline.close();
  }

  @BeforeEach
  void count() {
    rows = stored();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void without_a_signature_nobody_comes_in(String route) {
    double before = hotline.metric("unsigned_refused");
    assertRefused(post(route, FORM, "MessageSid=SM1&From=%2B13475550190&Body=food", ""));
    assertRefused(post(route, FORM, "MessageSid=SM1&From=%2B13475550190&Body=food", "bm9wZQ=="));
    assertRefused(post(route, FORM, "", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    assertThat(hotline.metric("unsigned_refused")).isEqualTo(before + 3);
  }

  @Test
  void a_signature_for_other_words_or_another_address_does_not_count() {
    String body = body(Map.of("MessageSid", "SM2", "From", Hotline.ROSA, "Body", "food"));
    String good = signature("/twilio/message", body);
    assertRefused(post("/twilio/message", FORM, body + "s", good));
    assertRefused(post("/twilio/message?row=1", FORM, body, good));
    assertRefused(post("/twilio/voice", FORM, body, good));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "multipart/form-data; boundary=x", "text/plain", "nonsense"})
  void what_is_no_form_is_refused(String type) {
    String body = body(Map.of("MessageSid", "SM3", "From", Hotline.ROSA, "Body", "food"));
    assertRefused(post("/twilio/message", type, body, signature("/twilio/message", body)));
    assertRefused(post("/twilio/message", type, "{\"Body\":\"food\"}", "AAAA"));
    assertRefused(
        post(
            "/twilio/message",
            type,
            "--x\r\nContent-Disposition: form-data; name=\"Body\"\r\n\r\nfood\r\n--x--\r\n",
            "AAAA"));
  }

  @Test
  void a_body_of_5_megabytes_is_refused_and_not_kept_in_memory() {
    String body = "Body=" + "a".repeat(5_000_000);
    HttpResponse<String> answer =
        post("/twilio/message", FORM, body, signature("/twilio/message", body));
    assertThat(answer.statusCode()).isIn(403, 413);
    assertMarkup(answer);
    assertThat(stored()).isEqualTo(rows);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void an_unknown_route_and_a_get_are_no_text_to_anyone(String route) {
    for (HttpResponse<String> answer :
        List.of(
            hotline.get(route),
            post(route + "/elsewhere", FORM, "a=b", ""),
            hotline.get(route + "/elsewhere"))) {
      assertThat(answer.statusCode()).isIn(403, 404, 405);
      assertMarkup(answer);
    }
  }

  @Test
  void an_unknown_page_says_so_without_a_trace() {
    HttpResponse<String> answer = hotline.get("/no/such/page");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("Exception", "\tat ", "Javalin", "Jetty");
    assertThat(hotline.get("/prompts/en/../../pom.xml").statusCode()).isIn(400, 404);
    assertThat(hotline.get("/prompts/en/%2e%2e%2fpom.xml").statusCode()).isIn(400, 404);
  }

  @Test
  void a_text_without_a_sid_is_no_text() {
    HttpResponse<String> answer = text(Map.of("From", Hotline.ROSA, "Body", "food"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertMarkup(answer);
    assertThat(text(Map.of("MessageSid", "a b", "From", Hotline.ROSA)).statusCode()).isEqualTo(400);
    assertThat(stored()).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "894546",
        "AMAZON",
        "1800FLOWERS",
        "whatsapp:+13475550190",
        "messenger:123456789012",
        "client:rosa",
        "sip:+13475550190@example.org",
        "anonymous",
        "+266696687",
        "+",
        "+1347555019x",
        "+00000000000",
        "+1347555019001902345678"
      })
  void a_sender_that_is_no_phone_number_is_answered_with_silence(String from) {
    HttpResponse<String> answer = text(Map.of("MessageSid", sid(), "From", from, "Body", "food"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(EMPTY);
    assertThat(stored()).isEqualTo(rows);
  }

  @Test
  void a_text_without_a_sender_is_answered_with_silence() {
    HttpResponse<String> answer = text(Map.of("MessageSid", sid(), "Body", "food"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(EMPTY);
    assertThat(stored()).isEqualTo(rows);
  }

  @ParameterizedTest
  @MethodSource("words")
  void whatever_words_come_there_is_an_answer_and_the_text_is_stored_once(String words) {
    String body =
        "MessageSid=" + sid() + "&From=%2B1347555" + phone() + "&To=%2B12125550100&Body=" + words;
    HttpResponse<String> answer = message(body);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertMarkup(answer);
    assertThat(answer.body()).startsWith("<?xml").contains("<Message");
    assertThat(message(body).body()).isEqualTo(answer.body());
    assertThat(hotline.count("inbound")).isEqualTo(inbounds + 1);
  }

  private int inbounds = 0;

  @BeforeEach
  void countInbounds() {
    inbounds = hotline.count("inbound");
  }

  static Stream<String> words() {
    return Stream.of(
        "",
        "+",
        "need+food+11221",
        "a".repeat(1_600),
        encoded("need groceries 11221 " + "☂".repeat(400)),
        encoded("😀😀😀"),
        encoded("\u200F\u202Eneed food 11221\u202C"),
        "need+food%00+11221",
        "%00",
        "%FF%FE+need+food+11221",
        "need+food+%C3%28+11221",
        "%ED%A0%80+lone+surrogate+11221",
        encoded("<Response><Message>&amp;\"'</Message>"),
        encoded("{code} {0} '' need food 11221"),
        encoded("'; DROP TABLE request; --"),
        encoded("need food\r\n\r\n11221\t\u0007\u001b[31m"),
        encoded("ａｂｃ １１２２１ ｆｏｏｄ"),
        encoded("খাবার লাগবে ১১২২১"));
  }

  @Test
  void a_broken_escape_is_no_form() {
    String body = "MessageSid=SM9&From=%2B13475550190&Body=%zz";
    assertRefused(post("/twilio/message", FORM, body, "AAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    assertRefused(post("/twilio/message", FORM, "Body=%", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="));
  }

  @Test
  void of_repeated_parameters_the_first_counts_and_all_are_signed() {
    String phone = "%2B1347555" + phone();
    String one = "MessageSid=" + sid() + "&From=" + phone + "&Body=need+food+11221";
    HttpResponse<String> answer = message(one + "&Body=other&From=%2B13475550199");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("food near 11221");
  }

  @Test
  void pictures_without_words_are_answered() {
    HttpResponse<String> answer =
        message(
            "MessageSid="
                + sid().replace("SM", "MM")
                + "&From=%2B1347555"
                + phone()
                + "&NumMedia=2&MediaUrl0=https%3A%2F%2Fmedia.invalid%2F1");
    assertThat(answer.body()).contains("<Message");
    assertThat(
            message(
                    "MessageSid="
                        + sid()
                        + "&From=%2B1347555"
                        + phone()
                        + "&NumMedia=many&Body=food")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_text_to_a_number_we_do_not_know_is_taken_all_the_same() {
    HttpResponse<String> answer =
        message(
            "MessageSid="
                + sid()
                + "&From=%2B1347555"
                + phone()
                + "&To=%2B12125550142&Body=need+food+11221");
    assertThat(answer.body()).contains("food near 11221");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?row=", "?row=x", "?row=99999999999999999999", "?row=123456"})
  void a_status_about_no_text_of_ours_changes_nothing(String query) {
    String path = "/twilio/message/status" + query;
    String body = body(Map.of("MessageSid", "SM5", "MessageStatus", "delivered"));
    HttpResponse<String> answer = post(path, FORM, body, signature(path, body));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertMarkup(answer);
    assertThat(stored()).isEqualTo(rows);
    String strange = body(Map.of("MessageSid", "SM5", "MessageStatus", "danced"));
    assertThat(post(path, FORM, strange, signature(path, strange)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"anonymous", "+266696687", "", "Restricted", "sip:a@example.org"})
  void a_call_from_nobody_works_and_stores_no_person(String from) {
    int people = hotline.count("contact");
    String body = body(Map.of("CallSid", "CA" + sid(), "From", from, "CallStatus", "ringing"));
    HttpResponse<String> answer =
        post("/twilio/voice", FORM, body, signature("/twilio/voice", body));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<Gather");
    assertMarkup(answer);
    assertThat(hotline.count("contact")).isEqualTo(people);
  }

  @Test
  void a_call_without_a_sid_is_no_call() {
    for (String route : List.of("/twilio/voice", "/twilio/voice/step")) {
      String body = body(Map.of("From", Hotline.ROSA));
      HttpResponse<String> answer = post(route, FORM, body, signature(route, body));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertMarkup(answer);
    }
    assertThat(stored()).isEqualTo(rows);
  }

  @Test
  void health_and_readiness_are_told() {
    assertThat(hotline.get("/health").body()).contains("live");
    assertThat(hotline.get("/ready").statusCode()).isEqualTo(200);
    assertThat(hotline.get("/metrics").body()).contains("neighborline_outbox_open");
    for (String route : List.of("/metrics")) {
      assertThat(
              Hotline.send(
                      HttpRequest.newBuilder(URI.create(hotline.url() + route))
                          .header("X-Forwarded-For", "203.0.113.9"))
                  .statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void a_faulty_file_keeps_the_old_one_in_force_and_says_where() throws Exception {
    Path groups = folder.resolve("groups.yaml");
    String good = Files.readString(groups);
    int leads = hotline.count("lead WHERE retired = 0");
    Files.writeString(groups, good.replaceFirst("base: \"11221\"", "base: \"nowhere\""));
    HttpResponse<String> answer = reload();
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("groups.yaml").contains("nowhere");
    assertThat(hotline.count("lead WHERE retired = 0")).isEqualTo(leads);
    Files.writeString(groups, good.replaceFirst("(?m)^.*name: Bo,.*\n", ""));
    assertThat(reload().statusCode()).isEqualTo(200);
    assertThat(hotline.count("lead WHERE retired = 0")).isEqualTo(leads - 1);
    Files.delete(groups);
    assertThat(reload().statusCode()).isEqualTo(409);
    Files.writeString(groups, good);
    assertThat(reload().body()).contains("[]");
    assertThat(hotline.count("lead WHERE retired = 0")).isEqualTo(leads);
  }

  static Stream<String> routes() {
    return POST_ROUTES.stream();
  }

  private HttpResponse<String> reload() {
    return Hotline.send(
        HttpRequest.newBuilder(URI.create(hotline.url() + "/reload"))
            .POST(BodyPublishers.noBody()));
  }

  private void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertMarkup(answer);
    assertThat(stored()).isEqualTo(rows);
  }

  /** Nothing that the carrier would read aloud or text to a person, and nothing about our code. */
  private static void assertMarkup(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
    assertThat(answer.body()).doesNotContain("Exception", "\tat ", "org.neighborline");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  private int stored() {
    return hotline.query(
        "SELECT (SELECT COUNT(*) FROM contact) + (SELECT COUNT(*) FROM inbound)"
            + " + (SELECT COUNT(*) FROM conversation) + (SELECT COUNT(*) FROM request)");
  }

  private String sid() {
    return "SM" + String.format("%032x", ++sids);
  }

  private String phone() {
    return String.format("01%02d", ++sids % 100);
  }

  private HttpResponse<String> text(Map<String, String> form) {
    return message(body(form));
  }

  private HttpResponse<String> message(String body) {
    return post("/twilio/message", FORM, body, signature("/twilio/message", body));
  }

  private HttpResponse<String> post(String path, String type, String body, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hotline.url() + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    return Hotline.send(
        signature.isEmpty() ? request : request.header("X-Twilio-Signature", signature));
  }

  private String signature(String path, String body) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      form.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
          .add(decoded(parts.length > 1 ? parts[1] : ""));
    }
    return new Signature(List.of(hotline.simulator.carrier().options().authToken()))
        .sign(hotline.url() + path, form);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String body(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
        .reduce((a, b) -> a + "&" + b)
        .orElse("");
  }
}
