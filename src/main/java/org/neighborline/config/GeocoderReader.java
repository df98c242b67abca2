package org.neighborline.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neighborline.config.Configuration.GeocoderChoice;

/** Reads {@code geocoder: {url: …, timeout: 800ms}}, which is left out where none is asked. */
final class GeocoderReader {
  private static final Duration USUAL = Duration.ofMillis(800);
  private static final int LONGEST = 1_500; // milliseconds: a reply is due in two seconds
  private static final Pattern MILLIS = Pattern.compile("(\\d{1,4})\\s*ms");

  private GeocoderReader() {}

  static Optional<GeocoderChoice> read(Section section) {
    Optional<Section> geocoder = section.section("geocoder");
    Optional<URI> url =
        geocoder
            .flatMap(g -> g.required("url", "https://geosearch.planninglabs.nyc"))
            .flatMap(written -> url(section, written));
    Duration timeout =
        geocoder
            .flatMap(g ->
                g.value(
                    "timeout",
                    GeocoderReader::timeout,
                    "is no time-out; write 100ms to " + LONGEST + "ms"))
            .orElse(USUAL);
    geocoder.ifPresent(Section::close);
    return url.map(u -> new GeocoderChoice(u, timeout));
  }

  private static Optional<URI> url(Section section, String written) {
    if (written.matches("https?://[A-Za-z0-9.:\\[\\]-]+/?")) {
      return Optional.of(URI.create(written));
    }
    section.fault(
        "geocoder",
        "'"
            + Section.shortened(written)
            + "' is no server; write https:// and its name, without a path");
    return Optional.empty();
  }

  private static Optional<Duration> timeout(String text) {
    Matcher m = MILLIS.matcher(text);
    return m.matches()
        ? Formats.whole(m.group(1), 100, LONGEST).map(Duration::ofMillis)
        : Formats.duration(text).filter(d -> d.isPositive() && d.toMillis() <= LONGEST);
  }
}
