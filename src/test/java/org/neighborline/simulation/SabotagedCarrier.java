package org.neighborline.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.neighborline.carrier.Carrier;
import org.neighborline.phone.PhoneNumber;

/** A carrier, or whatever stands before it, that does something else with a text. */
record SabotagedCarrier(Carrier carrier, BiFunction<Carrier, Carrier.Text, Carrier.Sent> sends)
    implements Carrier {
  static Fitting that(BiFunction<Carrier, Text, Sent> sends) {
    return new Fitting() {
      @Override
      public Carrier carrier(Carrier sound) {
        return new SabotagedCarrier(sound, sends);
      }
    };
  }

  @Override
  public Sent send(Text text) {
    return sends.apply(carrier, text);
  }

  @Override
  public Sent call(Call call) {
    return carrier.call(call);
  }

  @Override
  public Heard recording(String sid) {
    return carrier.recording(sid);
  }

  @Override
  public boolean deleteRecording(String sid) {
    return carrier.deleteRecording(sid);
  }

  @Override
  public Optional<List<Listed>> sentTo(PhoneNumber from, PhoneNumber to, Instant since) {
    return carrier.sentTo(from, to, since);
  }

  @Override
  public boolean redact(String sid) {
    return carrier.redact(sid);
  }

  @Override
  public Optional<List<Listed>> received(PhoneNumber to, Instant since) {
    return carrier.received(to, since);
  }
}
