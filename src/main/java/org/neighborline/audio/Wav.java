package org.neighborline.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The head of a WAV file, as far as a phone cares.
 *
 * @param seconds its length
 */
record Wav(double seconds) {
  private static final int HEAD = 12;
  private static final int CHUNK_HEAD = 8;
  private static final int BYTES_A_SECOND = 8; // within the chunk "fmt "
  private static final int FORMAT = 16;

  /** Reads it; empty when the file is broken, cut off or no WAV at all. */
  static Optional<Wav> read(byte[] bytes) {
    if (bytes.length < HEAD || !name(bytes, 0).equals("RIFF") || !name(bytes, 8).equals("WAVE")) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int rate = 0;
    int at = HEAD;
    while (at + CHUNK_HEAD <= bytes.length) {
      int size = buffer.getInt(at + 4);
      int body = at + CHUNK_HEAD;
      if (size < 0 || size > bytes.length - body) {
        return Optional.empty();
      }
      if (name(bytes, at).equals("fmt ") && size >= FORMAT) {
        rate = buffer.getInt(body + BYTES_A_SECOND);
      } else if (name(bytes, at).equals("data")) {
        return rate > 0 && size > 0 ? Optional.of(new Wav((double) size / rate)) : Optional.empty();
      }
      at = body + size + size % 2;
    }
    return Optional.empty();
  }

  private static String name(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.US_ASCII);
  }
}
