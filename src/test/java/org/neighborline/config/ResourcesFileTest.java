package org.neighborline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neighborline.group.Directory;
import org.neighborline.group.Resource;
import org.neighborline.language.Language;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.Place;
import org.neighborline.place.Point;
import org.neighborline.understanding.Need;

/** Public places of help: read as they are meant, or each fault named with its remedy. */
final class ResourcesFileTest {
  private static final String HEADER = "name,needs,zip,lat,lon,address,hours,phone,languages\n";
  private static final String ROW =
      "Halsey Pantry,groceries supplies,11221,,,Halsey St,Sat 10-1,(718) 555-0171,en es\n";

  @TempDir Path folder;
  private Configuration hotline;

  @BeforeEach
  void hotline() {
    hotline = Cities.loaded(Cities.read(folder, Cities.HOTLINE, Cities.DESK));
  }

  @Test
  void all_columns_are_read() throws IOException {
    Resource halsey = Cities.loaded(read(HEADER + ROW)).all().getFirst();
    assertThat(halsey.needs()).containsExactlyInAnyOrder(Need.GROCERIES, Need.SUPPLIES);
    assertThat(halsey.details()).containsExactly("Halsey St", "Sat 10-1", "+17185550171");
    assertThat(halsey.languages()).contains(Language.ENGLISH, new Language("es"));
  }

  @Test
  void every_sample_is_found_where_it_is_and_by_what_it_does() throws IOException {
    Gazetteer city = Gazetteer.newYork();
    Known known =
        new Known(
            zip -> city.placeOfZip(zip).map(Place::point), name -> true, List.of(Language.ENGLISH));
    Path sample = Path.of("samples/newyork/resources.csv");
    Directory directory =
        Cities.loaded(ResourcesFile.read(sample, hotline, known, (_, _, _) -> {}));
    assertThat(directory.all()).hasSizeGreaterThan(20);
    Point bedstuy = city.placeOfZip("11221").orElseThrow().point();
    assertThat(directory.nearest(Need.GROCERIES, bedstuy, Language.ENGLISH))
        .get()
        .extracting(Resource::name)
        .isEqualTo("Halsey Food Pantry");
    assertThat(directory.nearest(Need.CHILDCARE, bedstuy, Language.ENGLISH)).isEmpty();
    assertThat(directory.nearest(Need.GROCERIES, new Point(41.5, -74), Language.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Grace,groceries,11221,-73.93,40.69,A St | latitude and longitude are swapped",
        "Grace,groceries,1221,,,A St | lacks its leading zero",
        "Grace,groceries,99999,,,A St | we know no place for the ZIP",
        "Grace,groceries,,,,A St | neither zip nor lat and lon",
        "Grace,grocery,11221,,,A St | unknown need",
        "Grace,,11221,,,A St | there are no needs",
        "Grace,groceries,11221,,,, | neither address nor phone",
        "Grace,groceries,11221,,,A St,,12 | the phone can't be read",
        "Grace,groceries,11221,,,A St,,7.18555E+09 | made a number by a spreadsheet",
        "Grace,groceries,11221,,,A St,,,xx | unknown language",
        "Halsey Pantry,groceries,11221,,,Halsey St | stands in line 2 already",
        ",groceries,11221,,,A St | there is no name",
      })
  void each_faulty_row_is_named_with_its_line_and_a_remedy(String row, String problem)
      throws IOException {
    assertThat(faults(HEADER + ROW + row + "\n"))
        .singleElement()
        .asString()
        .startsWith("resources.csv:3: ")
        .contains(problem);
  }

  @Test
  void what_a_text_has_no_room_for_is_named() throws IOException {
    String longest = "Grace,groceries,11221,,,A St,%s\n".formatted("Mon ".repeat(20));
    assertThat(faults(HEADER + longest)).singleElement().asString().contains("room for 40");
  }

  @Test
  void files_that_are_no_table_are_named() throws IOException {
    assertThat(faults("")).singleElement().asString().contains("empty");
    assertThat(faults(HEADER)).singleElement().asString().contains("add some rows");
    assertThat(faults("a;b\n")).isNotEmpty();
    Path windows = folder.resolve("resources.csv");
    Files.write(windows, (HEADER + "Peña,groceries\n").getBytes(Charset.forName("windows-1252")));
    assertThat(faulty(windows)).singleElement().asString().contains(":2:").contains("UTF-8");
  }

  @Test
  void a_byte_order_mark_and_semicolons_are_read() throws IOException {
    String rows = "\uFEFF" + (HEADER + ROW).replace(',', ';');
    assertThat(Cities.loaded(read(rows)).all()).hasSize(1);
  }

  @Test
  void the_configuration_takes_the_file_that_is_beside_it() throws IOException {
    assertThat(hotline.house().directory().all()).isEmpty();
    Files.writeString(folder.resolve("resources.csv"), HEADER + ROW);
    Configuration again = Cities.loaded(Cities.read(folder, Cities.HOTLINE, Cities.DESK));
    assertThat(again.house().directory().all()).hasSize(1);
    Files.writeString(folder.resolve("resources.csv"), HEADER);
    assertThat(Cities.read(folder, Cities.HOTLINE, Cities.DESK)).isInstanceOf(Loading.Faulty.class);
  }

  private Loading<Directory> read(String text) throws IOException {
    Path file = folder.resolve("resources.csv");
    return read(Files.writeString(file, text, StandardCharsets.UTF_8));
  }

  private Loading<Directory> read(Path file) {
    return ResourcesFile.read(file, hotline, Cities.KNOWN, (_, _, _) -> {});
  }

  private List<String> faults(String text) throws IOException {
    return faulty(Files.writeString(folder.resolve("resources.csv"), text));
  }

  private List<String> faulty(Path file) {
    return read(file) instanceof Loading.Faulty<Directory>(var faults)
        ? faults.stream().map(Object::toString).toList()
        : List.of();
  }
}
