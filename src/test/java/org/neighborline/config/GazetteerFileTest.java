package org.neighborline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neighborline.place.CityRow;
import org.neighborline.place.Finding;
import org.neighborline.place.Gazetteer;
import org.neighborline.place.GazetteerFiles;
import org.neighborline.place.GazetteerFolder;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceFinder;

/** A city from a file: found in texts afterwards, or every fault named with line and remedy. */
final class GazetteerFileTest {
  private static final Path SAMPLE = Path.of("samples/springfield/city.csv");
  private static final String HEADER = "kind,name,borough,lat,lon,zips,also,lines,state,everyday\n";
  private static final String ZIP = "zip,01103,Springfield,42.1030,-72.5890,,,,,\n";

  @TempDir Path folder;

  @Test
  void the_sample_city_is_found_in_texts_when_it_was_imported() throws IOException {
    Path city = folder.resolve("gazetteer");
    GazetteerFolder.write(Cities.loaded(read(SAMPLE)), city);
    PlaceFinder finder = new PlaceFinder(GazetteerFiles.read(city), Map.of());
    assertThat(found(finder, "need food 01107").neighborhood()).contains("North End");
    assertThat(found(finder, "vivo en el norte").zip()).contains("01107");
    assertThat(found(finder, "state and main st").zip()).contains("01103");
    assertThat(found(finder, "ride from baystate hospital").zip()).contains("01107");
    assertThat(finder.find("im in chicopee")).isInstanceOf(Finding.Outside.class);
    assertThat(finder.find("11221")).isInstanceOf(Finding.Outside.class);
  }

  @Test
  void the_configuration_takes_the_city_that_is_beside_it() throws IOException {
    Path config = Files.writeString(folder.resolve("neighborline.yaml"), "name: Neighborline\n");
    assertThat(Cities.loaded(CityChoice.read(config))).isSameAs(Gazetteer.newYork());
    GazetteerFolder.write(Cities.loaded(read(SAMPLE)), CityChoice.folder(config));
    assertThat(Cities.loaded(CityChoice.read(config)).boroughs()).containsOnlyKeys("Springfield");
    Files.writeString(config, "gazetteer: elsewhere\n");
    assertThat(CityChoice.read(config)).isInstanceOf(Loading.Faulty.class);
  }

