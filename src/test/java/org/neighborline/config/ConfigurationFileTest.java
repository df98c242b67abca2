package org.neighborline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neighborline.group.QuietHours;
import org.neighborline.group.Shift;
import org.neighborline.language.Language;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.understanding.Need;

/** Files without faults become the values that they say. */
final class ConfigurationFileTest {
  @TempDir Path folder;

  @Test
  void four_keys_are_enough() {
    Configuration city = Cities.loaded(Cities.read(folder, Cities.HOTLINE, Cities.DESK));
    assertThat(city.name()).isEqualTo("Neighborline");
    assertThat(city.numbers()).containsExactly(new PhoneNumber("+12125550100"));
    assertThat(city.house().rules().zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(city.house().rules().normalWait()).isEqualTo(Duration.ofMinutes(10));
    assertThat(city.house().rules().urgentWait()).isEqualTo(Duration.ofMinutes(3));
    assertThat(city.house().rules().quiet())
        .isEqualTo(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)));
    assertThat(city.house().rules().capacity()).isEqualTo(8);
    assertThat(city.house().needs()).containsExactly(Need.values());
    assertThat(city.languages()).extracting(Language::tag).containsExactly("en", "es");
    assertThat(city.pace()).isEqualTo(1);
    assertThat(city.retention()).isEqualTo(Duration.ofDays(30));
    assertThat(city.price()).isEqualTo(0.79);
    assertThat(city.regions()).containsExactly("US", "PR", "VI", "GU", "AS", "MP");
  }

  @Test
  void every_key_is_read() {
    Configuration city =
        Cities.loaded(
            Cities.read(
                folder,
                Cities.HOTLINE
                    + """
                    timezone: America/Chicago
                    waits: {normal: 2h, urgent: 30s}
                    quiet: none
                    pace: 3
                    capacity: 2
                    retention: 3d
                    price: 1.5
                    languages: [es, en]
                    needs: [medicine, groceries]
                    region: US
                    regions: [US, CA]
                    """,
                Cities.DESK));
    assertThat(city.house().rules().zone()).isEqualTo(ZoneId.of("America/Chicago"));
    assertThat(city.house().rules().normalWait()).isEqualTo(Duration.ofHours(2));
    assertThat(city.house().rules().urgentWait()).isEqualTo(Duration.ofSeconds(30));
    assertThat(city.house().rules().quiet()).isEqualTo(QuietHours.NONE);
    assertThat(city.house().rules().capacity()).isEqualTo(2);
    assertThat(city.house().needs()).containsExactly(Need.MEDICINE, Need.GROCERIES);
    assertThat(city.languages()).extracting(Language::tag).containsExactly("es", "en");
    assertThat(city.pace()).isEqualTo(3);
    assertThat(city.retention()).isEqualTo(Duration.ofDays(3));
    assertThat(city.price()).isEqualTo(1.5);
    assertThat(city.regions()).containsExactly("US", "CA");
    assertThat(city.groups().getFirst().group().zone()).isEqualTo(ZoneId.of("America/Chicago"));
  }

  @Test
  void a_group_says_where_what_when_and_who() {
    Configuration city =
        Cities.loaded(
            Cities.read(
                folder,
                Cities.HOTLINE,
                """
                - id: bedstuy
                  name: Bed-Stuy Neighbors
                  base: 40.69,-73.93
                  area: {zips: [11221, "11233"], neighborhoods: [Crown Heights], radius_km: 2.5}
                  needs: [groceries]
                  languages: [en, es]
                  leads:
                    - {name: Ana, phone: (718) 555-0101, languages: [es, en], night: true}
                    - name: Bo
                      phone: "1-718-555-0102"
                      tier: 2
                      sms: false
                      shifts: [{days: [mon, Tuesday], from: 09:00, to: "17:00"}, {from: "20:00", to: "2:00"}]
                """
                    + Cities.DESK));
    GroupSeed seed = city.groups().getFirst();
    assertThat(seed.group().area().written().zips()).containsExactly("11221", "11233");
    assertThat(seed.group().area().written().neighborhoods()).containsExactly("Crown Heights");
    assertThat(seed.group().area().written().radiusKm()).isEqualTo(Optional.of(2.5));
    assertThat(seed.group().needs()).isEqualTo(Set.of(Need.GROCERIES));
    assertThat(seed.group().base().lat()).isEqualTo(40.69);
    assertThat(seed.leads())
        .containsExactly(
            new GroupSeed.LeadSeed(
                "Ana",
                new PhoneNumber("+17185550101"),
                List.of(new Language("es"), Language.ENGLISH),
                1,
                List.of(),
                true,
                true,
                true),
            new GroupSeed.LeadSeed(
                "Bo",
                new PhoneNumber("+17185550102"),
                List.of(Language.ENGLISH, new Language("es")),
                2,
                List.of(
                    new Shift(
                        EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0)),
                    new Shift(
                        EnumSet.allOf(DayOfWeek.class), LocalTime.of(20, 0), LocalTime.of(2, 0))),
                false,
                true,
                false));
  }

  @Test
  void a_polygon_may_be_drawn_in_yaml_or_pasted_as_json() {
    for (String polygon :
        List.of(
            "{type: Polygon, coordinates: [[[-73.95, 40.68], [-73.91, 40.68], [-73.91, 40.70], [-73.95, 40.68]]]}",
            "'{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[-73.95,40.68],[-73.91,40.68],[-73.91,40.70],[-73.95,40.68]]]}}]}'")) {
      Configuration city =
          Cities.loaded(
              Cities.read(
                  folder,
                  Cities.HOTLINE,
                  """
                  - id: shape
                    name: Shape
                    base: "11221"
                    area: {polygon: %s}
                    leads: [{name: Ana, phone: "+17185550101"}]
                  """
                          .formatted(polygon)
                      + Cities.DESK));
      assertThat(city.groups().getFirst().group().area().written().polygon().orElseThrow())
          .startsWith("{\"type\":\"Polygon\",\"coordinates\":[[[-73.95,40.68],");
    }
  }

  @Test
  void spreadsheets_say_the_same() {
    GroupSeed seed =
        spreadsheet(
            """
            id,name,base,zips,neighborhoods,radius_km,needs,languages
            bedstuy,"Bed-Stuy Neighbors, United","40.69,-73.93",11221 11233,Crown Heights;Bushwick,1.5,groceries money,en es

            desk,Citywide Desk,11221,,,,,
            """,
            """
            group,name,phone,languages,tier
            bedstuy,Ana,718-555-0101,es en,1
            bedstuy,Bo,7185550102,,2
            desk,Noor,+19175550152,en,
            """);
    assertThat(seed.group().name()).isEqualTo("Bed-Stuy Neighbors, United");
    assertThat(seed.group().base().lon()).isEqualTo(-73.93);
    assertThat(seed.group().area().written().zips()).containsExactly("11221", "11233");
    assertThat(seed.group().area().written().neighborhoods())
        .containsExactly("Crown Heights", "Bushwick");
    assertThat(seed.group().needs()).containsExactly(Need.GROCERIES, Need.MONEY);
    assertThat(seed.leads()).extracting(GroupSeed.LeadSeed::tier).containsExactly(1, 2);
    assertThat(seed.leads().get(1).languages())
        .extracting(Language::tag)
        .containsExactly("en", "es");
  }

  @Test
  void spreadsheets_may_separate_with_semicolons_or_tabs() {
    for (String separator : List.of(",", ";", "\t")) {
      GroupSeed seed =
          spreadsheet(
              "Base,ID,Name,Zips\r\n11221,other,\"The Other\",11221 11233\r\n11221,desk,Desk,"
                  .replace(",", separator),
              "group,name,phone\r\nother,Ana,7185550101\r\ndesk,Noor,9175550152\r\n"
                  .replace(",", separator));
      assertThat(seed.group().name()).isEqualTo("The Other");
      assertThat(seed.group().area().written().zips()).containsExactly("11221", "11233");
    }
  }

  private GroupSeed spreadsheet(String groups, String leads) {
    Cities.write(folder, "groups.csv", groups);
    Cities.write(folder, "leads.csv", leads);
    Cities.write(folder, "neighborline.yaml", Cities.HOTLINE.replace("groups.yaml", "groups.csv"));
    return Cities.loaded(ConfigurationFile.read(folder.resolve("neighborline.yaml"), Cities.KNOWN))
        .groups()
        .getFirst();
  }

  @Test
  void a_byte_order_mark_of_a_spreadsheet_is_skipped() {
    assertThat(
            Cities.loaded(Cities.read(folder, "\uFEFF" + Cities.HOTLINE, "\uFEFF" + Cities.DESK))
                .groups())
        .hasSize(1);
  }

  @Test
  void what_is_said_twice_in_two_trees_is_one_person_in_two_groups() {
    String other =
        Cities.DESK
            .replace("desk", "other")
            .replace("Citywide", "Other")
            .replace("leads:", "area: {zips: [\"11221\"]}\n  leads:");
    assertThat(Cities.loaded(Cities.read(folder, Cities.HOTLINE, Cities.DESK + other)).groups())
        .hasSize(2);
  }
}
