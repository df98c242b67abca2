import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neighborline.HotlineFiles;

/** Places as people text them, found one after the other. */
final class ManyPlaces {
  private static final int LOOKS = 20_000;
  private static final List<String> TEXTS =
      List.of(
          "11221",
          "need groceries for 4, 11221-1234",
          "bed stuy",
          "by the Utica stop on the A",
          "nostrand & fulton",
          "Calle 116 y Lexington",
          "法拉盛",
          "Брайтон-Бич",
          "flatbsh",
          "the Bronx",
          "1 1 2 2 1",
          "we are 3 people near Lincoln Hospital and need diapers",
          "Roosevelt y 103",
          "Chelsea",
          "Ave U & E 16",
          "necesito comida en Jackson Heights por favor",
          "Hoboken",
          "my daughter Chelsea is sick",
          "sunset pk 8 ave",
          "জ্যাকসন হাইটস",
          "near Marcy projects",
          "Far Rockaway Mott Ave",
          "can someone help me with my rent please",
          "10453");

  private ManyPlaces() {}

  static Map<String, Object> measure(HotlineFiles files, List<Goal> goals) throws Exception {
    Scale.micros(LOOKS, i -> files.places().find(TEXTS.get(i % TEXTS.size()))); // warm
    double[] sorted = Scale.micros(LOOKS, i -> files.places().find(TEXTS.get(i % TEXTS.size())));
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("find_us", Scale.told("a place in a text", sorted));
    goals.add(new Goal("place found, median us", 100, false, Scale.median(sorted)));
    return told;
  }
}
