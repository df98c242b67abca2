package org.neighborline.understanding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person wants from us with a text. */
public enum Intent {
  REQUEST,
  OFFER,
  INFORMATION,
  STATUS,
  CANCEL,
  THANKS,
  GREETING,
  COMPLAINT,
  WRONG_NUMBER,
  ABUSE,
  HELP,
  OPT_OUT,
  OPT_IN,
  LANGUAGE,
  UNKNOWN;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The id that commands print. */
  public String id() {
    return id;
  }

  /** The intent with this id. */
  public static Optional<Intent> of(String id) {
    return Arrays.stream(values()).filter(i -> i.id().equals(id)).findFirst();
  }
}
