/**
 * The port to whoever moves texts and calls. The shell sends through it and hears back by webhook;
 * start reading at {@code Carrier}, and at {@code carrier.twilio} for the one wire we speak.
 */
@NullMarked
package org.neighborline.carrier;

import org.jspecify.annotations.NullMarked;
