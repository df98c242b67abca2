package org.neighborline.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.neighborline.carrier.Carrier;
import org.neighborline.carrier.twilio.Errors;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.Faults.Kind;

/**
 * The simulated carrier's second door: the same model, called in process by whoever steps it on one
 * thread. What goes wrong is decided where the HTTP door decides it, so a seed means the same here.
 */
public final class DirectCarrier implements Carrier {
  private final SimulatedCarrier model;
  private final String statusUrl;

  /**
   * @param publicUrl the hotline's own address, where status callbacks go
   */
  public DirectCarrier(SimulatedCarrier model, String publicUrl) {
    this.model = model;
    this.statusUrl = publicUrl + "/twilio/message/status?row=";
  }

  @Override
  public Sent send(Text text) {
    if (strikes(Kind.TOO_MANY_REQUESTS) || strikes(Kind.SERVER_ERROR)) {
      return new Sent.Later(Optional.empty());
    }
    if (strikes(Kind.HUNG)) {
      return new Sent.Unknown();
    }
    OutboundText outbound =
        new OutboundText(
            text.to().e164(), text.from().e164(), text.body(), 0, statusUrl + text.row());
    return switch (model.send(outbound)) {
      case Sending.Accepted<SimulatedMessage>(SimulatedMessage message) ->
          strikes(Kind.ANSWER_LOST) ? new Sent.Unknown() : new Sent.Accepted(message.sid());
      case Sending.Refused<SimulatedMessage>(int status, int code, _) -> Errors.judge(status, code);
    };
  }

  /** Nobody takes up a phone in a simulated city: whoever is called can't be reached. */
  @Override
  public Sent call(Call call) {
    return new Sent.Refused(0);
  }

  @Override
  public Heard recording(String sid) {
    return model
        .recording(sid)
        .<Heard>map(r -> new Heard.Sound(Tone.wav(r.words(), r.seconds())))
        .orElseGet(Heard.Missing::new);
  }

  @Override
  public boolean deleteRecording(String sid) {
    model.deleteRecording(sid);
    return true;
  }

  @Override
  public Optional<List<Listed>> sentTo(PhoneNumber from, PhoneNumber to, Instant since) {
    return listed(since, m -> m.from().equals(from.e164()) && m.to().equals(to.e164()));
  }

  @Override
  public Optional<List<Listed>> received(PhoneNumber to, Instant since) {
    return listed(since, m -> m.to().equals(to.e164()));
  }

  @Override
  public boolean redact(String sid) {
    if (strikes(Kind.TOO_MANY_REQUESTS) || strikes(Kind.SERVER_ERROR) || strikes(Kind.HUNG)) {
      return false;
    }
    model.redact(sid);
    return true;
  }

  private Optional<List<Listed>> listed(Instant since, Predicate<SimulatedMessage> wanted) {
    if (strikes(Kind.TOO_MANY_REQUESTS) || strikes(Kind.SERVER_ERROR) || strikes(Kind.HUNG)) {
      return Optional.empty();
    }
    return Optional.of(
        model.messagesSince(since).stream().filter(wanted).map(DirectCarrier::listed).toList());
  }

  private static Listed listed(SimulatedMessage m) {
    boolean failed =
        m.status() == SimulatedMessage.Status.FAILED
            || m.status() == SimulatedMessage.Status.UNDELIVERED;
    return new Listed(
        m.sid(), m.from(), m.to(), m.body(), m.media(), m.created(), failed, m.error());
  }

  private boolean strikes(Kind kind) {
    return model.faults().strikes(kind);
  }
}
