package org.neighborline.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.neighborline.language.Language;
import org.neighborline.language.Letters;
import org.neighborline.place.Finding;

final class ReaderTest {
  private static final Reader READER = Translations.taught();
  private static final long SEED = 11221;

  private static Reading read(String text) {
    return READER.read(text);
  }

  private static String language(String text) {
    return read(text).language().map(Language::tag).orElse("und");
  }

  @Test
  void one_text_tells_need_people_and_place() {
    Reading reading = read("need groceries for 4, 11221");
    assertThat(reading.needs()).containsExactly(Need.GROCERIES);
    assertThat(reading.people()).isEqualTo(OptionalInt.of(4));
    assertThat(reading.intent()).isEqualTo(Intent.REQUEST);
    assertThat(reading.place()).isInstanceOf(Finding.Found.class);
  }

  @Test
  void people_are_counted_in_words_and_digits() {
    assertThat(read("somos 5 y no hay comida").people()).hasValue(5);
    assertThat(read("familia de seis necesita comida").people()).hasValue(6);
    assertThat(read("food for me and my 2 kids").people()).hasValue(3);
    assertThat(read("নাস্তা লাগবে ৪ জন").people()).hasValue(4);
    assertThat(read("四个人的食物").people()).hasValue(4);
    assertThat(read("we need diapers for 4 days").people()).isEmpty();
    assertThat(read("I live at 11221").people()).isEmpty();
  }

  @Test
  void a_whole_text_may_be_a_word_of_ours() {
    assertThat(read("Yes!").command()).contains(Command.YES);
    assertThat(read("  sí ").command()).contains(Command.YES);
    assertThat(read("MENÚ").command()).contains(Command.MENU);
    assertThat(read("стоп").command()).contains(Command.STOP);
    assertThat(read("停止").command()).contains(Command.STOP);
    assertThat(read("stop the leak in my kitchen").command()).isEmpty();
    assertThat(read("1").command()).isEmpty();
  }

  @Test
  void a_text_may_begin_with_a_word_of_ours() {
    assertThat(read("DONE K7M2").opening()).contains(new Reading.Opening(Command.DONE, "K7M2"));
    assertThat(read("pause 2h").opening()).contains(new Reading.Opening(Command.PAUSE, "2h"));
    assertThat(read("my request").opening()).isEmpty();
  }

  @Test
  void a_phrase_is_ordered_by_number_with_its_request_before_or_after() {
    for (String text : List.of("P7 30 K7M2", "p 7 30 K7M2", "K7M2 P7 30", "frases 7 30 K7M2")) {
      assertThat(read(text).opening())
          .as(text)
          .contains(new Reading.Opening(Command.PHRASES, "7 30 K7M2"));
    }
    assertThat(read("A P7").opening()).contains(new Reading.Opening(Command.PHRASES, "7 A"));
    assertThat(read("P").opening()).contains(new Reading.Opening(Command.PHRASES, ""));
    for (String text : List.of("P742", "P7M2 hello", "apt 7", "N4 30", "PS 118")) {
      assertThat(read(text).opening().filter(o -> o.command() == Command.PHRASES))
          .as(text)
          .isEmpty();
    }
  }

  @Test
  void a_language_is_named_in_any_language() {
    assertThat(read("Kreyòl").names()).contains(new Language("ht"));
    assertThat(read("spanish").names()).contains(new Language("es"));
    assertThat(read("по-русски").names()).contains(new Language("ru"));
    assertThat(read("普通话").names()).contains(new Language("zh-Hans"));
    assertThat(read("do you speak polish?").names()).contains(new Language("pl"));
    assertThat(read("my spanish neighbor needs food").names()).isEmpty();
  }

  @Test
  void letters_and_script_are_told() {
    Reading bengali = read("khabar lagbe amra 4 jon");
    assertThat(bengali.language()).contains(new Language("bn"));
    assertThat(bengali.letters()).isEqualTo(Letters.LATIN);
    assertThat(bengali.script()).isEqualTo("Latn");
    assertThat(read("খাবার লাগবে").letters()).isEqualTo(Letters.NATIVE);
    assertThat(read("খাবার লাগবে").script()).isEqualTo("Beng");
    assertThat(read("🙂🙂").script()).isEqualTo("Zyyy");
  }

  @Test
  void what_tells_no_language_has_none() {
    for (String text : new String[] {"11221", "ok", "K7M2", "🙏", "", "Brooklyn", "wifi", "A1"}) {
      assertThat(READER.read(text).language()).as(text).isEmpty();
    }
  }

