package org.neighborline.understanding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What people ask for or offer; a hotline's configuration chooses some of these and their order.
 */
public enum Need {
  /** Food, meals, water, baby formula. */
  GROCERIES,
  /** Prescriptions and the pharmacy. */
  MEDICINE,
  /** Doctors, dentists, illness. */
  HEALTH,
  /** Cash, rent, bills. */
  MONEY,
  /** Shelter, heat, repairs. */
  HOUSING,
  /** Company, check-in, mental health. */
  SUPPORT,
  /** Rides, deliveries, errands. */
  TRANSPORT,
  /** Masks, diapers, clothing, blankets, hygiene. */
  SUPPLIES,
  /** Legal help, immigration, work rights. */
  LEGAL,
  CHILDCARE,
  /** Phone, internet, computer. */
  TECHNOLOGY,
  INTERPRETING,
  OTHER;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The id that configuration, commands and the database use. */
  public String id() {
    return id;
  }

  /** The key of its name among the terms of a translation. */
  public String term() {
    return "need." + id();
  }

  /** The need with this id. */
  public static Optional<Need> of(String id) {
    return Arrays.stream(values()).filter(n -> n.id().equals(id)).findFirst();
  }
}
