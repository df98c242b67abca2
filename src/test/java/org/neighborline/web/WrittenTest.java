package org.neighborline.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When an answer counts as handed over. */
@Timeout(60)
final class WrittenTest {
  /** More than the sockets of both sides keep between them. */
  private static final int LARGE = 40_000_000;

  @Test
  void an_answer_is_out_when_its_last_byte_is_and_not_when_it_is_known() throws Exception {
    CountDownLatch out = new CountDownLatch(1);
    Javalin server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.routes.get(
              "/",
              context ->
                  context.future(() ->
                      CompletableFuture.completedFuture(new byte[LARGE])
                          .thenAccept(answer -> {
                            Written.when(context, out::countDown);
                            context.result(answer);
                          })));
        });
    server.start("127.0.0.1", 0);
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      client
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
      assertThat(client.getInputStream().read()).isEqualTo('H');
      assertThat(out.getCount()).isOne();
      readAll(client);
      assertThat(out.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      server.stop();
    }
  }

  private static void readAll(Socket client) throws IOException {
    assertThat(client.getInputStream().readAllBytes()).hasSizeGreaterThan(LARGE);
  }
}
