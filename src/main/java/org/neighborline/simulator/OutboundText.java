package org.neighborline.simulator;

/**
 * A text that the hotline asks the carrier to send.
 *
 * @param from one of the carrier's numbers, or a messaging service (MG…)
 * @param media how many pictures go with it
 * @param callback where changes of status are told, empty for nowhere
 */
public record OutboundText(String to, String from, String body, int media, String callback) {}
