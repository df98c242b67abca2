import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A promise about speed or size, and what came of it. Ratios, because machines differ. */
record Goal(String what, double wanted, boolean atLeast, double got) {
  boolean reached() {
    return atLeast ? got >= wanted : got <= wanted;
  }

  /** The promises that can be judged by what was measured. */
  static List<Goal> judge(Map<Peer, Measured> medians) {
    List<Goal> goals = new ArrayList<>();
    Measured bare = medians.get(Peer.BARE);
    Measured sqlite = medians.get(Peer.SQLITE);
    Measured postgres = medians.get(Peer.POSTGRES);
    Measured node = medians.get(Peer.NODE);
    if (sqlite != null && bare != null) {
      goals.add(new Goal("SQLite: texts a second, of bare", 0.18, true, sqlite.ratio()));
      goals.add(new Goal("SQLite: p99, times bare", 4, false, sqlite.p99() / bare.p99()));
    }
    if (sqlite != null && node != null) {
      double times = sqlite.perSecond() / node.perSecond();
      goals.add(new Goal("SQLite: texts a second, times Node", 4, true, times));
    }
    if (postgres != null && bare != null) {
      goals.add(new Goal("PostgreSQL: texts a second, of bare", 0.04, true, postgres.ratio()));
    }
    if (sqlite != null) {
      goals.add(new Goal("SQLite: memory under load, MB", 300, false, sqlite.memory()));
    }
    return goals;
  }

  @Override
  public String toString() {
    return "%-38s %s %6.2f: %8.3f  %s"
        .formatted(
            what, atLeast ? "at least" : "at most ", wanted, got, reached() ? "reached" : "MISSED");
  }
}
