package org.neighborline.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.Set;

/**
 * A person's or the hotline's phone number, always in E.164.
 *
 * @param e164 a plus sign and 7 to 15 digits, never a withheld caller's stand-in
 */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {
  /**
   * The keypad spellings of ANONYMOUS, UNAVAILABLE, UNKNOWN, BLOCKED and RESTRICTED that the
   * carrier sends for callers who withhold their number. They look like E.164 and belong to nobody.
   */
  private static final Set<String> WITHHELD =
      Set.of("+266696687", "+86282452253", "+8656696", "+2562533", "+7378742833");

  public PhoneNumber {
    if (!isE164(e164) || WITHHELD.contains(e164)) {
      throw new IllegalArgumentException(
          "not a phone number in E.164: " + e164.length() + " characters");
    }
  }

  /**
   * Reads a number as the carrier or a person writes it.
   *
   * @param text "+17185550101", "(718) 555-0101", "tel:+1-718-555-0101"
   * @param region the two-letter region whose national numbers may come without a country code
   * @return empty when the text is no possible number: short codes, names, withheld callers
   */
  public static Optional<PhoneNumber> parse(String text, String region) {
    if (WITHHELD.contains(text)) {
      return Optional.empty();
    }
    if (isNorthAmerican(text)) {
      return Optional.of(new PhoneNumber(text));
    }
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      var parsed = numbers.parse(text, region);
      String e164 = numbers.format(parsed, PhoneNumberFormat.E164);
      return numbers.isPossibleNumber(parsed) && isE164(e164) && !WITHHELD.contains(e164)
          ? Optional.of(new PhoneNumber(e164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Takes a number that must be in E.164 already, as carriers name people.
   *
   * @return empty for everything else: names, short codes, other channels ("whatsapp:+1718…")
   */
  public static Optional<PhoneNumber> exact(String e164) {
    return isE164(e164) ? parse(e164, "ZZ") : Optional.empty();
  }

  /** The two-letter region the number belongs to ("US"), or "ZZ" when its prefix names none. */
  public String region() {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      String region = numbers.getRegionCodeForNumber(numbers.parse(e164, "ZZ"));
      return region == null ? "ZZ" : region;
    } catch (NumberParseException e) {
      return "ZZ";
    }
  }

  /** The number with all but its last two digits hidden, for logs and timelines. */
  public String masked() {
    return "…" + e164.substring(e164.length() - 2);
  }

  @Override
  public int compareTo(PhoneNumber other) {
    return e164.compareTo(other.e164);
  }

  @Override
  public String toString() {
    return masked();
  }

  /** The common case needs no library: +1, an area code and an exchange that start with 2 to 9. */
  private static boolean isNorthAmerican(String text) {
    return text.length() == 12
        && text.startsWith("+1")
        && text.charAt(2) >= '2'
        && text.charAt(5) >= '2'
        && isE164(text);
  }

  private static boolean isE164(String text) {
    if (text.length() < 8 || text.length() > 16 || text.charAt(0) != '+') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.charAt(1) != '0';
  }
}
