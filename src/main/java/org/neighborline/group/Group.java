package org.neighborline.group;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.neighborline.language.Language;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;
import org.neighborline.understanding.Need;

/**
 * A neighborhood group.
 *
 * @param id its name in files: {@code bedstuy}
 * @param name as people know it, in Latin letters
 * @param base where it is at home; distance counts from here when it has no area
 * @param area where it helps; may be empty for the backstop alone
 * @param needs what it helps with; empty: everything
 * @param languages spoken by its people
 * @param zone in which its shifts and quiet hours count
 * @param leads its phone tree, by tier
 */
public record Group(
    String id,
    String name,
    Point base,
    ServiceArea area,
    Set<Need> needs,
    List<Language> languages,
    ZoneId zone,
    List<Lead> leads) {
  /** Whether it helps with this. */
  public boolean serves(Need need) {
    return needs.isEmpty() || needs.contains(need) || need == Need.OTHER;
  }

  public Group withLeads(List<Lead> now) {
    return new Group(id, name, base, area, needs, languages, zone, now);
  }
}
