package org.neighborline.dispatch;

import java.util.Optional;
import org.neighborline.language.Prompt;

/** A text that a decision sends. */
public sealed interface Notice {
  Prompt prompt();

  /** To the resident of the request. */
  record ToResident(Prompt prompt) implements Notice {}

  /**
   * To a lead.
   *
   * @param contactId the lead's contact
   * @param asks the letter of the dispatch that this text is, if it is one
   */
  record ToLead(long contactId, Prompt prompt, Optional<Character> asks) implements Notice {}
}
