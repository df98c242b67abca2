/**
 * The routes: the carrier's webhooks, health and metrics. Start reading at {@code Server}, then
 * {@code CarrierRoutes}.
 */
@NullMarked
package org.neighborline.web;

import org.jspecify.annotations.NullMarked;
