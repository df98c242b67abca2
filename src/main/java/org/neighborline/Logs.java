package org.neighborline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * How the program logs: a JSON object a line for a server, readable lines for everything else. No
 * number and no words of people reach any log. Here and not in XML, whose reading is a twentieth of
 * a start; {@code -Dlogback.configurationFile} still takes its place.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Logs extends ContextAwareBase implements Configurator {
  private static final String OTHER = "logback.configurationFile";
  private static final String JSON = "neighborline.log.json";

  /** From now on, since nothing has been logged yet. */
  static void asJson() {
    System.setProperty(JSON, "true");
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty(OTHER) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    boolean isJson = Boolean.getBoolean(JSON);
    Encoder<ILoggingEvent> encoder = isJson ? json() : lines();
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
    out.setContext(context);
    out.setTarget(isJson ? "System.out" : "System.err");
    out.setEncoder(encoder);
    out.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(out);
    context.getLogger("org.neighborline").setLevel(Level.INFO);
    // It warns of each body that is too large, whoever sends it: anyone could fill the disk.
    context.getLogger("io.javalin").setLevel(Level.ERROR);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static Encoder<ILoggingEvent> json() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMDC(false);
    encoder.setWithArguments(false);
    encoder.setWithMessage(false);
    encoder.setWithFormattedMessage(true);
    return encoder;
  }

  private static Encoder<ILoggingEvent> lines() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setPattern("%d{HH:mm:ss} %-5level %msg%n");
    return encoder;
  }
}
