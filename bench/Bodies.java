import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes the texts of the benchmark: whole signed HTTP requests, one resident and one sid each, so
 * that none is a repeat that a stored reply would answer.
 */
public final class Bodies {
  static final String TOKEN = "0123456789abcdef0123456789abcdef";
  static final String PUBLIC_URL = "https://hotline.example";
  static final String ACCOUNT = "AC" + "0123456789abcdef".repeat(2);
  private static final String PATH = "/twilio/message";
  private static final long SEED = 20261124;

  /** Area codes of the United States; with the exchange 555 no number below is anybody's. */
  private static final int[] AREAS = {
    201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225,
    228, 229, 231, 234, 239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281,
    301, 302, 303, 304, 305, 307, 308, 309, 310, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321,
    323, 330, 334, 336, 337, 339, 347, 351, 352, 360, 361, 386, 401, 402, 404, 405, 406, 407, 408,
    409, 410, 412, 413, 414, 415, 417, 419, 423, 424, 425, 432, 434, 440, 443, 469, 478, 479, 480
  };

  private static final List<String> WANTED =
      List.of(
          "need groceries for 4, 11221",
          "food for my family please 11233",
          "diapers and baby formula 10453",
          "can someone pick up my medicine? 11207",
          "out of food, 3 kids, 10029",
          "I need a ride to the doctor 11368",
          "need masks and blankets for 2, 10456",
          "Groceries please. 11212");

  private Bodies() {}

  /** What one text says, and whose it is. */
  record Text(String signature, String form) {}

  public static void main(String[] args) throws Exception {
    write(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  /** Writes so many requests, and beside them where each ends. */
  static void write(Path file, int count) throws Exception {
    Path unfinished = Path.of(file + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16);
        Writer ends = Files.newBufferedWriter(Path.of(file + ".ends"))) {
      long end = 0;
      for (int i = 0; i < count; i++) {
        byte[] request = request(text(i));
        out.write(request);
        end += request.length;
        ends.write(end + "\n");
      }
    }
    Files.move(unfinished, file);
  }

  static byte[] request(Text text) {
    byte[] form = text.form().getBytes(UTF_8);
    return ("POST "
            + PATH
            + " HTTP/1.1\r\nHost: hotline.example\r\n"
            + "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n"
            + "X-Twilio-Signature: "
            + text.signature()
            + "\r\n"
            + "Content-Length: "
            + form.length
            + "\r\n\r\n"
            + text.form())
        .getBytes(UTF_8);
  }

  static Text text(int i) throws Exception {
    Random random = new Random(SEED + i);
    String sid = "SM%016x%016x".formatted(random.nextLong(), i);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("ToCountry", "US");
    form.put("ToState", "NY");
    form.put("SmsMessageSid", sid);
    form.put("NumMedia", "0");
    form.put("ToCity", "NEW YORK");
    form.put("FromZip", "");
    form.put("SmsSid", sid);
    form.put("FromState", "NY");
    form.put("SmsStatus", "received");
    form.put("FromCity", "");
    form.put("Body", WANTED.get(i % WANTED.size()));
    form.put("FromCountry", "US");
    form.put("To", "+12125550100");
    form.put("ToZip", "10001");
    form.put("NumSegments", "1");
    form.put("MessageSid", sid);
    form.put("AccountSid", ACCOUNT);
    form.put("ApiVersion", "2010-04-01");
    // Last, because Lua tells long texts apart by their ends.
    form.put("From", "+1%d555%04d".formatted(AREAS[i % AREAS.length], i / AREAS.length % 10_000));
    return new Text(sign(PUBLIC_URL + PATH, form), encode(form));
  }

  private static String encode(Map<String, String> form) {
    StringBuilder encoded = new StringBuilder();
    form.forEach((key, value) ->
        encoded
            .append(encoded.isEmpty() ? "" : "&")
            .append(key)
            .append('=')
            .append(URLEncoder.encode(value, UTF_8)));
    return encoded.toString();
  }

  private static String sign(String url, Map<String, String> form) throws Exception {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(form).forEach((key, value) -> signed.append(key).append(value));
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(UTF_8), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
  }
}