  @Test
  void a_second_import_takes_the_place_of_the_first() throws IOException {
    Path city = folder.resolve("gazetteer");
    GazetteerFolder.write(Cities.loaded(read(SAMPLE)), city);
    GazetteerFolder.write(Cities.loaded(read(text(HEADER + ZIP))), city);
    assertThat(GazetteerFiles.read(city).zips()).hasSize(1);
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("city.csv", "gazetteer");
    }
  }

  @Test
  void outlines_come_from_geojson() throws IOException {
    Path file = folder.resolve("city.geojson");
    Files.writeString(
        file,
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"kind":"zip","name":"01103","borough":"Springfield","color":"red"},
         "geometry":{"type":"Polygon","coordinates":[[[-72.60,42.09],[-72.58,42.09],[-72.58,42.11],[-72.60,42.11],[-72.60,42.09]]]}},
        {"type":"Feature","properties":{"kind":"neighborhood","name":"Centro","borough":"Springfield","zips":["01103"],"also":["el centro","plaza"]},
         "geometry":{"type":"Point","coordinates":[-72.589,42.103]}}]}
        """);
    Path city = folder.resolve("gazetteer");
    GazetteerFolder.write(Cities.loaded(read(file)), city);
    Gazetteer read = GazetteerFiles.read(city);
    assertThat(read.shapeOfZip("01103").orElseThrow().getArea()).isGreaterThan(0.0003);
    assertThat(found(new PlaceFinder(read, Map.of()), "en el centro, comida").zip())
        .contains("01103");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "zip,01105,Springfield,-72.5780,42.0990 | latitude and longitude are swapped",
        "zip,1105,Springfield,42.0990,-72.5780 | lacks its leading zero",
        "zip,01105,Springfield,40.70,-73.93 | km from where this ZIP is",
        "zip,01105,Springfield,forty,-73.93 | is no point in the country",
        "zip,01105,,42.0990,-72.5780 | there is no borough",
        "zip,01103,Springfield,42.1030,-72.5890 | stands in line 2 already",
        "hospitl,Mercy,Springfield,42.1,-72.58 | did you mean 'hospital'?",
        "volcano,Mercy,Springfield,42.1,-72.58 | write one of zip, neighborhood",
        "neighborhood,North End,Springfield,42.1,-72.58,01199 | no row of kind zip for 01199",
        "corner,State St,Springfield,42.1,-72.58 | two streets with & between",
        "town,Holyoke,,42.2,-72.61 | two capital letters",
        "zip,01105,Springfield,, | there is no point",
        "zip,,Springfield,42.1,-72.58 | there is no name",
        "park,Forest,Springfield,42.1,-72.58,,,,,maybe | neither yes nor no",
        "park,Forest,Springfield,42.1,-72.58,,,,,,one,more | 12 values for 10 columns",
      })
  void each_faulty_row_is_named_with_its_line_and_a_remedy(String row, String problem)
      throws IOException {
    assertThat(faults(text(HEADER + ZIP + row + "\n")))
        .singleElement()
        .asString()
        .startsWith("city.csv:3: ")
        .contains(problem);
  }

  @Test
  void files_that_are_no_table_are_named() throws IOException {
    assertThat(faults(text(""))).singleElement().asString().contains("empty");
    assertThat(faults(text("a,b\n1,2\n"))).isNotEmpty();
    assertThat(faults(text(HEADER))).singleElement().asString().contains("no row of kind zip");
    assertThat(faults(folder.resolve("none.csv"))).singleElement().asString().contains("no such");
    Path windows = folder.resolve("w.csv");
    Files.write(
        windows, (HEADER + "park,Peña,X,42.1,-72.5\n").getBytes(Charset.forName("windows-1252")));
    assertThat(faults(windows)).singleElement().asString().contains("w.csv:2").contains("UTF-8");
    Path json = folder.resolve("x.geojson");
    Files.writeString(json, "{\"type\":\"FeatureCollection\",\"features\":[{\"type\"");
    assertThat(faults(json)).singleElement().asString().contains("breaks off");
    Path big = folder.resolve("big.csv");
    try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
      file.setLength(150_000_000);
    }
    assertThat(faults(big)).singleElement().asString().contains("150 MB");
  }

  @Test
  void a_byte_order_mark_and_semicolons_are_read() throws IOException {
    String rows = "\uFEFF" + (HEADER + ZIP).replace(',', ';');
    assertThat(Cities.loaded(read(text(rows)))).hasSize(1);
  }

  @Test
  void a_line_that_crosses_itself_is_named() throws IOException {
    Path json = folder.resolve("x.geojson");
    Files.writeString(
        json,
        """
        {"features":[
        {"properties":{"kind":"zip","name":"01103","borough":"S"},
         "geometry":{"type":"Polygon","coordinates":[[[-72.60,42.09],[-72.58,42.11],[-72.58,42.09],[-72.60,42.11],[-72.60,42.09]]]}}]}
        """);
    assertThat(faults(json)).singleElement().asString().contains(":2:").contains("crosses itself");
  }

  private Path text(String text) throws IOException {
    return Files.writeString(folder.resolve("city.csv"), text, StandardCharsets.UTF_8);
  }

  private static Loading<List<CityRow>> read(Path file) {
    return GazetteerFile.read(file, Gazetteer.newYork()::anywhere, (_, _, _) -> {});
  }

  private static List<String> faults(Path file) {
    return read(file) instanceof Loading.Faulty<List<CityRow>>(var faults)
        ? faults.stream().map(Object::toString).toList()
        : List.of();
  }

  private static Place found(PlaceFinder finder, String text) {
    return finder.find(text) instanceof Finding.Found(var place)
        ? place
        : org.assertj.core.api.Assertions.fail(text + " was " + finder.find(text));
  }
}
