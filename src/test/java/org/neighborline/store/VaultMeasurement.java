package org.neighborline.store;

import java.io.IOException;
import java.nio.file.Files;

/** Measures a call to the vault with a phone number's worth of text; no test. */
final class VaultMeasurement {
  private static final int CALLS = 1_000_000;

  private VaultMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    var vault = Vault.open(Files.createTempDirectory("vault").resolve("key"), true);
    var text = "need groceries for 4 near the park, no elevator, thank you!!";
    var sealed = vault.seal(text, "inbound|body|17");
    System.out.printf("first use %.0f ms%n", (System.nanoTime() - start) / 1e6);
    for (int round = 0; round < 4; round++) {
      System.out.printf(
          "seal %.2f us, open %.2f us, index %.2f us%n",
          each(() -> vault.seal(text, "inbound|body|17").length),
          each(() -> vault.open(sealed, "inbound|body|17").length()),
          each(() -> vault.index("+12125550100").length));
    }
  }

  private interface Call {
    int call();
  }

  private static double each(Call call) {
    long sum = 0;
    long start = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      sum += call.call();
    }
    if (sum == 0) {
      throw new IllegalStateException("nothing was done");
    }
    return (System.nanoTime() - start) / 1e3 / CALLS;
  }
}
