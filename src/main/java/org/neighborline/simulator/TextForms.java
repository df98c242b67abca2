package org.neighborline.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** The forms the carrier posts about texts, with every parameter it usually sends. */
final class TextForms {
  private TextForms() {}

  static Map<String, String> inbound(SimulatorOptions options, SimulatedMessage message) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("ToCountry", "US");
    form.put("ToState", "NY");
    form.put("SmsMessageSid", message.sid());
    form.put("NumMedia", Integer.toString(message.media()));
    form.put("ToCity", "");
    form.put("FromZip", "");
    form.put("SmsSid", message.sid());
    form.put("FromState", "NY");
    form.put("SmsStatus", "received");
    form.put("FromCity", "");
    form.put("Body", message.body());
    form.put("FromCountry", "US");
    form.put("To", message.to());
    form.put("ToZip", "");
    form.put("NumSegments", Integer.toString(message.segments()));
    form.put("MessageSid", message.sid());
    form.put("AccountSid", options.accountSid());
    form.put("From", message.from());
    form.put("ApiVersion", "2010-04-01");
    for (int i = 0; i < message.media(); i++) {
      form.put("MediaContentType" + i, "image/jpeg");
      form.put("MediaUrl" + i, "https://media.invalid/" + message.sid() + "/" + i);
    }
    return form;
  }

  static Map<String, String> status(SimulatorOptions options, SimulatedMessage message) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("SmsSid", message.sid());
    form.put("SmsStatus", message.status().wire());
    form.put("MessageStatus", message.status().wire());
    form.put("To", message.to());
    form.put("MessageSid", message.sid());
    form.put("AccountSid", options.accountSid());
    form.put("From", message.from());
    form.put("ApiVersion", "2010-04-01");
    if (message.error() != 0) {
      form.put("ErrorCode", Integer.toString(message.error()));
    }
    return form;
  }
}
