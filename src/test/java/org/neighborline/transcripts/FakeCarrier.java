package org.neighborline.transcripts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.neighborline.carrier.Carrier;
import org.neighborline.phone.PhoneNumber;

/** A carrier that takes every text and remembers it, unless a page says otherwise. */
final class FakeCarrier implements Carrier {
  /** The number can never get texts: a landline. */
  static final int LANDLINE = 21614;

  private final List<Text> sent = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final Set<PhoneNumber> refused = new HashSet<>();
  private OptionalInt fault = OptionalInt.empty();
  private int seen;

  @Override
  public Sent send(Text text) {
    if (fault.isPresent()) {
      return new Sent.OurFault(fault.getAsInt());
    }
    if (refused.contains(text.to())) {
      return new Sent.Refused(LANDLINE);
    }
    sent.add(text);
    return new Sent.Accepted(sid(text));
  }

  static String sid(Text text) {
    return "SM%032d".formatted(text.row());
  }

  /** From now on texts to this number are refused. */
  void refuse(PhoneNumber to) {
    refused.add(to);
  }

  /** From now on our own account is at fault, until it is mended. */
  void fault(OptionalInt error) {
    fault = error;
  }

  /** What was sent since the last look. */
  List<Text> news() {
    List<Text> news = List.copyOf(sent.subList(seen, sent.size()));
    seen = sent.size();
    return news;
  }

  Optional<Text> lastTo(PhoneNumber to) {
    return sent.reversed().stream().filter(t -> t.to().equals(to)).findFirst();
  }

  @Override
  public Sent call(Call call) {
    calls.add(call);
    return new Sent.Accepted("CA%032d".formatted(call.row()));
  }

  /** Calls that were asked for since the last look. */
  List<Call> newCalls() {
    List<Call> news = List.copyOf(calls);
    calls.clear();
    return news;
  }

  /** A sound that tells whose it is. */
  @Override
  public Heard recording(String sid) {
    return new Heard.Sound(sid.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public boolean deleteRecording(String sid) {
    return true;
  }

  @Override
  public boolean redact(String sid) {
    return true;
  }

  @Override
  public Optional<List<Listed>> sentTo(PhoneNumber from, PhoneNumber to, Instant since) {
    return Optional.of(List.of());
  }

  @Override
  public Optional<List<Listed>> received(PhoneNumber to, Instant since) {
    return Optional.of(List.of());
  }
}
