package org.neighborline.config;

import java.util.List;
import org.neighborline.group.Group;
import org.neighborline.group.Shift;
import org.neighborline.language.Language;
import org.neighborline.phone.PhoneNumber;

/**
 * A group and its tree as files describe them; keys come from the database.
 *
 * @param group without leads
 * @param leads in the files' order
 */
public record GroupSeed(Group group, List<LeadSeed> leads) {
  /**
   * A member of the tree.
   *
   * @param name a first name, in letters that every phone has
   * @param phone theirs
   * @param languages spoken, the best first
   * @param tier who is asked first: 1, then 2, …
   * @param shifts when on call; empty: always
   * @param sms whether texts reach them
   * @param calls whether the hotline may call them
   * @param night whether urgent requests may wake them
   */
  public record LeadSeed(
      String name,
      PhoneNumber phone,
      List<Language> languages,
      int tier,
      List<Shift> shifts,
      boolean sms,
      boolean calls,
      boolean night) {}
}
