package org.neighborline.store;

/**
 * One repository an aggregate, all sharing the keys: what a turn reads and writes.
 *
 * @param contacts people
 * @param conversations where each exchange stands
 * @param inbounds events from outside, each once
 * @param requests requests for help
 * @param dispatches who was asked
 * @param outbox texts to send
 * @param timers when to look at what
 * @param timeline what happened
 * @param roster groups and leads
 * @param offers who offered help, and who asked them for it
 * @param records gaps, recordings, facts
 * @param redactions what the carrier must still forget
 */
public record Books(
    Contacts contacts,
    Conversations conversations,
    Inbounds inbounds,
    Requests requests,
    Dispatches dispatches,
    Outbox outbox,
    Timers timers,
    Timeline timeline,
    Roster roster,
    Offers offers,
    Records records,
    Redactions redactions) {
  /** Opens them with the keys of this hotline. */
  public static Books of(Vault vault) {
    Contacts contacts = new Contacts(vault);
    return new Books(
        contacts,
        new Conversations(vault),
        new Inbounds(vault),
        new Requests(vault),
        new Dispatches(),
        new Outbox(vault),
        new Timers(),
        new Timeline(),
        new Roster(contacts),
        new Offers(vault),
        new Records(vault),
        new Redactions(vault));
  }
}
