package org.neighborline.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The sound of a recording: a soft tone, 8 kHz mono, with the words in the file's comment. */
final class Tone {
  private static final int RATE = 8_000;
  private static final long LONGEST_SECONDS = 120;
  private static final double HERTZ = 330;

  private Tone() {}

  static byte[] wav(String words, long seconds) {
    int samples = (int) (RATE * Math.min(seconds, LONGEST_SECONDS));
    byte[] comment = (words + "\0").getBytes(UTF_8);
    int padded = comment.length + comment.length % 2;
    int list = 4 + 8 + padded;
    int size = 4 + 24 + 8 + list + 8 + 2 * samples;
    ByteBuffer file = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
    file.put(bytes("RIFF")).putInt(size).put(bytes("WAVE"));
    file.put(bytes("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    file.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
    file.put(bytes("LIST")).putInt(list).put(bytes("INFO"));
    file.put(bytes("ICMT")).putInt(comment.length).put(comment).position(8 + 4 + 24 + 8 + list);
    file.put(bytes("data")).putInt(2 * samples);
    for (int i = 0; i < samples; i++) {
      double swell = 0.5 + 0.5 * Math.sin(2 * Math.PI * 3 * i / RATE);
      file.putShort((short) (4_000 * swell * Math.sin(2 * Math.PI * HERTZ * i / RATE)));
    }
    return file.array();
  }

  private static byte[] bytes(String name) {
    return name.getBytes(ISO_8859_1);
  }
}
