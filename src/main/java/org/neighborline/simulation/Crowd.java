package org.neighborline.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import org.neighborline.conversation.Step;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.simulator.SimulatedCarrier;
import org.neighborline.simulator.SimulatedMessage;
import org.neighborline.store.Roster;

/** All people of the city: lets each act when their time comes, and hear what arrives. */
final class Crowd {
  private static final int FIRST_AREA = 201;
  private static final int LAST_AREA = 989;
  private static final int NUMBERS_OF_AN_AREA = 100;
  private static final Duration ARRIVES_AFTER = Duration.ofSeconds(2);
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  private record Act(Instant at, long order, Runnable run) {}

  private final World world;
  private final SimulatedCarrier carrier;
  private final Accountant accountant;
  private final Watch watch;
  private final Ledger ledger;
  private final Sayings sayings;
  private final Map<PhoneNumber, Person> people = new LinkedHashMap<>();
  private final PriorityQueue<Act> acts =
      new PriorityQueue<>(Comparator.comparing(Act::at).thenComparingLong(Act::order));
  private long order;
  private String lastSid = "";

  Crowd(World world, SimulatedCarrier carrier, Accountant accountant, Watch watch, Ledger ledger) {
    this.world = world;
    this.carrier = carrier;
    this.accountant = accountant;
    this.watch = watch;
    this.ledger = ledger;
    this.sayings = new Sayings(world.city().translations());
    leads();
    residents();
    people.values().forEach(person -> carrier.add(person.phone()));
    people.values().forEach(Person::begin);
  }

  private void leads() {
    int number = 0;
    for (Roster.Seed seed : world.city().seeds()) {
      for (Roster.LeadSeed lead : seed.leads()) {
        SplittableRandom random = new SplittableRandom(~world.plan().seed() + STRIDE * ++number);
        people.putIfAbsent(
            lead.phone(),
            new LeadPerson(this, lead.name(), lead.phone(), lead.languages(), random));
      }
    }
  }

  private void residents() {
    Set<PhoneNumber> used = new HashSet<>(people.keySet());
    used.addAll(world.city().configuration().numbers());
    List<PhoneNumber> free = numbers().stream().filter(n -> !used.contains(n)).toList();
    if (free.size() < world.plan().requests()) {
      throw new IllegalArgumentException("there are phones for " + free.size() + " residents");
    }
    Set<Integer> only = world.plan().only();
    for (int i = 0; i < world.plan().requests(); i++) {
      if (only.isEmpty() || only.contains(i)) {
        SplittableRandom random = new SplittableRandom(world.plan().seed() + STRIDE * (i + 1));
        people.put(free.get(i), new Resident(this, i, free.get(i), random));
      }
    }
  }

  /** Every number that reaches nobody in life. */
  private static List<PhoneNumber> numbers() {
    List<PhoneNumber> numbers = new ArrayList<>();
    for (int area = FIRST_AREA; area <= LAST_AREA; area++) {
      String start = "+1" + area + "55501";
      if (new PhoneNumber(start + "00").region().equals("US")) {
        for (int i = 0; i < NUMBERS_OF_AN_AREA; i++) {
          numbers.add(new PhoneNumber(start + (i < 10 ? "0" : "") + i));
        }
      }
    }
    return numbers;
  }

  // ---- what people do

  World world() {
    return world;
  }

  Sayings sayings() {
    return sayings;
  }

  /** The number of anyone, as people write it. */
  String someone(SplittableRandom luck) {
    List<PhoneNumber> all = List.copyOf(people.keySet());
    return all.get(luck.nextInt(all.size())).e164().substring(2);
  }

  /** Something to do after a while. */
  void after(Duration wait, Runnable run) {
    acts.add(new Act(world.clock().instant().plus(wait), order++, run));
  }

  void text(Person person, String words) {
    ledger.said(world.clock().instant(), person.name(), words);
    watch.texts(person.number());
    carrier.text(
        person.number().e164(), world.city().configuration().numbers().getFirst().e164(), words);
  }

  /** What the hotline asks a person at the moment: people understand what they read. */
  Step asked(Person person) {
    return accountant.peek(tx -> {
      long id = world.books().contacts().find(tx, person.number()).id();
      return id == 0
          ? new Step.Idle()
          : world.books().conversations().find(tx, "s:" + id, Channel.SMS).step();
    });
  }

  Optional<Person> at(PhoneNumber number) {
    return Optional.ofNullable(people.get(number));
  }

  // ---- how they are driven

  Optional<Instant> next() {
    return Optional.ofNullable(acts.peek()).map(Act::at);
  }

  /** Everyone whose time has come acts. */
  void act(Instant now) {
    for (Act next = acts.peek(); next != null && !next.at().isAfter(now); next = acts.peek()) {
      acts.remove(next);
      next.run().run();
    }
  }

  /** Hands out what the carrier made since the last look; it arrives a moment later, or never. */
  void listen() {
    for (SimulatedMessage message : carrier.messagesAfter(lastSid)) {
      lastSid = message.sid();
      if (message.direction() != SimulatedMessage.Direction.INBOUND) {
        Optional<Person> person = at(new PhoneNumber(message.to()));
        ledger.heard(
            message.created(), message.to(), person.map(Person::name).orElse("?"), message.body());
        person.ifPresent(p -> after(ARRIVES_AFTER, () -> arrives(p, message.sid())));
      }
    }
  }

  private void arrives(Person person, String sid) {
    carrier
        .message(sid)
        .filter(SimulatedMessage::arrived)
        .ifPresent(message -> person.hears(message.body()));
  }
}
