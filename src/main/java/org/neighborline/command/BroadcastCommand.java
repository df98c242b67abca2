package org.neighborline.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.contact.Contact;
import org.neighborline.group.Audience;
import org.neighborline.group.QuietHours;
import org.neighborline.language.Language;
import org.neighborline.language.Segments;
import org.neighborline.place.Finding;
import org.neighborline.place.Place;
import org.neighborline.store.Books;
import org.neighborline.store.KeyProof;
import org.neighborline.store.Migrations;
import org.neighborline.store.Outbox;
import org.neighborline.store.Store;
import org.neighborline.store.Tx;
import org.neighborline.store.Vault;
import org.neighborline.understanding.Need;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Texts many leads at once, after it has said how many and what that costs. */
@Command(
    name = "broadcast",
    description = "Text leads by area, language and need; says the count and the cost first.",
    mixinStandardHelpOptions = true)
public final class BroadcastCommand implements Callable<Integer> {
  private static final int MOST_SEGMENTS = 3;
  private static final double CENTS = 100;

  /** What came too late says nothing any more. */
  private static final Duration KEEPS = Duration.ofHours(24);

  @Option(
      names = "--area",
      paramLabel = "PLACE",
      description = "leads of groups that help there: 11221, Flushing, Queens (default: all)")
  private Optional<String> area = Optional.empty();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      split = ",",
      description = "leads who speak one of these: es,zh-Hant (default: all)")
  private List<String> languages = List.of();

  @Option(
      names = "--need",
      paramLabel = "NEED",
      split = ",",
      description = "leads of groups that help with one of these: groceries,legal (default: all)")
  private List<String> needs = List.of();

  @Option(
      names = "--text",
      required = true,
      paramLabel = "TAG=WORDS",
      description = "the text in a language, once for each: --text en=\"Meeting at 6\"")
  private Map<String, String> texts = Map.of();

  @Option(names = "--yes", description = "send it; without this nothing is sent")
  private boolean yes;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** One text to one person. */
  private record Planned(long contactId, String language, String words, Instant notBefore) {}

  /** What a broadcast comes to. */
  private record Plan(List<Planned> texts, int mayNot, Map<String, Integer> withoutText) {}

  @Override
  public Integer call() {
    Settings settings = Settings.of(System.getenv());
    HotlineFiles files = HotlineParts.files(settings);
    Audience audience = audience(files);
    checkTexts(files);
    if (Store.isAbsent(settings.database())) {
      throw wrong("there is no database at " + settings.database() + "; set NEIGHBORLINE_DATABASE");
    }
    try (Store store = Store.open(settings.database(), Migrations.ofProgram())) {
      Vault vault = Vault.open(settings.key(), false);
      KeyProof.check(store, vault);
      Books books = Books.of(vault);
      Instant now = Instant.now();
      Plan plan = store.read(tx -> plan(tx, books, files, audience, now));
      print(plan, files, now);
      if (!yes || plan.texts().isEmpty()) {
        spec.commandLine()
            .getOut()
            .println(plan.texts().isEmpty() ? "Nobody to text." : "Nothing is sent: add --yes.");
        return 0;
      }
      store.write(tx -> queue(tx, books, plan, now)).join();
      spec.commandLine().getOut().println("Queued; the running server sends them at its pace.");
    }
    return 0;
  }

  private Audience audience(HotlineFiles files) {
    Set<Need> wanted = new LinkedHashSet<>();
    needs.forEach(
        id -> wanted.add(Need.of(id).orElseThrow(() -> wrong("there is no need '" + id + "'"))));
    return new Audience(
        area.map(words -> place(files, words)),
        languages.stream().map(tag -> language(files, tag)).collect(Collectors.toSet()),
        wanted);
  }

  private Place place(HotlineFiles files, String words) {
    if (files.places().find(words) instanceof Finding.Found(Place found)) {
      return found;
    }
    throw wrong("'" + words + "' is no place here; write a ZIP code or a neighborhood");
  }

  private Language language(HotlineFiles files, String tag) {
    return files.configuration().house().languages().stream()
        .filter(l -> l.tag().equals(tag))
        .findFirst()
        .orElseThrow(() -> wrong("this hotline has no language '" + tag + "'"));
  }

  private void checkTexts(HotlineFiles files) {
    texts.forEach((tag, words) -> {
      language(files, tag);
      if (words.isBlank() || Segments.of(words).count() > MOST_SEGMENTS) {
        throw wrong(
            "the text in " + tag + " is empty or longer than " + MOST_SEGMENTS + " segments");
      }
    });
  }

  private Plan plan(Tx tx, Books books, HotlineFiles files, Audience audience, Instant now) {
    List<Planned> planned = new ArrayList<>();
    Map<String, Integer> without = new TreeMap<>();
    int mayNot = 0;
    QuietHours quiet = files.configuration().house().rules().quiet();
    List<Audience.Member> members =
        audience.of(
            books.roster().groups(tx), g -> files.places().at(g.base(), 1).flatMap(Place::borough));
    for (Audience.Member member : members) {
      Optional<Contact> contact =
          books
              .contacts()
              .find(tx, member.lead().contactId())
              .filter(c -> c.reach().mayBeTexted() && member.lead().sms())
              .filter(c -> files.configuration().regions().contains(c.phone().region()));
      List<String> speaks = speaks(member, contact);
      Optional<String> tag = speaks.stream().filter(texts::containsKey).findFirst();
      if (contact.isEmpty()) {
        mayNot++;
      } else if (tag.isEmpty()) {
        without.merge(speaks.getFirst(), 1, Integer::sum);
      } else {
        Instant at = quiet.over(now, member.group().zone());
        planned.add(
            new Planned(contact.get().id(), tag.get(), texts.getOrDefault(tag.get(), ""), at));
      }
    }
    return new Plan(planned, mayNot, without);
  }

  /** What they read comes first, then what they speak. */
  private static List<String> speaks(Audience.Member member, Optional<Contact> contact) {
    Set<String> tags = new LinkedHashSet<>();
    contact.ifPresent(c -> tags.add(c.reads().language().tag()));
    member.lead().languages().forEach(l -> tags.add(l.tag()));
    return tags.isEmpty() ? List.of(Language.ENGLISH.tag()) : List.copyOf(tags);
  }

  private void print(Plan plan, HotlineFiles files, Instant now) {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Integer> counts = new LinkedHashMap<>();
    plan.texts().forEach(t -> counts.merge(t.language(), 1, Integer::sum));
    int all = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      int each = Segments.of(texts.getOrDefault(entry.getKey(), "")).count();
      all += each * entry.getValue();
      out.printf(
          "%-8s %5d leads, %s each%n",
          entry.getKey(), entry.getValue(), each == 1 ? "1 segment" : each + " segments");
    }
    out.printf(
        Locale.ROOT,
        "%d texts, %d segments, about %.2f dollars.%n",
        plan.texts().size(),
        all,
        all * files.configuration().price() / CENTS);
    plan.withoutText()
        .forEach(
            (tag, n) -> out.printf("Not reached: %d who read %s; add --text %s=…%n", n, tag, tag));
    if (plan.mayNot() > 0) {
      out.printf("Not reached: %d who opted out or get no texts.%n", plan.mayNot());
    }
    long later = plan.texts().stream().filter(t -> t.notBefore().isAfter(now)).count();
    if (later > 0) {
      out.printf("%d wait until quiet hours are over.%n", later);
    }
  }

  private static boolean queue(Tx tx, Books books, Plan plan, Instant now) {
    for (Planned text : plan.texts()) {
      books
          .outbox()
          .add(
              tx,
              new Outbox.Letter(
                  text.contactId(),
                  text.words(),
                  Segments.of(text.words()).count(),
                  Outbox.MANY,
                  text.notBefore().plus(KEEPS),
                  OptionalLong.empty(),
                  OptionalLong.empty()),
              now,
              text.notBefore());
    }
    return true;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
