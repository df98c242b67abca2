package org.neighborline.dispatch;

import java.time.Instant;

/**
 * One offer of one request to one lead.
 *
 * @param id the row's key; 0 before it is stored
 * @param requestId which request
 * @param leadId which lead
 * @param contactId the lead's contact: letters are told apart by phone, not by tree
 * @param groupId from which group's tree
 * @param letter what the lead answers with: {@code A1}
 * @param status where it is
 * @param round in which walk of the tree
 * @param askedAt when it was queued
 * @param answerBy until when we wait
 */
public record Dispatch(
    long id,
    long requestId,
    long leadId,
    long contactId,
    String groupId,
    char letter,
    DispatchStatus status,
    int round,
    Instant askedAt,
    Instant answerBy) {
  public Dispatch withStatus(DispatchStatus now) {
    return new Dispatch(
        id, requestId, leadId, contactId, groupId, letter, now, round, askedAt, answerBy);
  }

  public Dispatch withAnswerBy(Instant now) {
    return new Dispatch(
        id, requestId, leadId, contactId, groupId, letter, status, round, askedAt, now);
  }
}
