package org.neighborline.carrier.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.security.RequestValidator;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SignatureTest {
  private static final long SEED = 20261124;
  private static final Map<String, List<String>> FORM =
      Map.of(
          "CallSid", List.of("CA1234567890ABCDE"),
          "Caller", List.of("+14158675310"),
          "Digits", List.of("1234"),
          "From", List.of("+14158675310"),
          "To", List.of("+18005551212"));
  private final Signature signature = new Signature(List.of("12345"));

  @Test
  void the_published_vectors_hold() {
    assertThat(signature.sign("https://mycompany.com/myapp.php?foo=1&bar=2", FORM))
        .isEqualTo("GvWf1cFY/Q7PnoempGyD5oXAezc=");
    assertThat(signature.sign("https://example.com/myapp.php?foo=1&bar=2", FORM))
        .isEqualTo("L/OH5YylLD5NRKLltdqwSvS0BnU=");
  }

  @Test
  void a_port_may_be_signed_or_not_whichever_we_configured() {
    String without = "https://example.com/twilio/message?a=1";
    String with = "https://example.com:443/twilio/message?a=1";
    String odd = "https://example.com:7000/twilio/message?a=1";

    assertThat(signature.valid(with, FORM, signature.sign(without, FORM))).isTrue();
    assertThat(signature.valid(without, FORM, signature.sign(with, FORM))).isTrue();
    assertThat(signature.valid(odd, FORM, signature.sign(without, FORM))).isTrue();
    assertThat(signature.valid(without, FORM, signature.sign(odd, FORM))).isFalse();
    assertThat(signature.valid("http://[::1]/x", FORM, signature.sign("http://[::1]:80/x", FORM)))
        .isTrue();
  }

  @Test
  void fragment_user_and_password_are_never_signed() {
    String tuned = "https://user:p@example.com/twilio/message#rc=2&rp=ct,rt,5xx";

    assertThat(signature.sign(tuned, FORM))
        .isEqualTo(signature.sign("https://example.com/twilio/message", FORM));
  }

  @Test
  void the_query_counts_as_it_was_written_even_when_encoded() {
    String encoded = "https://example.com:8443/x?name=a%20b%2Fc";

    assertThat(
            signature.valid(
                encoded, FORM, signature.sign("https://example.com/x?name=a%20b%2Fc", FORM)))
        .isTrue();
    assertThat(signature.valid("https://example.com/x?name=a b/c", FORM, sign(encoded))).isFalse();
  }

  @Test
  void empty_values_count_and_repeated_names_are_sorted_and_told_once() {
    String url = "https://example.com/x";
    Map<String, List<String>> repeated = Map.of("A", List.of("2", "1", "2"), "B", List.of(""));
    Map<String, List<String>> flat = Map.of("A1", List.of("A2"), "B", List.of(""));

    assertThat(signature.sign(url, repeated)).isEqualTo(signature.sign(url, flat));
    assertThat(signature.sign(url, Map.of("B", List.of(""))))
        .isNotEqualTo(signature.sign(url, Map.of()));
  }

  @Test
  void names_are_sorted_as_utf_16_and_values_are_utf_8() {
    assertThat(signature.sign("https://e.org/", Map.of("b", List.of("ñ"), "B", List.of("水"))))
        .isEqualTo(signature.sign("https://e.org/", Map.of("B水", List.of("bñ"))));
  }

  @Test
  void any_change_is_refused() {
    String url = "https://example.com/x";
    String good = signature.sign(url, FORM);
    Map<String, List<String>> more = new HashMap<>(FORM);
    more.put("Extra", List.of("1"));

    assertThat(signature.valid(url, FORM, good)).isTrue();
    assertThat(signature.valid(url + "/", FORM, good)).isFalse();
    assertThat(signature.valid(url, more, good)).isFalse();
    assertThat(signature.valid(url, FORM, "")).isFalse();
    assertThat(signature.valid(url, FORM, "not base64 at all!")).isFalse();
    assertThat(signature.valid(url, FORM, good.substring(0, 10))).isFalse();
    assertThat(new Signature(List.of("54321")).valid(url, FORM, good)).isFalse();
  }

  @Test
  void a_token_being_rotated_in_is_accepted_and_the_current_one_signs() {
    Signature both = new Signature(List.of("12345", "next"));
    String url = "https://example.com/x";

    assertThat(both.sign(url, FORM)).isEqualTo(signature.sign(url, FORM));
    assertThat(both.valid(url, FORM, new Signature(List.of("next")).sign(url, FORM))).isTrue();
    assertThatThrownBy(() -> new Signature(List.of())).hasMessageContaining("auth token");
  }

  @Test
  void a_json_body_is_checked_by_its_hash_in_the_query() throws URISyntaxException {
    byte[] body = "{\"CallSid\":\"CA1234567890ABCDE\",\"Caller\":\"+12349013030\"}".getBytes(UTF_8);
    String url =
        "https://example.com/x?bodySHA256="
            + "5ccde7145dfb8f56479710896586cb9d5911809d83afbe34627818790db0aec9";

    assertThat(signature.validBody(url, body, signature.sign(url, Map.of()))).isTrue();
    assertThat(signature.validBody(url, "{}".getBytes(UTF_8), signature.sign(url, Map.of())))
        .isFalse();
    assertThat(signature.validBody("https://example.com/x", body, sign("https://example.com/x")))
        .isFalse();
    assertThat(
            new RequestValidator("12345")
                .validate(url, new String(body, UTF_8), signature.sign(url, Map.of())))
        .isTrue();
  }

  @Test
  void agrees_with_the_carriers_own_validator_on_random_forms() throws URISyntaxException {
    RandomGenerator random = new SplittableRandom(SEED);
    for (int round = 0; round < 500; round++) {
      String token = word(random, 32);
      Signature ours = new Signature(List.of(token));
      RequestValidator theirs = new RequestValidator(token);
      Map<String, String> flat = form(random);
      Map<String, List<String>> form = new HashMap<>();
      flat.forEach((name, value) -> form.put(name, List.of(value)));
      String url = url(random);
      String signed = ours.sign(url, form);

      assertThat(theirs.validate(url, flat, signed)).as("seed %d, %s", SEED, url).isTrue();
      assertThat(ours.valid(url, form, signed)).isTrue();
      flat.put("Body", flat.getOrDefault("Body", "") + "!");
      assertThat(theirs.validate(url, flat, signed)).isFalse();
    }
  }

  private String sign(String url) {
    return signature.sign(url, FORM);
  }

  private static Map<String, String> form(RandomGenerator random) {
    Map<String, String> form = new LinkedHashMap<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      form.put(word(random, 1 + random.nextInt(12)), text(random));
    }
    form.put("FromCity", "");
    return form;
  }

  private static String url(RandomGenerator random) {
    String scheme = random.nextBoolean() ? "https" : "http";
    String port = random.nextBoolean() ? ":" + (1 + random.nextInt(65_535)) : "";
    String query = random.nextBoolean() ? "?row=" + random.nextInt(999) + "&x=" : "";
    return scheme
        + "://"
        + word(random, 8).toLowerCase(Locale.ROOT)
        + ".org"
        + port
        + "/"
        + word(random, 5)
        + query;
  }

  private static String word(RandomGenerator random, int length) {
    return random
        .ints(length, 0, 52)
        .collect(
            StringBuilder::new,
            (text, i) -> text.append((char) (i < 26 ? 'A' + i : 'a' + i - 26)),
            StringBuilder::append)
        .toString();
  }

  private static String text(RandomGenerator random) {
    List<String> parts = List.of("food ", "11221", "ñ", "хлеб", "食物", "🍞", "&=+%", "", "\n");
    return random
        .ints(random.nextInt(6), 0, parts.size())
        .mapToObj(parts::get)
        .collect(Collectors.joining());
  }
}
