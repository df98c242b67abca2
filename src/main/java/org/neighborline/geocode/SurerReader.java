package org.neighborline.geocode;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.neighborline.place.Finding;
import org.neighborline.place.Geocoder;
import org.neighborline.place.Place;
import org.neighborline.place.PlaceFinder;
import org.neighborline.place.Point;
import org.neighborline.understanding.Reading;

/**
 * Reads texts, and asks a geocoder for an address that was not found for sure. It waits for the
 * answer, so it reads before the turn and never inside a transaction.
 */
public final class SurerReader implements Function<String, Reading> {
  private static final double SURE = 0.7;
  private static final double GEOCODED = 0.75; // somebody else's word for it
  private static final double ONE_PLACE_KM = 1; // answers farther apart are several places

  private final Function<String, Reading> reader;
  private final PlaceFinder places;
  private final Geocoder geocoder;

  /** A reader that asks only where the given one is not sure. */
  public SurerReader(Function<String, Reading> reader, PlaceFinder places, Geocoder geocoder) {
    this.reader = reader;
    this.places = places;
    this.geocoder = geocoder;
  }

  @Override
  public Reading apply(String text) {
    Reading reading = reader.apply(text);
    return isSure(reading.place())
        ? reading
        : places
            .address(text)
            .flatMap(this::find)
            .map(place -> reading.at(new Finding.Found(place)))
            .orElse(reading);
  }

  private static boolean isSure(Finding finding) {
    return switch (finding) {
      case Finding.Found(var place) -> place.confidence() >= SURE;
      case Finding.Outside _ -> true;
      case Finding.Ambiguous _, Finding.NotFound() -> false;
    };
  }

  /** The one place that the answers tell; none where they tell several, or one outside the city. */
  private Optional<Place> find(String address) {
    List<Point> points = geocoder.find(address);
    boolean one =
        !points.isEmpty()
            && points.stream().allMatch(p -> p.kilometersTo(points.getFirst()) <= ONE_PLACE_KM);
    return one ? places.at(points.getFirst(), GEOCODED) : Optional.empty();
  }
}
