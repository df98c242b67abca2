package org.neighborline.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;

/** What is counted for the one who watches over the hotline; no number and no words are in it. */
public final class Traffic {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counter notPeople;
  private final Counter failures;
  private final Counter repliesLost;

  public Traffic() {
    this.notPeople =
        Counter.builder("neighborline_inbound_not_a_person")
            .description("texts from short codes and names, not answered")
            .register(registry);
    this.failures =
        Counter.builder("neighborline_turns_failed")
            .description("events that could not be taken")
            .register(registry);
    this.repliesLost =
        Counter.builder("neighborline_replies_undelivered")
            .description("replies to texts that the carrier could not deliver")
            .register(registry);
  }

  /** A value that is looked up when someone asks. */
  public void watch(String name, String description, Supplier<Number> value) {
    Gauge.builder("neighborline_" + name, value).description(description).register(registry);
  }

  void notAPerson() {
    notPeople.increment();
  }

  void replyLost(boolean isNew) {
    if (isNew) {
      repliesLost.increment();
    }
  }

  void failed() {
    failures.increment();
  }

  MeterRegistry registry() {
    return registry;
  }

  /** Everything in Prometheus' text format. */
  String scrape() {
    return registry.scrape();
  }
}
