package org.neighborline.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.neighborline.HotlineFiles;
import org.neighborline.command.SimulateCommand;
import org.neighborline.store.Databases;
import org.neighborline.store.Migrations;
import org.neighborline.store.Vault;

/** The sample city, read once, and runs in it. */
final class SampleCity {
  static final City CITY =
      SimulateCommand.city(
          HotlineFiles.read(Path.of("samples/newyork/neighborline.yaml"), Path.of("translations")));

  private static final Vault VAULT = vault();

  private SampleCity() {}

  static Result run(Plan plan, Fitting fitting, boolean whole) {
    String address = Databases.SQLITE.address(Migrations.ofProgram());
    try (Simulation simulation = new Simulation(CITY, plan, address, VAULT, fitting)) {
      return simulation.run(_ -> {}, whole);
    }
  }

  private static Vault vault() {
    try {
      Path folder = Files.createTempDirectory("neighborline-simulation");
      Path file = folder.resolve("key");
      Vault vault = Vault.open(file, true);
      Files.delete(file);
      Files.delete(folder);
      return vault;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
