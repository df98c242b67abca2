package org.neighborline.simulator;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.neighborline.phone.PhoneNumber;

/**
 * Everything a simulator is started with; begin at {@link #defaults} and change what differs.
 *
 * @param port on loopback; 0 takes a free one
 * @param numbers the carrier's numbers that belong to the hotline
 * @param phones the phones that exist from the start
 * @param segmentPrice what a segment costs, in dollars
 * @param seed makes sids, tokens and the luck of faults the same again
 * @param zone whose time the phones show
 * @param clock a {@link VirtualClock} makes time stand until it is advanced
 */
public record SimulatorOptions(
    int port,
    String accountSid,
    String authToken,
    List<PhoneNumber> numbers,
    Webhooks webhooks,
    List<VirtualPhone> phones,
    BigDecimal segmentPrice,
    Delays delays,
    long seed,
    ZoneId zone,
    InstantSource clock) {
  public SimulatorOptions {
    numbers = List.copyOf(numbers);
    phones = List.copyOf(phones);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a simulated carrier needs a number to be texted at");
    }
  }

  /** One hotline number on a free port, no webhooks, no phones, real time. */
  public static SimulatorOptions defaults() {
    return new SimulatorOptions(
        0,
        "AC" + "0".repeat(31) + "1",
        "simulated-token",
        List.of(new PhoneNumber("+12125550100")),
        Webhooks.none(),
        List.of(),
        new BigDecimal("0.0079"),
        Delays.lifelike(),
        1,
        ZoneId.systemDefault(),
        InstantSource.system());
  }

  public SimulatorOptions withPort(int changed) {
    return new SimulatorOptions(
        changed,
        accountSid,
        authToken,
        numbers,
        webhooks,
        phones,
        segmentPrice,
        delays,
        seed,
        zone,
        clock);
  }

  public SimulatorOptions withAccount(String sid, String token) {
    return new SimulatorOptions(
        port, sid, token, numbers, webhooks, phones, segmentPrice, delays, seed, zone, clock);
  }

  public SimulatorOptions withNumbers(List<PhoneNumber> changed) {
    return new SimulatorOptions(
        port,
        accountSid,
        authToken,
        changed,
        webhooks,
        phones,
        segmentPrice,
        delays,
        seed,
        zone,
        clock);
  }

  public SimulatorOptions withWebhooks(Webhooks changed) {
    return new SimulatorOptions(
        port,
        accountSid,
        authToken,
        numbers,
        changed,
        phones,
        segmentPrice,
        delays,
        seed,
        zone,
        clock);
  }

  public SimulatorOptions withPhones(List<VirtualPhone> changed) {
    return new SimulatorOptions(
        port,
        accountSid,
        authToken,
        numbers,
        webhooks,
        changed,
        segmentPrice,
        delays,
        seed,
        zone,
        clock);
  }

  public SimulatorOptions withDelays(Delays changed) {
    return new SimulatorOptions(
        port,
        accountSid,
        authToken,
        numbers,
        webhooks,
        phones,
        segmentPrice,
        changed,
        seed,
        zone,
        clock);
  }

  public SimulatorOptions withSeed(long changed) {
    return new SimulatorOptions(
        port,
        accountSid,
        authToken,
        numbers,
        webhooks,
        phones,
        segmentPrice,
        delays,
        changed,
        zone,
        clock);
  }

  public SimulatorOptions withClock(InstantSource changed) {
    return new SimulatorOptions(
        port,
        accountSid,
        authToken,
        numbers,
        webhooks,
        phones,
        segmentPrice,
        delays,
        seed,
        zone,
        changed);
  }

  public SimulatorOptions withZone(ZoneId changed) {
    return new SimulatorOptions(
        port,
        accountSid,
        authToken,
        numbers,
        webhooks,
        phones,
        segmentPrice,
        delays,
        seed,
        changed,
        clock);
  }
}
