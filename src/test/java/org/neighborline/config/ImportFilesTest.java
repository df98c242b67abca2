package org.neighborline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neighborline.group.Availability;

/** Files that spreadsheets made: read as they are meant, or each fault named with its remedy. */
final class ImportFilesTest {
  private static final String GROUPS =
      """
      id,name,base,zips,neighborhoods,radius_km,polygon,needs,languages,timezone,hours,capacity,pause
      bedstuy,Bed-Stuy Neighbors,11221,11221 11233,Crown Heights;,1.5,,groceries legal,en yue,America/New_York,"mon-fri 09:00-17:00; sat 22:00-02:00",5,2026-12-01
      circle,Circle,"40.69,-73.93",,,,"{""type"":""Polygon"",""coordinates"":[[[-73.95,40.68],[-73.91,40.68],[-73.91,40.70],[-73.95,40.68]]]}",,en,,,,true
      """;
  private static final String LEADS =
      """
      group,name,phone,languages,tier,shifts,sms,night
      bedstuy,Ana,(718) 555-0101,en es,1,"mon,wed 18:00-23:00",true,false
      bedstuy,Bo,1.718.555.0102,en,2,,yes,no
      circle,Cy,+1 718 555 0103,,1,,,
      """;

  @TempDir Path folder;
  private Configuration hotline;

  @BeforeEach
  void hotline() {
    hotline = Cities.loaded(Cities.read(folder, Cities.HOTLINE, Cities.DESK));
  }

  @Test
  void all_columns_are_read_and_numbers_in_every_format() {
    ImportFiles.Read read = Cities.loaded(read(GROUPS, LEADS));
    assertThat(read.groups()).extracting(s -> s.group().id()).containsExactly("bedstuy", "circle");
    GroupSeed bedstuy = read.groups().getFirst();
    assertThat(bedstuy.group().availability().hours()).hasSize(2);
    assertThat(bedstuy.group().availability().capacity()).hasValue(5);
    assertThat(bedstuy.group().languages())
        .extracting(l -> l.tag())
        .containsExactly("en", "zh-Hant");
    assertThat(bedstuy.leads())
        .extracting(l -> l.phone().e164())
        .containsExactly("+17185550101", "+17185550102");
    assertThat(read.groups().getLast().group().availability().backOn())
        .contains(Availability.SOME_DAY);
  }

  @Test
  void what_is_written_out_is_read_in_again_the_same() throws IOException {
    List<GroupSeed> groups = Cities.loaded(read(GROUPS, LEADS)).groups();
    List<GroupSeed> again =
        Cities.loaded(read(GroupsText.groupsCsv(groups), GroupsText.leadsCsv(groups))).groups();
    assertThat(again).isEqualTo(groups);
    Path yaml = Files.writeString(folder.resolve("other.yaml"), GroupsText.yaml(groups));
    assertThat(Cities.loaded(read(yaml)).groups()).isEqualTo(groups);
  }

  @Test
  void a_mark_at_the_start_semicolons_and_tabs_are_what_spreadsheets_do() {
    assertThat(
            Cities.loaded(
                    read(
                        "\uFEFFid;name;base;zips\na;A;11221;11221\n",
                        "group\tname\tphone\na\tAna\t718-555-0101\n"))
                .groups())
        .hasSize(1);
  }

  @Test
  void leads_alone_join_groups_of_the_database() throws IOException {
    // A file of leads may be called anything: its columns tell.
    Path people = Files.writeString(folder.resolve("people.csv"), LEADS.replace("circle", "x"));
    assertThat(Cities.faults(read(people)))
        .anySatisfy(f -> assertThat(f).startsWith("people.csv:4: there is no group 'x'"));
    Path leads = Files.writeString(folder.resolve("leads.csv"), LEADS.replace("circle", "jersey"));
    Loading<ImportFiles.Read> reading =
        ImportFiles.read(
            List.of(leads), hotline, Cities.KNOWN, Set.of("bedstuy", "jersey"), (_, _, _) -> {});
    assertThat(Cities.loaded(reading).leads()).containsOnlyKeys("bedstuy", "jersey");
    assertThat(Cities.faults(read(leads)))
        .anySatisfy(f ->
            assertThat(f)
                .startsWith(
                    "leads.csv:4: there is no group 'jersey' in these files or in the database"));
  }

