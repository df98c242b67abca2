package org.neighborline.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.neighborline.language.Language;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;

/**
 * A stored request for help.
 *
 * @param id the row's key; 0 before it is stored
 * @param code its public name
 * @param contactId who asks; empty for a caller without a number
 * @param channel how it came in
 * @param tongue what the resident reads or hears
 * @param draft what is needed, where, in whose words
 * @param status where it is in its life
 * @param createdAt when it was stored
 * @param confirmed whether the resident said that it is right
 * @param deskOnly only the desk may hold it (violence at home)
 * @param lookAt when something must be decided next: the read-back goes out unconfirmed, the held
 *     request is offered, the unmet one asked again
 * @param round how many times the tree was walked, from 1; 0 before
 * @param holder who has it
 * @param endedAt when it was done or cancelled
 */
public record HelpRequest(
    long id,
    Code code,
    OptionalLong contactId,
    Channel channel,
    Tongue tongue,
    Draft draft,
    RequestStatus status,
    Instant createdAt,
    boolean confirmed,
    boolean deskOnly,
    Optional<Instant> lookAt,
    int round,
    Optional<Holder> holder,
    Optional<Instant> endedAt) {
  /**
   * The lead who has a request.
   *
   * @param leadId whose
   * @param contactId the person
   * @param leadName as residents hear it
   * @param groupName as residents hear it
   * @param care how they go about it; empty while the desk looks for someone
   * @param languages what they read; none where we don't know
   * @param talk what is open between them and the resident
   */
  public record Holder(
      long leadId,
      long contactId,
      String leadName,
      String groupName,
      Optional<Care> care,
      List<Language> languages,
      Talk talk) {
    // A holder whom an older version stored has neither.
    public Holder {
      languages = languages == null ? List.of() : List.copyOf(languages);
      talk = talk == null ? Talk.NEW : talk;
    }

    public Holder(
        long leadId, long contactId, String leadName, String groupName, List<Language> languages) {
      this(leadId, contactId, leadName, groupName, Optional.empty(), languages, Talk.NEW);
    }

    public Holder caring(Care now) {
      return new Holder(leadId, contactId, leadName, groupName, Optional.of(now), languages, talk);
    }

    Holder talking(Talk now) {
      return new Holder(leadId, contactId, leadName, groupName, care, languages, now);
    }

    /** Whether they can read what someone writes; where we don't know, we take it that they can. */
    public boolean reads(Language language) {
      return languages.isEmpty() || languages.stream().anyMatch(language::isReadLike);
    }
  }

  /** A request that has just been said, not yet stored. */
  public static HelpRequest opened(
      Code code,
      OptionalLong contactId,
      Channel channel,
      Tongue tongue,
      Draft draft,
      Instant now,
      Instant sendBy) {
    return new HelpRequest(
        0,
        code,
        contactId,
        channel,
        tongue,
        draft,
        RequestStatus.OPEN,
        now,
        false,
        false,
        Optional.of(sendBy),
        0,
        Optional.empty(),
        Optional.empty());
  }

  public boolean isUrgent() {
    return draft.isUrgent();
  }

  public HelpRequest withId(long now) {
    return new HelpRequest(
        now, code, contactId, channel, tongue, draft, status, createdAt, confirmed, deskOnly,
        lookAt, round, holder, endedAt);
  }

  public HelpRequest withDraft(Draft now) {
    return new HelpRequest(
        id, code, contactId, channel, tongue, now, status, createdAt, confirmed, deskOnly, lookAt,
        round, holder, endedAt);
  }

  /** The resident reads another language from now on. */
  public HelpRequest in(Tongue now) {
    return new HelpRequest(
        id, code, contactId, channel, now, draft, status, createdAt, confirmed, deskOnly, lookAt,
        round, holder, endedAt);
  }

  public HelpRequest withConfirmed(boolean now) {
    return new HelpRequest(
        id, code, contactId, channel, tongue, draft, status, createdAt, now, deskOnly, lookAt,
        round, holder, endedAt);
  }

  public HelpRequest forDeskOnly() {
    return new HelpRequest(
        id, code, contactId, channel, tongue, draft, status, createdAt, confirmed, true, lookAt,
        round, holder, endedAt);
  }

  public HelpRequest withLookAt(Optional<Instant> now) {
    return new HelpRequest(
        id, code, contactId, channel, tongue, draft, status, createdAt, confirmed, deskOnly, now,
        round, holder, endedAt);
  }

  public HelpRequest withStatus(RequestStatus now, Optional<Instant> look) {
    return new HelpRequest(
        id, code, contactId, channel, tongue, draft, now, createdAt, confirmed, deskOnly, look,
        round, holder, endedAt);
  }

  public HelpRequest withRound(int now) {
    return new HelpRequest(
        id, code, contactId, channel, tongue, draft, status, createdAt, confirmed, deskOnly, lookAt,
        now, holder, endedAt);
  }

  public HelpRequest heldBy(Holder now, RequestStatus as) {
    return new HelpRequest(
        id,
        code,
        contactId,
        channel,
        tongue,
        draft,
        as,
        createdAt,
        confirmed,
        deskOnly,
        Optional.empty(),
        round,
        Optional.of(now),
        Optional.empty());
  }

  /** The same holder, of whom we know more. */
  public HelpRequest caredFor(Care now, Optional<Instant> look) {
    return new HelpRequest(
        id,
        code,
        contactId,
        channel,
        tongue,
        draft,
        status,
        createdAt,
        confirmed,
        deskOnly,
        look,
        round,
        holder.map(h -> h.caring(now)),
        endedAt);
  }

  /** The same, with other words open between holder and resident. */
  public HelpRequest talking(Talk now) {
    return new HelpRequest(
        id,
        code,
        contactId,
        channel,
        tongue,
        draft,
        status,
        createdAt,
        confirmed,
        deskOnly,
        lookAt,
        round,
        holder.map(h -> h.talking(now)),
        endedAt);
  }

  /** How whoever has it, or had it, goes about it. */
  public Optional<Care> care() {
    return holder.flatMap(Holder::care);
  }

  /** It goes on after it had ended, or after its holder let it go. */
  public HelpRequest released() {
    return new HelpRequest(
        id,
        code,
        contactId,
        channel,
        tongue,
        draft,
        RequestStatus.DISPATCHING,
        createdAt,
        confirmed,
        deskOnly,
        Optional.empty(),
        round,
        Optional.empty(),
        Optional.empty());
  }

  public HelpRequest ended(RequestStatus as, Instant at) {
    return new HelpRequest(
        id,
        code,
        contactId,
        channel,
        tongue,
        draft,
        as,
        createdAt,
        confirmed,
        deskOnly,
        Optional.empty(),
        round,
        holder,
        Optional.of(at));
  }
}
