import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A started program: waits for its first answer, reads its use of the machine, stops it. */
record Running(Process process, int port, Path log) implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final double TICKS_A_SECOND = 100;

  /** Sends the text until it is answered with 200 and words. */
  void awaitAnswer(Bodies.Text text) throws Exception {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    String last = "no answer";
    while (System.nanoTime() < limit) {
      if (!process.isAlive()) {
        throw new IOException("it ended with " + process.exitValue() + ":\n" + tail());
      }
      try {
        last = post(text);
        if (last.startsWith("HTTP/1.1 200 ") && last.contains("<Message")) {
          return;
        }
        Thread.sleep(20);
      } catch (IOException e) {
        Thread.sleep(2);
      }
    }
    throw new IOException("no good answer: " + last + "\n" + tail());
  }

  private String post(Bodies.Text text) throws IOException {
    byte[] request =
        new String(Bodies.request(text), UTF_8)
            .replaceFirst("\r\n", "\r\nConnection: close\r\n")
            .getBytes(UTF_8);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request);
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  /** Seconds of processor that the program and its children have used. */
  double cpuSeconds() {
    return cpuSeconds(process.toHandle());
  }

  static double cpuSeconds(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants())
        .mapToDouble(handle -> {
          try {
            String stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
          } catch (IOException e) {
            return 0; // It has just ended.
          }
        })
        .sum();
  }

  /** The most memory it ever held, in MB. */
  double memory() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  String tail() throws IOException {
    List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