  @Test
  void reading_tells_how_far_it_is() throws IOException {
    Path groups = Files.writeString(folder.resolve("groups.csv"), GROUPS);
    AtomicInteger last = new AtomicInteger();
    Path leads = Files.writeString(folder.resolve("leads.csv"), LEADS);
    var _ =
        ImportFiles.read(
            List.of(groups, leads),
            hotline,
            Cities.KNOWN,
            Set.of(),
            (file, line, lines) -> {
              assertThat(line).isLessThanOrEqualTo(lines);
              last.set(line);
            });
    assertThat(last).hasValue(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          11221 11233 | 11221 7302 | groups.csv:2: group bedstuy, area: '7302' lacks its leading zero, which spreadsheets drop; write 07302
          "40.69,-73.93" | "-73.93,40.69" | groups.csv:3: group circle: latitude and longitude are swapped; write the latitude first: 40.69,-73.93
          [-73.91,40.68],[-73.91,40.70] | [-73.91,40.70],[-73.91,40.68],[-73.95,40.70] | groups.csv:3: group circle, area: polygon: its line crosses itself near
          circle,Circle | bedstuy,Circle | groups.csv:3: group: the id 'bedstuy' stands already in line 2
          circle,Circle | circle,bed-stuy neighbors | groups.csv:3: group circle: the name 'bed-stuy neighbors' stands already in line 2
          mon-fri 09:00 | mon-fry 09:00 | groups.csv:2: group bedstuy: hours 'mon-fry 09:00-17:00' can't be read; write
          ,5,2026-12-01 | ,five,2026-12-01 | groups.csv:2: group bedstuy: capacity 'five' is no capacity; write how many
          ,5,2026-12-01 | ,5,Dec 1 | groups.csv:2: group bedstuy: pause 'Dec 1' is no pause; write true, or the day
          groceries legal | groceries food | groups.csv:2: group bedstuy: unknown need 'food'; use some of
          hours,capacity | hours,capasity | groups.csv:1: unknown column 'capasity'; did you mean 'capacity'?
          """)
  void a_faulty_row_is_named_with_its_remedy(String text, String write, String expected) {
    assertThat(GROUPS).contains(text);
    List<String> faults = Cities.faults(read(GROUPS.replace(text, write), LEADS));
    assertThat(faults).anySatisfy(f -> assertThat(f).startsWith(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (718) 555-0101 | 7.18555E+09 | leads.csv:2: group bedstuy, lead Ana: the phone was made a number by a spreadsheet
          (718) 555-0101 | 718 555 | leads.csv:2: group bedstuy, lead Ana: the phone can't be read; write it like
          (718) 555-0101 | 555-0101 | leads.csv:2: group bedstuy, lead Ana: the phone has digits that no country uses
          (718) 555-0101 | 1.718.555.0102 | leads.csv:3: group bedstuy, lead Bo: the same phone is in this tree already
          circle,Cy | cycle,Cy | leads.csv:4: there is no group 'cycle' in these files
          circle,Cy | ,Cy | leads.csv:4: the row names no group; fill the group column
          """)
  void a_faulty_lead_is_named_with_the_line_in_its_own_file(
      String text, String write, String expected) {
    assertThat(LEADS).contains(text);
    List<String> faults = Cities.faults(read(GROUPS, LEADS.replace(text, write)));
    assertThat(faults).anySatisfy(f -> assertThat(f).startsWith(expected));
  }

  @Test
  void files_that_are_no_such_files_are_named() throws IOException {
    Path file = folder.resolve("groups.csv");
    Files.write(file, new byte[0]);
    assertThat(Cities.faults(read(file)).getFirst()).startsWith("groups.csv: the file is empty");
    Files.write(file, GROUPS.replace("Circle", "Café").getBytes(Charset.forName("windows-1252")));
    assertThat(Cities.faults(read(file)).getFirst())
        .startsWith("groups.csv:3: a letter here is not in UTF-8, perhaps in Windows-1252; save");
    assertThat(Cities.faults(read(folder.resolve("nowhere.csv"))).getFirst())
        .startsWith("nowhere.csv: there is no such file");
    Files.writeString(file, "id,name,base\n");
    assertThat(Cities.faults(read(file)).getFirst())
        .startsWith("groups.csv: there is no group and no lead in it");
  }

  @Test
  void a_large_file_of_anything_ends_at_its_limit() throws IOException {
    Path leads = folder.resolve("leads.csv");
    byte[] row = "x,Ana,718-555-0101\n".getBytes(StandardCharsets.UTF_8);
    byte[] rows = new byte[row.length * 120_000];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row[i % row.length];
    }
    Files.write(leads, "group,name,phone\n".getBytes(StandardCharsets.UTF_8));
    Files.write(leads, rows, java.nio.file.StandardOpenOption.APPEND);
    assertThat(Cities.faults(read(leads)))
        .anySatisfy(f ->
            assertThat(f)
                .startsWith("leads.csv:100002: more than 100000 leads; split the hotline"));
  }

  private Loading<ImportFiles.Read> read(String groups, String leads) {
    Cities.write(folder, "groups.csv", groups);
    Cities.write(folder, "leads.csv", leads);
    return read(folder.resolve("groups.csv"), folder.resolve("leads.csv"));
  }

  private Loading<ImportFiles.Read> read(Path... paths) {
    return ImportFiles.read(Arrays.asList(paths), hotline, Cities.KNOWN, Set.of(), (_, _, _) -> {});
  }
}
