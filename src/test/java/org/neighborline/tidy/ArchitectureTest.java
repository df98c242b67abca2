package org.neighborline.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Keeps the arrows between packages pointing inward, and the core pure. */
final class ArchitectureTest {
  private static final String ROOT = "org.neighborline.";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.neighborline");

  /** What each package of the core may know of ours, and of others besides the JDK. */
  record Core(String name, Set<String> ours, Set<String> others) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Core> CORE =
      List.of(
          // Parsing and grouping digits is pure, if not small.
          new Core("phone", Set.of(), Set.of("com.google.i18n.phonenumbers..")),
          new Core("language", Set.of(), Set.of("com.ibm.icu..")),
          new Core("place", Set.of("language"), Set.of("org.locationtech.jts..")),
          new Core("understanding", Set.of("language", "place"), Set.of()),
          new Core("contact", Set.of("phone", "language"), Set.of()),
          new Core("request", Set.of("phone", "language", "place", "understanding"), Set.of()),
          new Core("group", Set.of("phone", "language", "place", "understanding"), Set.of()),
          // A ranking compares places and needs, which its request and its groups are made of.
          new Core(
              "routing",
              Set.of("request", "group", "phone", "language", "place", "understanding"),
              Set.of()),
          new Core(
              "dispatch",
              Set.of("request", "group", "routing", "phone", "language", "place", "understanding"),
              Set.of()),
          new Core(
              "conversation",
              Set.of(
                  "phone",
                  "language",
                  "place",
                  "understanding",
                  "contact",
                  "request",
                  "group",
                  "routing",
                  "dispatch"),
              Set.of()));

  /** What each package of the shell may know of the shell. All may know the core. */
  private static final Map<String, Set<String>> SHELL =
      Map.ofEntries(
          Map.entry("config", Set.of()),
          Map.entry("audio", Set.of()),
          Map.entry("geocode", Set.of()),
          Map.entry("store", Set.of()),
          Map.entry("switchboard", Set.of("store")),
          Map.entry("carrier", Set.of()),
          Map.entry("outbox", Set.of("store", "carrier", "switchboard")),
          Map.entry("simulator", Set.of("carrier")),
          Map.entry("web", Set.of("switchboard", "carrier", "audio")),
          // It plays the whole hotline against the model of the carrier, as the root puts it
          // together.
          Map.entry(
              "simulation",
              Set.of("config", "store", "switchboard", "carrier", "outbox", "simulator")),
          // Effort is counted by playing the intake.
          Map.entry("report", Set.of("store", "switchboard", "audio")));

  /** Packages that put the others together, and so may know them all. */
  private static final Set<String> ROOTS = Set.of("command");

  static final List<String> SHELL_NAMES = SHELL.keySet().stream().sorted().toList();

  /**
   * The doors by which text comes into the core: the gazetteer is read from our own jar, and a file
   * of translations from its lines. Nothing a turn does reaches them.
   */
  private static final String LOADERS =
      ".*\\.place\\.\\w*(Loader|Gazetteer)\\w*(\\$.*)?"
          + "|.*\\.language\\.(TranslationFile|Catalog)\\w*(\\$.*)?";

