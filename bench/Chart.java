import java.util.Locale;
import java.util.Map;

/** Draws the medians as bars. */
final class Chart {
  private static final int WIDTH = 760;
  private static final int ROW = 58;
  private static final int TOP = 70;
  private static final int LONGEST = 700;

  private Chart() {}

  static String of(Map<Peer, Measured> medians, int rounds, Load load) {
    double most = medians.values().stream().mapToDouble(Measured::perSecond).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    int height = TOP + ROW * medians.size() + 10;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d"
             font-family="DejaVu Sans, Verdana, sans-serif" stroke="none">
          <rect width="%1$d" height="%2$d" fill="#ffffff"/>
          <text x="24" y="30" font-size="17" font-weight="bold" fill="#1d2733">Texts answered a second</text>
          <text x="24" y="50" font-size="12" fill="#5b6875">%3$d connections, one machine for load and program, medians of %4$d rounds</text>
        """
            .formatted(WIDTH, height, load.connections(), rounds));
    int y = TOP;
    for (var entry : medians.entrySet()) {
      Measured one = entry.getValue();
      int length = (int) Math.max(2, Math.round(LONGEST * one.perSecond() / most));
      svg.append(
          String.format(
              Locale.ROOT,
              """
                <text x="24" y="%d" font-size="13" fill="#1d2733">%s: %,.0f (%.3f of bare), p99 %.1f ms, %.0f MB</text>
                <rect x="24" y="%d" width="%d" height="20" rx="3" fill="%s"/>
              """,
              y + 14,
              entry.getKey().title,
              one.perSecond(),
              one.ratio(),
              one.p99(),
              one.memory(),
              y + 22,
              length,
              entry.getKey().ours ? "#0b7a5c" : "#9aa7b4"));
      y += ROW;
    }
    return svg.append("</svg>\n").toString();
  }
}
