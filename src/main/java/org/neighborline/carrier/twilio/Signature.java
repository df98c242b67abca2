package org.neighborline.carrier.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a webhook comes from the carrier: the {@code X-Twilio-Signature} is an HMAC-SHA1,
 * keyed by the account's auth token, of the public address and the sorted form parameters.
 *
 * <p>Several tokens are accepted, so that one can be rotated without a gap; the first one signs.
 * The signature holds no time: a replay stays valid, and the caller has to remember what it saw.
 */
public final class Signature {
  private static final String ALGORITHM = "HmacSHA1";
  private static final int MAC_BYTES = 20;
  private static final String BODY_HASH = "bodySHA256=";

  /** Keyed once and only ever cloned: that is safe on any thread and costs no key schedule. */
  private final List<Mac> keyed;

  /**
   * @param tokens the current auth token first, then the next one while it is being rotated
   */
  public Signature(List<String> tokens) {
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("at least one auth token is needed to check webhooks");
    }
    this.keyed = tokens.stream().map(Signature::keyed).toList();
  }

  /**
   * Checks a form webhook.
   *
   * @param url the address as the carrier was told it: public scheme, host, path and raw query
   * @param form the body's parameters alone, decoded as UTF-8; never merged with the query's
   * @param header the value of {@code X-Twilio-Signature}, empty when it is missing
   */
  public boolean valid(String url, Map<String, ? extends Collection<String>> form, String header) {
    byte[] claimed = decoded(header);
    if (claimed.length != MAC_BYTES) {
      return false;
    }
    byte[] parameters = parameters(form);
    for (String candidate : spellings(url)) {
      byte[] address = candidate.getBytes(UTF_8);
      for (Mac mac : keyed) {
        if (MessageDigest.isEqual(claimed, code(mac, address, parameters))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Checks a webhook whose body is no form: its hash rides in the query, which is signed. */
  public boolean validBody(String url, byte[] body, String header) {
    return MessageDigest.isEqual(
            sha256(body).getBytes(UTF_8), claimedHash(url).toLowerCase(Locale.ROOT).getBytes(UTF_8))
        && valid(url, Map.of(), header);
  }

  /** Signs as the carrier does, with the first token; for tests, fakes and the simulator. */
  public String sign(String url, Map<String, ? extends Collection<String>> form) {
    byte[] address = bare(url).getBytes(UTF_8);
    return Base64.getEncoder().encodeToString(code(keyed.getFirst(), address, parameters(form)));
  }

  private static byte[] code(Mac prototype, byte[] address, byte[] parameters) {
    try {
      Mac mac = (Mac) prototype.clone();
      mac.update(address);
      return mac.doFinal(parameters);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this JDK's " + ALGORITHM + " cannot be cloned", e);
    }
  }

  /** Name and value after name and value, by name; a repeated name once for each value it has. */
  private static byte[] parameters(Map<String, ? extends Collection<String>> form) {
    StringBuilder text = new StringBuilder(64 * form.size());
    new TreeMap<>(form)
        .forEach((name, values) -> {
          for (String value : values.size() > 1 ? new TreeSet<>(values) : values) {
            text.append(name).append(value);
          }
        });
    return text.toString().getBytes(UTF_8);
  }

  /** The carrier keeps an explicit port in some products and drops it in others: try both. */
  private static List<String> spellings(String url) {
    String bare = bare(url);
    List<String> spellings = new ArrayList<>(2);
    spellings.add(bare);
    int start = bare.indexOf("://") + 3;
    if (start < 3) {
      return spellings;
    }
    int end = authorityEnd(bare, start);
    int port = bare.lastIndexOf(':', end);
    if (port > bare.lastIndexOf(']', end) && port >= start) {
      spellings.add(bare.substring(0, port) + bare.substring(end));
    } else {
      String usual = bare.startsWith("https:") ? ":443" : ":80";
      spellings.add(bare.substring(0, end) + usual + bare.substring(end));
    }
    return spellings;
  }

  /** Neither the fragment (it tunes the carrier's connection) nor user and password are signed. */
  private static String bare(String url) {
    int hash = url.indexOf('#');
    String text = hash < 0 ? url : url.substring(0, hash);
    int start = text.indexOf("://") + 3;
    int at = start < 3 ? -1 : text.lastIndexOf('@', authorityEnd(text, start));
    return at < start ? text : text.substring(0, start) + text.substring(at + 1);
  }

  private static int authorityEnd(String url, int start) {
    for (int i = start; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '/' || c == '?') {
        return i;
      }
    }
    return url.length();
  }

  private static String claimedHash(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return "";
    }
    for (String pair : bare(url).substring(query + 1).split("&")) {
      if (pair.startsWith(BODY_HASH)) {
        return pair.substring(BODY_HASH.length());
      }
    }
    return "";
  }

  private static byte[] decoded(String header) {
    try {
      return Base64.getDecoder().decode(header.strip());
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static Mac keyed(String token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), ALGORITHM));
      return mac;
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("an auth token cannot be used as a key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
