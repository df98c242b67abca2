package org.neighborline.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neighborline.language.Language;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Point;
import org.neighborline.understanding.Need;

/**
 * A public place of help that people go to or call themselves, such as a food pantry.
 *
 * @param needs what it helps with
 * @param address as people would write it; may be empty
 * @param hours as people would write them; may be empty
 * @param languages those that are spoken there
 */
public record Resource(
    String name,
    Set<Need> needs,
    Point point,
    String address,
    String hours,
    Optional<PhoneNumber> phone,
    Set<Language> languages) {
  /** Where it is, when it is open and its number, as far as these are known. */
  public List<String> details() {
    List<String> details = new ArrayList<>();
    if (!address.isEmpty()) {
      details.add(address);
    }
    if (!hours.isEmpty()) {
      details.add(hours);
    }
    phone.map(PhoneNumber::e164).ifPresent(details::add);
    return details;
  }
}
