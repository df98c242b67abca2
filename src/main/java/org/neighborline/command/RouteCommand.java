package org.neighborline.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.language.Language;
import org.neighborline.place.Finding;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceKind;
import org.neighborline.place.Point;
import org.neighborline.routing.Ranked;
import org.neighborline.routing.Reason;
import org.neighborline.routing.Router;
import org.neighborline.routing.Wanted;
import org.neighborline.store.Roster;
import org.neighborline.understanding.Need;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where a request would go, and why. */
@Command(
    name = "route",
    description = "Rank the groups for a place and a need, with reasons.",
    mixinStandardHelpOptions = true)
public final class RouteCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameters(
      index = "0",
      paramLabel = "PLACE",
      description = "a ZIP, lat,lon, or words: \"bed stuy\"")
  private String place = "";

  @Parameters(
      index = "1",
      paramLabel = "NEED",
      description = "groceries, medicine, health, … or words: \"baby formula\"")
  private String need = "";

  @Option(names = "--language", description = "what the resident speaks: es, zh-Hant, …")
  private Optional<String> language = Optional.empty();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Option(
      names = "--at",
      description =
          "when, in the hotline's time zone: 2026-12-24T22:00 (default: now); groups have hours")
  private Optional<LocalDateTime> at = Optional.empty();

  @Option(
      names = "--explain",
      description = "a reason a line, and what puts each group before the next")
  private boolean explain;

  @Option(
      names = "--most",
      description = "how many groups to print (default: ${DEFAULT-VALUE})",
      defaultValue = "10")
  private int most = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws JsonProcessingException {
    HotlineFiles files = HotlineParts.files(Settings.of(System.getenv()));
    Need wanted =
        Need.of(need)
            .or(() -> files.reader().join().read(need).needs().stream().findFirst())
            .orElseThrow(() ->
                wrong(
                    "there is no need '"
                        + need
                        + "'; needs are "
                        + List.of(Need.values()).stream().map(Need::id).toList()));
    Place where = where(files);
    List<Group> groups =
        files.seeds().stream()
            .map(RouteCommand::withTree)
            .filter(g -> !g.id().equals(files.configuration().house().rules().backstop()))
            .toList();
    List<Ranked> ranked =
        Router.rank(
            groups,
            new Wanted(
                where,
                Set.of(wanted),
                language.map(Language::new),
                moment(files.configuration().house().rules().zone()),
                files.configuration().house().rules().capacity()));
    if (json) {
      spec.commandLine()
          .getOut()
          .println(
              JSON.writerWithDefaultPrettyPrinter()
                  .writeValueAsString(json(where, wanted, ranked)));
    } else {
      print(where, wanted, ranked);
    }
    return 0;
  }

  private Instant moment(ZoneId zone) {
    return at.map(local -> local.atZone(zone).toInstant()).orElseGet(Instant::now);
  }

  /** With its leads, all of them free: files don't know who is busy. */
  private static Group withTree(Roster.Seed seed) {
    return seed.group()
        .withLeads(
            seed.leads().stream()
                .map(lead ->
                    new Lead(
                        0,
                        seed.group().id(),
                        0,
                        lead.name(),
                        lead.languages(),
                        lead.tier(),
                        lead.shifts(),
                        lead.sms(),
                        lead.calls(),
                        lead.night(),
                        Lead.Standing.FRESH))
                .toList());
  }

  private Place where(HotlineFiles files) {
    if (place.matches("-?[0-9]{1,2}\\.[0-9]+,-?[0-9]{1,3}\\.[0-9]+")) {
      String[] numbers = place.split(",");
      Point point = new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
      return new Place(
          PlaceKind.INTERSECTION,
          place,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          point,
          1);
    }
    return switch (files.places().find(place)) {
      case Finding.Found(Place found) -> found;
      case Finding.Outside(Place outside) -> throw wrong(outside.name() + " is not in the city");
      case Finding.Ambiguous(List<Place> choices) ->
          throw wrong(
              "'"
                  + place
                  + "' can be "
                  + choices.stream().map(Place::name).toList()
                  + "; say which");
      case Finding.NotFound() ->
          throw wrong(
              "no place in '"
                  + place
                  + "'; give a ZIP, lat,lon, a neighborhood or two cross streets");
    };
  }

  private void print(Place where, Need wanted, List<Ranked> ranked) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(wanted.id() + " near " + where.name());
    for (int i = 0; i < Math.min(most, ranked.size()); i++) {
      Ranked group = ranked.get(i);
      if (explain) {
        out.printf("%3d. %s%n", i + 1, group.group().name());
        group.reasons().forEach(reason -> out.println("       " + reason));
        if (i + 1 < ranked.size()) {
          out.println("     before the next, since it " + decides(group, ranked.get(i + 1)));
        }
      } else {
        out.printf(
            "%3d. %-28s %s%n",
            i + 1,
            group.group().name(),
            String.join("; ", group.reasons().stream().map(Reason::toString).toList()));
      }
    }
  }

  /** What a group has that the one after it lacks: the first reason in which they differ. */
  private static String decides(Ranked first, Ranked second) {
    for (int i = 0; i < first.reasons().size(); i++) {
      Reason one = first.reasons().get(i);
      Reason other = second.reasons().get(i);
      if (one.kind() != other.kind()) {
        return one + ", where the next " + other;
      }
      if (one.kind() == Reason.Kind.DISTANCE && first.kilometers() != second.kilometers()) {
        return "is nearer";
      }
    }
    return "was asked longer ago, or its id comes first";
  }

  private Map<String, @Nullable Object> json(Place where, Need wanted, List<Ranked> ranked) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("place", UnderstandCommand.place(where));
    fields.put("need", wanted.id());
    fields.put("ranked", ranked.stream().limit(most).map(RouteCommand::json).toList());
    return fields;
  }

  private static Map<String, Object> json(Ranked ranked) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("group", ranked.group().id());
    fields.put("reasons", ranked.reasons().stream().map(Reason::toString).toList());
    fields.put("km", Math.round(ranked.kilometers() * 100) / 100.0);
    fields.put("servesPlace", ranked.servesPlace());
    fields.put("servesNeed", ranked.servesNeed());
    return fields;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
