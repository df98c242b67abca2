package org.neighborline.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms the carrier posts about calls, with every parameter it usually sends. */
final class CallForms {
  private CallForms() {}

  /** What every request about a call carries. */
  static Map<String, String> call(SimulatorOptions options, Leg leg) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("AccountSid", options.accountSid());
    form.put("ApiVersion", "2010-04-01");
    form.put("CallSid", leg.sid);
    form.put("CallStatus", leg.status.wire());
    form.put("Called", leg.to);
    form.put("CalledCity", "");
    form.put("CalledCountry", "US");
    form.put("CalledState", "NY");
    form.put("CalledZip", "");
    form.put("Caller", leg.from);
    form.put("CallerCity", "");
    form.put("CallerCountry", "US");
    form.put("CallerState", "NY");
    form.put("CallerZip", "");
    form.put("Direction", leg.direction.wire());
    form.put("From", leg.from);
    form.put("FromCity", "");
    form.put("FromCountry", "US");
    form.put("FromState", "NY");
    form.put("FromZip", "");
    form.put("To", leg.to);
    form.put("ToCity", "");
    form.put("ToCountry", "US");
    form.put("ToState", "NY");
    form.put("ToZip", "");
    if (!leg.parent.isEmpty()) {
      form.put("ParentCallSid", leg.parent);
    }
    return form;
  }

  /** A part of a call's life. */
  static Map<String, String> status(SimulatorOptions options, Leg leg, Instant now) {
    Map<String, String> form = call(options, leg);
    form.put("Timestamp", RestJson.date(now));
    form.put("CallbackSource", "call-progress-events");
    form.put("SequenceNumber", Integer.toString(leg.notices));
    if (leg.status.isOver()) {
      long seconds = leg.length().toSeconds();
      form.put("CallDuration", Long.toString(seconds));
      form.put("Duration", Long.toString((seconds + 59) / 60));
    }
    return form;
  }

  static Map<String, String> recording(
      SimulatorOptions options, Recording recording, String address) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("AccountSid", options.accountSid());
    form.put("CallSid", recording.callSid());
    form.put("RecordingSid", recording.sid());
    form.put("RecordingUrl", address);
    form.put("RecordingStatus", "completed");
    form.put("RecordingDuration", Long.toString(recording.seconds()));
    form.put("RecordingChannels", "1");
    form.put("RecordingStartTime", RestJson.date(recording.created()));
    form.put("RecordingSource", "RecordVerb");
    form.put("RecordingTrack", "inbound");
    form.put("ErrorCode", "0");
    return form;
  }
}
