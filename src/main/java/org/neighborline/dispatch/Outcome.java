package org.neighborline.dispatch;

import java.util.List;
import org.neighborline.request.HelpRequest;

/**
 * What a decision comes to: the request as it now is, the dispatches that are new or changed, and
 * the texts that go out.
 *
 * @param request as it now is; its {@code lookAt} says when to look again
 * @param changed new (id 0) and changed dispatches
 * @param notices texts, in order
 */
public record Outcome(HelpRequest request, List<Dispatch> changed, List<Notice> notices) {}
