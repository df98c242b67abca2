package org.neighborline.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.neighborline.HotlineFiles;
import org.neighborline.Settings;
import org.neighborline.audio.PromptFiles;
import org.neighborline.understanding.Reader;

/** Parts of a hotline that commands need without starting one. */
final class HotlineParts {
  private HotlineParts() {}

  /**
   * The configuration to work with: the one that is there, or the sample city. One that was named
   * must be there: nobody wants to hear that the sample is fine when they mistyped their own.
   */
  static Path config(Settings settings) {
    boolean named = System.getenv("NEIGHBORLINE_CONFIG") != null;
    return named || Files.exists(settings.config()) ? settings.config() : sample(settings);
  }

  /** The sample city that comes with the program. */
  static Path sample(Settings settings) {
    return settings.home().resolve("samples/newyork/neighborline.yaml");
  }

  /** Says in one line that a port is taken, before anything has been started. */
  static void requireFree(int port, String remedy) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the server does: a port whose last connections are still closing is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException _) {
      throw new Settings.WrongSettings("port " + port + " is in use; " + remedy);
    }
  }

  static HotlineFiles files(Settings settings) {
    return HotlineFiles.read(config(settings), settings.translations());
  }

  /** The recordings of the hotline's languages. */
  static PromptFiles prompts(Settings settings, HotlineFiles files) {
    return PromptFiles.read(settings.prompts(), files.catalog(), files.translations());
  }

  static Reader reader(Settings settings) {
    return files(settings).reader().join();
  }
}
