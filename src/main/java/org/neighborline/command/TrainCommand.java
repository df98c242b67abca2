package org.neighborline.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts everything once and ends, so that later starts are fast. */
@Command(name = "train", description = "Start once and end, for the start-up cache.", hidden = true)
public final class TrainCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
