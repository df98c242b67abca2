package org.neighborline.carrier.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A webhook's form parameters: the body's alone, as UTF-8 whatever the header says, empty and
 * repeated ones kept, since all of them are signed.
 *
 * @param values by name, in the order of the body
 */
public record Form(Map<String, List<String>> values) {
  /**
   * Reads a body.
   *
   * @return empty when it is no form (broken percent escapes)
   */
  public static Optional<Form> parse(byte[] body) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    try {
      for (String pair : new String(body, UTF_8).split("&")) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          String name = equals < 0 ? pair : pair.substring(0, equals);
          String value = equals < 0 ? "" : pair.substring(equals + 1);
          values.computeIfAbsent(decode(name), _ -> new ArrayList<>(1)).add(decode(value));
        }
      }
      return Optional.of(new Form(values));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  /** The first value of a parameter; empty text when it is missing. */
  public String get(String name) {
    List<String> all = values.get(name);
    return all == null ? "" : all.getFirst();
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A number; the fallback when it is missing or none. */
  public int number(String name, int otherwise) {
    try {
      return Integer.parseInt(get(name));
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  private static String decode(String encoded) {
    return encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0
        ? encoded
        : URLDecoder.decode(encoded, UTF_8);
  }
}
