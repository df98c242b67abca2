package org.neighborline.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.neighborline.phone.PhoneNumber;

/**
 * Reads files of groups and leads that are to be imported: all of it, or every fault of every file.
 * The forms are those of the files that a configuration names.
 */
public final class ImportFiles {
  private static final int LONGEST_HEADER = 4096;
  private static final Pattern PHONE =
      Pattern.compile("(^|[,;\\t\\s\"\uFEFF])phone([,;\\t\\s\"]|$)", Pattern.CASE_INSENSITIVE);

  private ImportFiles() {}

  /** Hears how far the reading is. */
  public interface Progress {
    /** Of a file's lines so many were read. */
    void read(String file, int line, int lines);
  }

  /**
   * What the files hold.
   *
   * @param groups those they describe, with the leads that stand beside or in them
   * @param leads by group, those of a leads' file for groups that the database has
   */
  public record Read(List<GroupSeed> groups, Map<String, List<GroupSeed.LeadSeed>> leads) {}

  /**
   * Reads files.
   *
   * @param paths {@code groups.yaml}, {@code groups.csv}, {@code leads.csv}; a CSV with a column of
   *     phones holds leads, and belongs to the groups' CSV when there is one
   * @param hotline whose time zone, regions and backstop hold
   * @param known what the files may refer to
   * @param stored the ids of groups that are in the database
   */
  public static Loading<Read> read(
      List<Path> paths, Configuration hotline, Known known, Set<String> stored, Progress progress) {
    Faults faults = Faults.of("");
    Vocabulary vocabulary = new Vocabulary(known);
    Phones phones = new Phones(hotline.region(), hotline.regions());
    LeadReader leads = new LeadReader(vocabulary, phones, hotline.numbers());
    GroupReader groups =
        new GroupReader(
            vocabulary,
            new AreaReader(vocabulary, hotline.region()),
            leads,
            hotline.house().rules().zone(),
            hotline.house().rules().backstop());
    List<GroupSeed> seeds = new ArrayList<>();
    Map<String, List<Node>> rows = new LinkedHashMap<>();
    Faults leadFaults = faults;
    for (Path path : paths) {
      if (isOfLeads(path)) {
        leadFaults = faults.in(name(path));
        GroupFiles.leads(path, leadFaults, rows, told(path, progress));
      }
    }
    for (Path path : paths) {
      if (!isOfLeads(path)) {
        Faults inFile = faults.in(name(path));
        seeds.addAll(
            GroupFiles.groups(path, inFile, groups, rows, leadFaults, told(path, progress)));
      }
    }
    Map<String, List<GroupSeed.LeadSeed>> more = moreLeads(rows, stored, leads, leadFaults);
    if (seeds.isEmpty() && more.isEmpty() && faults.areNone()) {
      faults
          .in(name(paths.getFirst()))
          .add(0, "there is no group and no lead in it; add some rows");
    }
    return faults.areNone()
        ? new Loading.Loaded<>(new Read(List.copyOf(seeds), more))
        : new Loading.Faulty<>(faults.all());
  }

  /** Leads of groups that the files don't have: the database must. */
  private static Map<String, List<GroupSeed.LeadSeed>> moreLeads(
      Map<String, List<Node>> rows, Set<String> stored, LeadReader leads, Faults faults) {
    Map<String, List<GroupSeed.LeadSeed>> more = new LinkedHashMap<>();
    rows.forEach((id, nodes) -> {
      if (stored.contains(id)) {
        Map<PhoneNumber, Integer> seen = new LinkedHashMap<>();
        List<GroupSeed.LeadSeed> tree = new ArrayList<>();
        nodes.forEach(
            n -> leads.read("group " + id, n, List.of(), faults, seen).ifPresent(tree::add));
        more.put(id, tree);
      } else {
        faults.add(
            nodes.getFirst().line(),
            id.isEmpty()
                ? "the row names no group; fill the group column"
                : "there is no group '"
                    + Section.shortened(id)
                    + "' in these files or in the database; correct the group column, or import the group too");
      }
    });
    return more;
  }

  /** Groups have no phone; whatever the file is called, its columns tell. */
  private static boolean isOfLeads(Path path) {
    if (!name(path).endsWith(".csv")) {
      return false;
    }
    byte[] start = new byte[LONGEST_HEADER];
    try (InputStream file = Files.newInputStream(path)) {
      int length = file.readNBytes(start, 0, start.length);
      String header = new String(start, 0, length, StandardCharsets.UTF_8);
      return PHONE.matcher(header.lines().findFirst().orElse("")).find()
          || name(path).contains("lead");
    } catch (IOException _) {
      return name(path).contains("lead"); // whoever reads it says why it can't be
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  static java.util.function.IntConsumer told(Path path, Progress progress) {
    int lines = lines(path);
    return line -> progress.read(name(path), line, lines);
  }

  /** Whatever the file is: what is wrong with it is told when it is read. */
  private static int lines(Path path) {
    int lines = 0;
    try (BufferedReader reader = new BufferedReader(TextSource.open(path))) {
      char[] piece = new char[1 << 14];
      for (int n = reader.read(piece); n > 0; n = reader.read(piece)) {
        for (int i = 0; i < n; i++) {
          lines += piece[i] == '\n' ? 1 : 0;
        }
      }
    } catch (IOException unreadable) {
      return 1;
    }
    return Math.max(1, lines);
  }
}
