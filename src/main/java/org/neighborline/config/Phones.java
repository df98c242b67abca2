package org.neighborline.config;

import java.util.Optional;
import java.util.Set;
import org.neighborline.phone.PhoneNumber;

/**
 * Reads phone numbers as people write them.
 *
 * @param region whose national numbers may come without a country code
 * @param regions to whose numbers the hotline may text and call
 */
record Phones(String region, Set<String> regions) {
  /** What the library says of a number that fits no country's plan. */
  private static final String NO_REGION = "ZZ";

  static final String FLAG_REMEDY = "is neither true nor false; write one of them";

  Optional<PhoneNumber> read(Section section, String key, String text) {
    if (text.matches("[0-9.,]+[eE]\\+?\\d+")) {
      section.fault(key, "the phone was made a number by a spreadsheet; format the column as text");
      return Optional.empty();
    }
    Optional<PhoneNumber> phone = PhoneNumber.parse(text, region);
    if (phone.isEmpty()) {
      section.fault(key, "the phone can't be read; write it like \"+17185550101\"");
    } else if (phone.get().region().equals(NO_REGION)) {
      section.fault(
          key,
          "the phone has digits that no country uses; check them, and that the area code is there");
      return Optional.empty();
    } else if (!regions.contains(phone.get().region())) {
      section.fault(
          key,
          "the phone belongs to the region "
              + phone.get().region()
              + ", which is not among the regions "
              + String.join(" ", regions)
              + "; correct the number, or add the region");
      return Optional.empty();
    }
    return phone;
  }
}
