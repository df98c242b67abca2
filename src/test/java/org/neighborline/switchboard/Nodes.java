package org.neighborline.switchboard;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.neighborline.HotlineFiles;
import org.neighborline.language.Catalog;
import org.neighborline.store.Books;
import org.neighborline.store.Store;

/** Processes of the transcripts' city; its files are read, and its words learned, once for all. */
final class Nodes {
  static final HotlineFiles FILES =
      HotlineFiles.read(
          Path.of("src/test/resources/transcripts/city/neighborline.yaml"),
          Path.of("translations"));

  private Nodes() {}

  /** One more on this database, with the city's groups. */
  static Switchboard on(Store store, Books books, InstantSource clock) {
    var configuration = FILES.configuration();
    Switchboard node =
        new Switchboard(
            new Switchboard.Parts(
                store,
                books,
                new Catalog(
                    FILES.translations(),
                    configuration.house().rules().zone(),
                    configuration.region()),
                configuration.house(),
                clock,
                new SplittableRandom(7),
                configuration.regions(),
                configuration.retention()));
    node.seed(FILES.seeds()).join();
    return node;
  }
}
