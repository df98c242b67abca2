package org.neighborline.simulator;

/** Carries webhooks to the hotline: over HTTP in the server, straight into its door in process. */
@FunctionalInterface
public interface Delivery {
  WebhookAnswer deliver(Webhook webhook);
}