  @Test
  void the_known_language_decides_where_words_do_not() {
    assertThat(READER.read("mujhe khana chahiye", Optional.of(new Language("ur"))).language())
        .contains(new Language("ur"));
    assertThat(READER.read("mujhe khana chahiye", Optional.of(new Language("hi"))).language())
        .contains(new Language("hi"));
    assertThat(READER.read("早上好", Optional.of(new Language("zh-Hant"))).language())
        .contains(new Language("zh-Hant"));
  }

  @Test
  void disguises_and_slips_make_no_difference() {
    assertThat(language("nесеsito соmida")).isEqualTo("es"); // Cyrillic look-alikes
    assertThat(read("n\u200be\u200be\u200bd f\u202eo\u202dod").needs()).contains(Need.GROCERIES);
    assertThat(read("ｎｅｅｄ　ｆｏｏｄ").needs()).containsExactly(Need.GROCERIES);
    assertThat(read("need a laywer").needs()).containsExactly(Need.LEGAL);
    assertThat(read("need perscripton").needs()).containsExactly(Need.MEDICINE);
    assertThat(read("heeeelp i need foood").needs()).containsExactly(Need.GROCERIES);
    assertThat(read("necesito panales").needs()).containsExactly(Need.SUPPLIES);
  }

  @Test
  void no_pizza_calls_911() {
    for (String text :
        new String[] {
          "I would kill for a pizza",
          "we are dying of hunger",
          "this heat is killing me",
          "my phone died",
          "need food after the fire",
          "I got fired from my job",
          "where can i get a flu shot",
          "la migra está afuera",
          "ICE is outside our door",
          "my landlord is threatening to evict us",
          "me muero de hambre",
          "kill the roaches in my apartment",
          "had a stroke last year and need a ride"
        }) {
      assertThat(READER.read(text).emergency()).as(text).isEqualTo(Emergency.NONE);
    }
  }

  @Test
  void la_migra_at_the_door_is_legal_and_urgent() {
    Reading reading = read("la migra está afuera");
    assertThat(reading.needs()).contains(Need.LEGAL);
    assertThat(reading.urgency()).isEqualTo(Urgency.URGENT);
  }

  @Test
  void corona_is_an_illness_or_a_neighborhood() {
    assertThat(read("my mother has corona").needs()).contains(Need.HEALTH);
    assertThat(read("need food in corona queens").needs()).containsExactly(Need.GROCERIES);
    assertThat(read("vivo en corona y necesito comida").needs()).containsExactly(Need.GROCERIES);
  }

  @Test
  void who_must_not_be_called_says_so() {
    assertThat(read("im deaf text only please").textOnly()).isTrue();
    assertThat(read("no me llamen").textOnly()).isTrue();
    assertThat(read("need food").textOnly()).isFalse();
  }

  @Test
  void fear_of_the_government_is_heard() {
    assertThat(read("is this the government?").asksIfGovernment()).isTrue();
    assertThat(read("ustedes son de la migra?").asksIfGovernment()).isTrue();
    assertThat(read("need food").asksIfGovernment()).isFalse();
  }

  @Test
  void what_can_wait_is_not_urgent() {
    assertThat(read("no hurry, need diapers by friday").urgency()).isEqualTo(Urgency.CAN_WAIT);
    assertThat(read("need diapers today").urgency()).isEqualTo(Urgency.URGENT);
    assertThat(read("need diapers").urgency()).isEqualTo(Urgency.NORMAL);
  }

  @Test
  void the_reasons_name_the_words() {
    assertThat(read("need food").because()).contains("groceries: food (en)");
  }

  @Test
  void nothing_that_can_be_typed_breaks_it() {
    String[] odd = {
      "",
      " ",
      "\u0000",
      "\ud800",
      "\udc00x",
      "a\u0301\u0301\u0301\u0301",
      "?",
      "'",
      "''''",
      "....",
      "\u202e\u202d\u200f",
      "ʇɐǝ oʇ ƃuᴉɥʇou",
      "🏳️‍🌈👨‍👩‍👧‍👦",
      "١١٢٢١",
      "x".repeat(5_000),
      "a ".repeat(3_000),
      "食".repeat(2_500),
      "for for for for #",
      "9999999999999999999",
      "1a2b3c",
      "\n\n\t"
    };
    for (String text : odd) {
      assertThat(READER.read(text)).as(text).isNotNull();
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(200);
      while (text.length() < length) {
        text.append((char) random.nextInt(random.nextInt(4) == 0 ? 0x10000 : 0x700));
      }
      assertThat(READER.read(text.toString())).as("seed %d, text %d", SEED, i).isNotNull();
    }
  }

  @Test
  void digits_of_every_script_are_digits() {
    assertThat(Folding.fold("١١٢٢١").text(0)).isEqualTo("11221");
    assertThat(Folding.fold("১১২২১").text(0)).isEqualTo("11221");
    assertThat(Folding.fold("１１２２１").text(0)).isEqualTo("11221");
  }
}
