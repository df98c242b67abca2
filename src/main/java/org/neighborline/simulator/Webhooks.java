package org.neighborline.simulator;

/**
 * Where the carrier calls the hotline, as a deployer sets it up at a number. Empty means not set;
 * every address may carry a fragment with connection overrides ({@code #rc=2&rp=ct,rt,5xx}).
 *
 * @param message an inbound text
 * @param messageFallback the same, when {@code message} fails
 * @param voice an inbound call
 * @param voiceFallback the same, when {@code voice} or a later step fails
 * @param callStatus the end of an inbound call
 */
public record Webhooks(
    String message, String messageFallback, String voice, String voiceFallback, String callStatus) {
  private static final String RETRIES = "#rc=2&rp=ct,rt,5xx";

  /** The addresses a Neighborline hotline has below its public address. */
  public static Webhooks below(String publicUrl) {
    return new Webhooks(
        publicUrl + "/twilio/message" + RETRIES,
        "",
        publicUrl + "/twilio/voice" + RETRIES,
        "",
        publicUrl + "/twilio/call/status");
  }

  /** No webhook at all: texts come in and stay at the carrier until they are listed. */
  public static Webhooks none() {
    return new Webhooks("", "", "", "", "");
  }
}
