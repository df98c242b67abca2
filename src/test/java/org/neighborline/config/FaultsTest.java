package org.neighborline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in files is said with file, line and remedy, all of it at once. */
final class FaultsTest {
  @TempDir Path folder;

  private static final String HOTLINE =
      """
      name: Neighborline
      numbers: ["+12125550100"]
      groups: groups.yaml
      backstop: desk
      timezone: America/New_York
      waits: {normal: 10m, urgent: 3m}
      quiet: {from: "21:00", to: "08:00"}
      pace: 1
      capacity: 8
      needs: [groceries]
      languages: [en, es]
      """;

  private static final String GROUPS =
      """
      - id: bedstuy
        name: Bed-Stuy Neighbors
        base: "11221"
        area:
          zips: ["11221", "11233"]
          neighborhoods: []
          radius_km: null
        needs: []
        languages: [en, es]
        leads:
          - name: Ana
            phone: "+17185550101"
            tier: 1
            shifts: []
            night: false
          - {name: Bo, phone: "+17185550102"}
      - id: desk
        name: Citywide Desk
        base: "11221"
        leads:
          - {name: Noor, phone: "+19175550152"}
      """;

  private static final String C = "neighborline.yaml";
  private static final String G = "groups.yaml";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # file | the line with this text | becomes this (↵ a new line, → a tab) | the fault
          neighborline.yaml | pace | pase: 1 | neighborline.yaml:8: the configuration: unknown key 'pase'; did you mean 'pace'?
          neighborline.yaml | pace | color: red | neighborline.yaml:8: the configuration: unknown key 'color'; remove it, or use one of name,
          neighborline.yaml | pace | pace: fast | neighborline.yaml:8: the configuration: pace 'fast' is no pace; write
          neighborline.yaml | capacity | capacity: 0 | neighborline.yaml:9: the configuration: capacity '0' is no capacity; write 1 to
          neighborline.yaml | name: | nick: N | neighborline.yaml:1: the configuration:
          neighborline.yaml | numbers: | numbers: [5550100] | neighborline.yaml:2: the configuration: the phone has digits that no country uses
          neighborline.yaml | numbers: | numbers: [] | neighborline.yaml:2: the configuration: there are no numbers; add
          neighborline.yaml | groups: | groups: nowhere.yaml | nowhere.yaml: there is no such file:
          neighborline.yaml | groups: | groups: groups.xlsx | groups.xlsx: groups are read from .yaml or .csv
          neighborline.yaml | backstop | backstop: dask | neighborline.yaml:4: the configuration: there is no group 'dask' in groups.yaml; name
          neighborline.yaml | timezone | timezone: EST | neighborline.yaml:5: the configuration: timezone 'EST' is no time zone; write
          neighborline.yaml | waits | waits: {normal: 10, urgent: 3m} | neighborline.yaml:6: the configuration, waits: normal '10' is no duration
          neighborline.yaml | waits | waits: {norml: 10m} | neighborline.yaml:6: the configuration, waits: unknown key 'norml'; did you mean 'normal'?
          neighborline.yaml | waits | waits: 10m | neighborline.yaml:6: the configuration, waits: expected 'key: value' lines
          neighborline.yaml | quiet | quiet: {from: "25:00"} | neighborline.yaml:7: the configuration, quiet: from '25:00' is no time of day
          neighborline.yaml | quiet | quiet: never | neighborline.yaml:7: the configuration: quiet: write none, or
          neighborline.yaml | quiet | quiet: {from: 8:00, to: 08:00} | neighborline.yaml:7: the configuration: quiet hours that start and end at once
          neighborline.yaml | needs | needs: [grocery] | neighborline.yaml:10: the configuration: unknown need 'grocery'; use some of groceries medicine
          neighborline.yaml | needs | needs: [medicin] | neighborline.yaml:10: the configuration: unknown need 'medicin'; did you mean 'medicine'?
          neighborline.yaml | languages | languages: [en, tlh] | neighborline.yaml:11: the configuration: unknown language 'tlh'; use some of en es, which
          neighborline.yaml | languages | languages: [es] | neighborline.yaml:11: the configuration: languages lacks en
          neighborline.yaml | languages | pace: 2 | neighborline.yaml:11: 'pace' stands already in line 8; keep one of the two
          neighborline.yaml | languages | languages: [en, es | neighborline.yaml:12: this is no YAML (
          neighborline.yaml | languages | languages:↵→- en | neighborline.yaml:12: a tab stands where spaces must
          neighborline.yaml | languages | languages: &l [en, es]↵needs2: *l | neighborline.yaml:12: references ('*name') are not read
          neighborline.yaml | languages | ---↵name: again | neighborline.yaml:11: a second document after '---'
          groups.yaml | id: bedstuy | - id: Bed Stuy | groups.yaml:1: group: the id 'Bed Stuy' must be small letters
          groups.yaml | id: desk | - {id: bedstuy, name: B, base: "11221", area: {zips: ["11221"]}, leads: [{name: B, phone: "+17185550109"}]}↵- id: desk | groups.yaml:17: group: the id 'bedstuy' stands already in line 1
          groups.yaml | name: Bed | name: 貝德福德 | groups.yaml:2: group bedstuy: the name must be in Latin letters
          groups.yaml | name: Bed | name: Vecinos Únidos | groups.yaml:2: group bedstuy: the letter Ú makes every text with this name cost double
          groups.yaml | base: "11221" | base: 7302 | groups.yaml:3: group bedstuy: base: '7302' lacks its leading zero, which spreadsheets drop; write 07302
          groups.yaml | base: "11221" | base: -73.93,40.69 | groups.yaml:3: group bedstuy: latitude and longitude are swapped; write the latitude first: 40.69,-73.93
          groups.yaml | base: "11221" | base: 51.5,-0.1 | groups.yaml:3: group bedstuy: the base lies over 300 km from the area's ZIPs
          groups.yaml | base: "11221" | base: 140.69,-200 | groups.yaml:3: group bedstuy: the base is no place on earth
          groups.yaml | base: "11221" | base: Brooklyn | groups.yaml:3: group bedstuy: base: 'Brooklyn' is no ZIP; write its five digits
          groups.yaml | zips: | zips: ["11221", "99999"] | groups.yaml:5: group bedstuy, area: we know no place for the ZIP 99999
          groups.yaml | zips: | zips: [11221,↵      7302] | groups.yaml:6: group bedstuy, area: '7302' lacks its leading zero
          groups.yaml | zips: | zips: [11221.0] | groups.yaml:5: group bedstuy, area: '11221.0' was made a number by a spreadsheet
          groups.yaml | zips: | zips: [11221-1234] | groups.yaml:5: group bedstuy, area: '11221-1234' has more than the ZIP
          groups.yaml | zips: | zips: [11221, 11221] | groups.yaml:5: group bedstuy, area: zips names '11221' twice
          groups.yaml | zips: | zips: [] | groups.yaml:4: group bedstuy: the area is empty, which only the backstop's may be
          groups.yaml | neighborhoods | neighborhoods: [Bushwik] | groups.yaml:6: group bedstuy, area: we know no neighborhood 'Bushwik'
          groups.yaml | radius_km | radius_km: far | groups.yaml:7: group bedstuy, area: radius_km 'far' is no radius
          groups.yaml | radius_km | polygon: {type: Polygon, coordinates: [[[40.68, -73.95], [40.68, -73.91], [40.70, -73.91], [40.68, -73.95]]]} | groups.yaml:7: group bedstuy, area: polygon: latitude and longitude are swapped; GeoJSON has the longitude first
          groups.yaml | radius_km | polygon: {type: Polygon, coordinates: [[[-73.95, 40.68], [-73.91, 40.70], [-73.91, 40.68], [-73.95, 40.70], [-73.95, 40.68]]]} | groups.yaml:7: group bedstuy, area: polygon: its line crosses itself near lon,lat -73.93,40.69
          groups.yaml | radius_km | polygon: {type: Polygon, coordinates: [[[-73.95, 40.68], [-73.91, 40.70]]]} | groups.yaml:7: group bedstuy, area: polygon: each ring needs four points
          groups.yaml | radius_km | polygon: here | groups.yaml:7: group bedstuy, area: polygon: this is no JSON
          groups.yaml | needs: | needs: [food] | groups.yaml:8: group bedstuy: unknown need 'food'; use some of
          groups.yaml | languages: [en, es] | languages: [en, spanish] | groups.yaml:9: group bedstuy: unknown language 'spanish'; use some of en es zh-Hans
          groups.yaml | needs: | hours: ["mon-fri 9-17"] | groups.yaml:8: group bedstuy: hours 'mon-fri 9-17' can't be read; write
          groups.yaml | needs: | hours: whenever 09:00-17:00 | groups.yaml:8: group bedstuy: hours 'whenever 09:00-17:00' can't be read
          groups.yaml | needs: | hours: {days: mon} | groups.yaml:8: group bedstuy: hours must be a list
          groups.yaml | needs: | capacity: many | groups.yaml:8: group bedstuy: capacity 'many' is no capacity; write how many requests
          groups.yaml | needs: | capacity: 0 | groups.yaml:8: group bedstuy: capacity '0' is no capacity
          groups.yaml | needs: | pause: 12/31/2026 | groups.yaml:8: group bedstuy: pause '12/31/2026' is no pause; write true, or the day it ends
          groups.yaml | name: Citywide Desk | name: bed-stuy neighbors | groups.yaml:18: group desk: the name 'bed-stuy neighbors' stands already in line 2
          groups.yaml | - name: Ana | - nam: Ana | groups.yaml:11: group bedstuy, lead:
          groups.yaml | - name: Ana | - name: Ана | groups.yaml:11: group bedstuy, lead Ана: the name must be in Latin letters
          groups.yaml | phone: "+17185550101" | phone: "718 555" | groups.yaml:12: group bedstuy, lead Ana: the phone can't be read; write it like
          groups.yaml | phone: "+17185550101" | phone: 7.18555E+9 | groups.yaml:12: group bedstuy, lead Ana: the phone was made a number by a spreadsheet
          groups.yaml | phone: "+17185550101" | phone: "+44 20 7946 0958" | groups.yaml:12: group bedstuy, lead Ana: the phone belongs to the region GB, which
          groups.yaml | phone: "+17185550101" | phone: "+18765550101" | groups.yaml:12: group bedstuy, lead Ana: the phone belongs to the region JM, which
          groups.yaml | phone: "+17185550101" | phone: 212-555-0100 | groups.yaml:12: group bedstuy, lead Ana: this is the hotline's own number
          groups.yaml | phone: "+17185550102" | - {name: Bo, phone: 1 (718) 555 0101} | groups.yaml:16: group bedstuy, lead Bo: the same phone is in this tree already, in line 12
          groups.yaml | tier: 1 | tier: first | groups.yaml:13: group bedstuy, lead Ana: tier 'first' is no tier
          groups.yaml | shifts: | shifts: [{days: [Mo], from: "09:00", to: "17:00"}] | groups.yaml:14: group bedstuy, lead Ana, shift: 'Mo' is no day
          groups.yaml | shifts: | shifts: [{days: [mon], from: "09:00"}] | groups.yaml:14: group bedstuy, lead Ana, shift: there is no to; add 'to: "17:00"'
          groups.yaml | shifts: | shifts: always | groups.yaml:14: group bedstuy, lead Ana: shifts 'always' can't be read; write
          groups.yaml | night: | night: maybe | groups.yaml:15: group bedstuy, lead Ana: night 'maybe' is neither true nor false
          groups.yaml | night: | nigth: true | groups.yaml:15: group bedstuy, lead Ana: unknown key 'nigth'; did you mean 'night'?
          groups.yaml | phone: "+19175550152" | [] | groups.yaml:20: group desk: nobody is in the phone tree; add a lead
          groups.yaml | phone: "+19175550152" | Noor | groups.yaml:20: group desk: leads must be a list
          """)
  void a_wrong_line_is_named_with_its_remedy(
      String file, String text, String write, String expected) {
    String hotline = file.equals(C) ? replaced(HOTLINE, text, write) : HOTLINE;
    String groups = file.equals(G) ? replaced(GROUPS, text, write) : GROUPS;
    List<String> faults = Cities.faults(Cities.read(folder, hotline, groups));
    assertThat(faults).anySatisfy(f -> assertThat(f).startsWith(expected));
    assertThat(faults).as("one mistake is told once").hasSizeLessThan(3);
    assertThat(String.join(" ", faults).replaceAll("\"\\+1\\d{10}\"", "an example"))
        .as("numbers may end in a log")
        .doesNotContain("55501", "555-01", "7946");
  }

  @Test
  void the_files_that_the_cases_change_are_right() {
    Cities.loaded(Cities.read(folder, HOTLINE, GROUPS));
  }

  @Test
  void all_faults_of_all_files_come_at_once() {
    List<String> faults =
        Cities.faults(
            Cities.read(
                folder,
                HOTLINE.replace("pace: 1", "pace: no").replace("8", "x"),
                GROUPS.replace("11233", "1123").replace("Noor", "Нур").replace("Bo,", "'',")));
    assertThat(faults.stream().map(f -> f.substring(0, f.indexOf(' '))))
        .contains(
            "neighborline.yaml:7:",
            "neighborline.yaml:8:",
            "neighborline.yaml:9:",
            "groups.yaml:5:",
            "groups.yaml:16:",
            "groups.yaml:21:");
  }

  @Test
  void spreadsheet_faults_have_the_line_of_their_row() {
    Cities.write(folder, C, HOTLINE.replace("groups.yaml", "groups.csv"));
    Cities.write(
        folder,
        "groups.csv",
        """
        id,name,base,zips
        bedstuy,"Bed-Stuy

        Neighbors",11221,11221
        jersey,Jersey,7302,07302
        desk,Citywide Desk,11221,,too,many
        """);
    Cities.write(
        folder,
        "leads.csv",
        """
        group,name,phone,tier,color
        bedstuy,Ana,+17185550101,1
        bedstuy,Bo,718 555 0101,2
        jersey,Cy,,1
        nowhere,Di,+17185550104,1
        """);
    assertThat(Cities.faults(ConfigurationFile.read(folder.resolve(C), Cities.KNOWN)))
        .satisfiesExactlyInAnyOrder(
            f -> assertThat(f).startsWith("leads.csv:1: unknown column 'color'; the columns are"),
            f -> assertThat(f).startsWith("leads.csv:3: group bedstuy, lead Bo: the same phone"),
            f -> assertThat(f).startsWith("leads.csv:4: group jersey, lead Cy: there is no phone"),
            f -> assertThat(f).startsWith("leads.csv:5: there is no group 'nowhere' in groups.csv"),
            f -> assertThat(f).startsWith("groups.csv:2: group bedstuy: the name must be"),
            f -> assertThat(f).startsWith("groups.csv:5: group jersey: base: '7302' lacks"),
            f -> assertThat(f).startsWith("groups.csv:6: the row has 6 values for 4 columns"),
            f ->
                assertThat(f)
                    .startsWith("neighborline.yaml:4: the configuration: there is no group"));
  }

  @Test
  void a_spreadsheet_without_a_first_line_of_names_is_told_so_once() {
    Cities.write(folder, C, HOTLINE.replace("groups.yaml", "groups.csv"));
    Cities.write(folder, "groups.csv", "bedstuy,Bed-Stuy Neighbors,11221\n");
    Cities.write(folder, "leads.csv", "group,name,phone\n");
    assertThat(Cities.faults(ConfigurationFile.read(folder.resolve(C), Cities.KNOWN)))
        .contains(
            "groups.csv:1: the first line must name the columns id,name,base; others are"
                + " id,name,base,zips,neighborhoods,radius_km,polygon,needs,languages,timezone,hours,capacity,pause,ask,join");
  }

  private static String replaced(String content, String text, String write) {
    List<String> lines = new ArrayList<>(content.lines().toList());
    int line =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains(text))
            .findFirst()
            .orElseThrow();
    int indent = lines.get(line).length() - lines.get(line).stripLeading().length();
    lines.set(line, " ".repeat(indent) + write.replace("↵", "\n").replace("→", "\t"));
    return String.join("\n", lines) + "\n";
  }
}
