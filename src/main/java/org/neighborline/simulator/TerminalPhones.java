package org.neighborline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.simulator.SimulatedCall.Awaits;
import org.neighborline.simulator.SimulatedCall.Heard;
import org.neighborline.simulator.SimulatedMessage.Direction;

/**
 * The virtual phones as a chat on the terminal, over the same carrier as the page: one phone is
 * held and writes, and everything that arrives anywhere is printed.
 */
public final class TerminalPhones {
  private static final Duration NAP = Duration.ofSeconds(1);

  private final SimulatedCarrier carrier;
  private final PrintWriter out;
  private final RestJson json;
  private final Set<String> printed = new HashSet<>();
  private final Map<String, Integer> heard = new HashMap<>();
  private VirtualPhone held;

  /** The first phone there is will be held first. */
  public TerminalPhones(SimulatedCarrier carrier, PrintWriter out) {
    this.carrier = carrier;
    this.out = out;
    this.json = new RestJson(carrier.options());
    this.held =
        carrier.phones().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the simulator has no phones"));
  }

  /** Reads lines until the input ends or asks to, while arrivals are printed as they come. */
  public void run(BufferedReader in) throws IOException {
    out.println(help());
    out.flush();
    Thread watcher = Thread.startVirtualThread(this::watch);
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.strip().equals("/quit")) {
          return;
        }
        take(line.strip());
      }
    } finally {
      watcher.interrupt();
    }
  }

  private void watch() {
    try {
      long seen = -1;
      while (!Thread.currentThread().isInterrupted()) {
        print();
        seen = carrier.awaitChange(seen, NAP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does what one line says. */
  void take(String line) {
    if (line.startsWith("@")) {
      String[] parts = line.substring(1).split("\\s+", 2);
      Optional<VirtualPhone> phone = phone(parts[0]);
      if (phone.isEmpty()) {
        say("no phone is called " + parts[0] + "; /phones lists them");
        return;
      }
      hold(phone.get());
      text(parts.length > 1 ? parts[1] : "");
    } else if (line.startsWith("/")) {
      String[] parts = line.substring(1).split("\\s+", 2);
      command(parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
    } else {
      text(line);
    }
  }

  private synchronized void hold(VirtualPhone phone) {
    held = phone;
  }

  private void text(String words) {
    if (!words.isEmpty()) {
      carrier.text(held.number().e164(), hotline(), words);
    }
  }

  private void command(String name, String words) {
    switch (name) {
      case "phones" -> carrier.phones().forEach(this::introduce);
      case "call" -> carrier.dial(held.number().e164(), hotline());
      case "answer" -> act(new CallAct.Answer());
      case "press" -> act(new CallAct.Press(words));
      case "say" -> act(new CallAct.Speak(words, Duration.ofSeconds(1 + words.length() / 12)));
      case "silent" -> act(new CallAct.Silence());
      case "hangup" -> act(new CallAct.HangUp());
      default -> say(help());
    }
  }

  private void introduce(VirtualPhone phone) {
    say(
        (phone.equals(held) ? "* " : "  ")
            + String.join(
                "  ",
                phone.name(),
                phone.number().e164(),
                phone.role().name().toLowerCase(Locale.ROOT),
                phone.language()));
  }

  private void act(CallAct act) {
    List<SimulatedCall> live =
        carrier.calls().reversed().stream()
            .filter(call -> call.person().equals(held.number().e164()))
            .filter(call -> call.awaits() != Awaits.OVER)
            .toList();
    if (live.isEmpty()) {
      say(held.name() + " is on no call");
    } else {
      carrier.act(live.getFirst().sid(), act);
    }
  }

  /** Prints what has arrived, been written or been heard since the last time. */
  synchronized void print() {
    for (SimulatedMessage message : carrier.messages()) {
      boolean settled = message.arrived() || message.error() != 0;
      if (settled && printed.add(message.sid())) {
        out.println(line(message));
      }
    }
    for (SimulatedCall call : carrier.calls()) {
      hear(call);
    }
    out.flush();
  }

  private String line(SimulatedMessage message) {
    boolean wrote = message.direction() == Direction.INBOUND;
    String segments = message.segments() == 1 ? "1 segment" : message.segments() + " segments";
    String cost =
        segments + " · " + message.encoding() + " · $" + json.price(message).toPlainString();
    String trouble = message.error() == 0 ? "" : " · not delivered: " + message.error();
    return name(wrote ? message.from() : message.to())
        + (wrote ? " > " : " < ")
        + message.body()
        + "   ("
        + cost
        + trouble
        + ")";
  }

  private void hear(SimulatedCall call) {
    String name = name(call.person());
    int before = heard.getOrDefault(call.sid(), -1);
    if (before < 0) {
      out.println(name + " ☎ " + (call.awaits() == Awaits.ANSWER ? "it rings: /answer" : "calls"));
    }
    List<Heard> all = call.heard();
    all.stream().skip(Math.max(0, before)).forEach(one -> out.println(name + " ☎ " + words(one)));
    int done = all.size();
    if (call.awaits() == Awaits.OVER && before != Integer.MAX_VALUE) {
      out.println(name + " ☎ " + call.status().wire());
      done = Integer.MAX_VALUE;
    }
    heard.put(call.sid(), before == Integer.MAX_VALUE ? before : done);
  }

  private static String words(Heard heard) {
    return switch (heard) {
      case Heard.Said(String language, String words) -> "[" + language + "] " + words;
      case Heard.Played(String url) -> "♪ " + url;
      case Heard.Beep _ -> "beep";
      case Heard.Talked(String words) -> "< " + words;
      case Heard.Did(String words) -> "> " + words;
    };
  }

  private synchronized void say(String words) {
    out.println(words);
    out.flush();
  }

  private String hotline() {
    return carrier.options().numbers().getFirst().e164();
  }

  private String name(String number) {
    return carrier.phones().stream()
        .filter(phone -> phone.number().e164().equals(number))
        .map(VirtualPhone::name)
        .findFirst()
        .orElse(number);
  }

  private Optional<VirtualPhone> phone(String name) {
    String start = name.toLowerCase(Locale.ROOT);
    return carrier.phones().stream()
        .filter(phone -> phone.name().toLowerCase(Locale.ROOT).startsWith(start))
        .findFirst();
  }

  private String help() {
    try (InputStream file = TerminalPhones.class.getResourceAsStream("/simulator/terminal.txt")) {
      if (file == null) {
        throw new IllegalStateException("the jar lacks simulator/terminal.txt");
      }
      return new String(file.readAllBytes(), UTF_8)
          .replace("{name}", held.name().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
