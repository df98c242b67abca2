import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A carrier on loopback that takes every text and knows of none. */
public final class FakeCarrier implements AutoCloseable {
  private final AtomicLong sids = new AtomicLong();
  private final HttpServer server;

  FakeCarrier() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          boolean asks = exchange.getRequestMethod().equals("GET");
          byte[] answer =
              (asks ? "{\"messages\":[],\"next_page_uri\":null}" : taken()).getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(asks ? 200 : 201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String taken() {
    return "{\"sid\":\"SM%032x\",\"status\":\"queued\"}".formatted(sids.incrementAndGet());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