  @ParameterizedTest
  @FieldSource("CORE")
  void core_package_knows_only_what_its_row_lists(Core core) {
    classes()
        .that()
        .resideInAPackage(inside(core.name()))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    Stream.of(
                            Stream.of("java..", "org.jspecify..", inside(core.name())),
                            core.ours().stream().map(ArchitectureTest::inside),
                            core.others().stream())
                        .flatMap(s -> s)
                        .toArray(String[]::new))
                .or(primitivesAndArraysOfThem()))
        .allowEmptyShould(true)
        .check(OURS);
  }

  @ParameterizedTest
  @FieldSource("SHELL_NAMES")
  void shell_package_knows_only_what_its_row_lists(String name) {
    Set<String> allowed = SHELL.getOrDefault(name, Set.of());
    String[] forbidden =
        Stream.concat(SHELL.keySet().stream(), ROOTS.stream())
            .filter(other -> !other.equals(name) && !allowed.contains(other))
            .map(ArchitectureTest::inside)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(inside(name))
        .should()
        .dependOnClassesThat(resideInAnyPackage(forbidden))
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void only_the_composition_root_is_seen_by_nobody() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.neighborline", "org.neighborline.command..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.neighborline")
                .and(DescribedPredicate.not(nameMatching("org\\.neighborline\\.Settings(\\$.*)?"))))
        .because("arrows point inward: what a package needs is handed to it")
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void every_package_has_a_row_here() {
    Set<String> known =
        Stream.of(CORE.stream().map(Core::name), SHELL.keySet().stream(), ROOTS.stream())
            .flatMap(s -> s)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found =
        OURS.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT))
            .map(name -> name.substring(ROOT.length()).split("\\.", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known)
        .as("a new package gets a row in this test and in style.md")
        .containsAll(found);
  }

  @Test
  void core_touches_nothing_outside_its_arguments() {
    noClasses()
        .that(areCore())
        .and(DescribedPredicate.not(nameMatching(LOADERS)))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.net..",
                    "java.nio..",
                    "java.sql..",
                    "javax..",
                    "java.util.concurrent..",
                    "java.util.logging..",
                    "org.slf4j..")
                .and(DescribedPredicate.not(nameMatching(PURE_THOUGH_ELSEWHERE)))
                .or(resideInAPackage("java.io..").and(nameMatching(FILES_AND_STREAMS))))
        .allowEmptyShould(true)
        .check(OURS);
  }

  private static final String PURE_THOUGH_ELSEWHERE =
      "java\\.nio\\.(charset\\..*|ByteOrder|\\w*Buffer)|java\\.util\\.concurrent\\.(ConcurrentHashMap|ConcurrentMap).*";

  /** Serializable and UncheckedIOException do nothing; the rest of java.io touches the world. */
  private static final String FILES_AND_STREAMS =
      "java\\.io\\.(?!Serializable$|ObjectStreamException$|PrintStream$).*";

  @Test
  void core_neither_asks_the_time_nor_throws_dice() {
    noClasses()
        .that(areCore())
        .should()
        .dependOnClassesThat(nameMatching("java\\.time\\.Clock|java\\.time\\.InstantSource"))
        .orShould()
        .dependOnClassesThat(
            // A generator that was handed in is an argument; making one is throwing dice.
            nameMatching(
                "java\\.util\\.(Random|SplittableRandom)|java\\.util\\.random\\.\\w+Factory"
                    + "|java\\.security\\.SecureRandom|java\\.util\\.concurrent\\.ThreadLocalRandom"))
        .orShould()
        .accessTargetWhere(asksTheWorld())
        .because(
            "time and chance come in with the scene, so that the same turn can be played again")
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void only_the_store_speaks_sql() {
    only(
        "store",
        "java.sql..",
        "javax.sql..",
        "org.jdbi..",
        "org.sqlite..",
        "org.postgresql..",
        "com.zaxxer..",
        "org.flywaydb..");
  }

  @Test
  void only_the_twilio_carrier_and_the_simulator_know_its_wire() {
    noClasses()
        .that()
        .resideOutsideOfPackages(inside("carrier.twilio"), inside("simulator"))
        .should()
        .dependOnClassesThat(resideInAPackage("com.twilio.."))
        .allowEmptyShould(true)
        .check(OURS);
    // The port itself, and with it everyone who sends, knows no carrier by name.
    noClasses()
        .that()
        .resideInAnyPackage(
            Stream.concat(
                    CORE.stream().map(Core::name), Stream.of("outbox", "store", "switchboard"))
                .map(ArchitectureTest::inside)
                .toArray(String[]::new))
        .or()
        .resideInAPackage("org.neighborline.carrier")
        .should()
        .dependOnClassesThat(resideInAPackage(inside("carrier.twilio")))
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void only_the_web_serves_pages() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            inside("web"), inside("simulator"), inside("command"), "org.neighborline")
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.javalin..", "jakarta..", "org.eclipse.jetty.."))
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void only_settings_and_the_root_read_the_environment() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.neighborline", inside("command"))
        .should()
        .accessTargetWhere(calls(System.class, "getenv"))
        .because("the environment becomes one validated record at the edge")
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void no_type_is_named_for_having_no_name() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveNameMatching(".*[.$]\\w*(Manager|Helper|Util|Utils|Impl|Service|Handler|DTO|Dto)")
        .check(OURS);
  }

  @Test
  void core_shares_no_state() {
    fields()
        .that()
        .areDeclaredInClassesThat(areCore())
        .and(
            describe(
                "are static or not private",
                field ->
                    field.getModifiers().contains(JavaModifier.STATIC)
                        || !field.getModifiers().contains(JavaModifier.PRIVATE)))
        .should()
        .beFinal()
        .because("the core is values; only a parser's own cursor may move")
        .allowEmptyShould(true)
        .check(OURS);
  }

  private static void only(String packageName, String... theirs) {
    noClasses()
        .that()
        .resideOutsideOfPackage(inside(packageName))
        .should()
        .dependOnClassesThat(resideInAnyPackage(theirs))
        .allowEmptyShould(true)
        .check(OURS);
  }

  private static String inside(String name) {
    return ROOT + name + "..";
  }

  private static DescribedPredicate<JavaClass> areCore() {
    return resideInAnyPackage(CORE.stream().map(core -> inside(core.name())).toArray(String[]::new))
        .as("are core");
  }

  private static DescribedPredicate<JavaClass> primitivesAndArraysOfThem() {
    return describe("primitives", type -> type.getBaseComponentType().isPrimitive());
  }

  private static DescribedPredicate<JavaAccess<?>> asksTheWorld() {
    return DescribedPredicate.<JavaAccess<?>>describe(
            "now(), a random value or a setting of the machine",
            access ->
                access.getTarget().getOwner().getPackageName().equals("java.time")
                    && access.getTarget().getName().equals("now"))
        .or(calls(Math.class, "random"))
        .or(calls(StrictMath.class, "random"))
        .or(calls(java.util.random.RandomGenerator.class, "of", "getDefault"))
        .or(calls(java.util.UUID.class, "randomUUID"))
        .or(
            calls(
                System.class,
                "currentTimeMillis",
                "nanoTime",
                "getenv",
                "getProperty",
                "out",
                "err"))
        .or(calls(java.util.Collections.class, "shuffle"))
        .or(calls(java.util.Locale.class, "getDefault"))
        .or(calls(java.time.ZoneId.class, "systemDefault"))
        .or(calls(java.util.TimeZone.class, "getDefault"))
        .or(calls(Thread.class, "sleep", "currentThread", "startVirtualThread", "ofVirtual"));
  }

  private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
    return describe(
        owner.getSimpleName() + "." + String.join("/", names),
        access ->
            access.getTarget().getOwner().isEquivalentTo(owner)
                && List.of(names).contains(access.getTarget().getName()));
  }
}
