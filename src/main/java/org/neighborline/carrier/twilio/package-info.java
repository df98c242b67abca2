/**
 * Twilio's wire: signatures, forms into events, replies into TwiML, and the REST calls. Start
 * reading at {@code Signature}, which every webhook passes first.
 */
@NullMarked
package org.neighborline.carrier.twilio;

import org.jspecify.annotations.NullMarked;
