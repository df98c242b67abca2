package org.neighborline.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neighborline.contact.Contact;
import org.neighborline.group.Availability;
import org.neighborline.group.Group;
import org.neighborline.group.Lead;
import org.neighborline.group.Shift;
import org.neighborline.group.Tree;
import org.neighborline.language.Language;
import org.neighborline.language.Tongue;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Point;
import org.neighborline.place.ServiceArea;
import org.neighborline.understanding.Need;

/** Groups and leads: files seed them, the database is the truth. */
public final class Roster {
  private static final String FILE = "file";
  private static final String GROUPS =
      "SELECT id, name, settings FROM neighborhood_group WHERE retired = 0 ORDER BY id";
  private static final String LEADS =
      "SELECT id, group_id, contact_id, name, tier, settings FROM lead WHERE retired = 0 ORDER BY group_id, tier, id";
  private static final String SAVE_GROUP =
      """
      INSERT INTO neighborhood_group (id, name, settings, source, retired) VALUES (?, ?, ?, ?, 0)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, settings = excluded.settings, retired = 0
      """;
  private static final String SAVE_LEAD =
      """
      INSERT INTO lead (group_id, contact_id, name, tier, settings, source, retired) VALUES (?, ?, ?, ?, ?, ?, 0)
      ON CONFLICT (group_id, contact_id) DO UPDATE
        SET name = excluded.name, tier = excluded.tier, settings = excluded.settings,
            retired = CASE WHEN lead.source = 'left' THEN 1 ELSE 0 END
      """;
  private static final String JOIN =
      """
      INSERT INTO lead (group_id, contact_id, name, tier, settings, source, retired) VALUES (?, ?, ?, ?, ?, 'text', 0)
      ON CONFLICT (group_id, contact_id) DO UPDATE
        SET name = excluded.name, source = CASE WHEN lead.source = 'file' THEN 'file' ELSE 'text' END, retired = 0
      """;
  private static final String LEAVE = "UPDATE lead SET retired = 1, source = 'left' WHERE id = ?";

  private static final String FILE_GROUPS =
      "SELECT id FROM neighborhood_group WHERE source = 'file' AND retired = 0";
  private static final String FILE_LEADS =
      "SELECT id, group_id, contact_id FROM lead WHERE source = 'file' AND retired = 0";
  private static final String RETIRE_GROUP =
      "UPDATE neighborhood_group SET retired = 1 WHERE id = ?";
  private static final String RETIRE_LEAD = "UPDATE lead SET retired = 1 WHERE id = ?";
  private static final String PAUSE = "UPDATE lead SET paused_until = ? WHERE contact_id = ?";

  private final Contacts contacts;

  Roster(Contacts contacts) {
    this.contacts = contacts;
  }

  /** A group as a file describes it. */
  public record Seed(Group group, List<LeadSeed> leads) {}

  /** A lead as a file describes them; keys come from the database. */
  public record LeadSeed(
      String name,
      PhoneNumber phone,
      List<Language> languages,
      int tier,
      List<Shift> shifts,
      boolean sms,
      boolean calls,
      boolean night) {
    /** Someone whom the hotline may call. */
    public LeadSeed(
        String name,
        PhoneNumber phone,
        List<Language> languages,
        int tier,
        List<Shift> shifts,
        boolean sms,
        boolean night) {
      this(name, phone, languages, tier, shifts, sms, true, night);
    }
  }

  /** One person's place in one tree. */
  private record Post(String groupId, long contactId) {}

  /** How a group is kept; the names of these columns are the format. */
  private record GroupSettings(
      @JsonProperty("base") Point base,
      @JsonProperty("area") ServiceArea.Written area,
      @JsonProperty("needs") Set<Need> needs,
      @JsonProperty("languages") List<String> languages,
      @JsonProperty("zone") String zone,
      @JsonProperty("availability") Optional<Availability> availability,
      @JsonProperty("tree") Optional<Tree> tree) {}

  private record LeadSettings(
      @JsonProperty("languages") List<String> languages,
      @JsonProperty("shifts") List<Shift> shifts,
      @JsonProperty("sms") boolean sms,
      @JsonProperty("calls") Optional<Boolean> calls,
      @JsonProperty("night") boolean night) {}

  /** All groups with their trees. How leads stand today is not among it. */
  public List<Group> groups(Tx tx) {
    Map<String, List<Lead>> trees = new HashMap<>();
    for (Lead lead : tx.list(LEADS, Roster::lead)) {
      trees.computeIfAbsent(lead.groupId(), _ -> new ArrayList<>()).add(lead);
    }
    return tx.list(GROUPS, row -> group(row, trees.getOrDefault(row.text("id"), List.of())));
  }

  /**
   * Takes over what the files say: adds and changes, and retires what came from files and is gone.
   *
   * @return the leads that were retired, whose requests must go to someone else
   */
  public List<Long> seed(Tx tx, List<Seed> seeds, Instant now) {
    Set<Post> kept = new HashSet<>();
    Set<String> groups = new LinkedHashSet<>();
    for (Seed seed : seeds) {
      Group group = seed.group();
      groups.add(group.id());
      save(tx, group, FILE);
      for (LeadSeed lead : seed.leads()) {
        kept.add(new Post(group.id(), save(tx, group.id(), lead, FILE, now)));
      }
    }
    List<Long> retired = new ArrayList<>();
    tx.list(
        FILE_LEADS,
        row -> {
          Post post = new Post(row.text("group_id"), row.longInteger("contact_id"));
          return kept.contains(post) || retired.add(row.longInteger("id"));
        });
    retired.forEach(id -> tx.update(RETIRE_LEAD, id));
    tx.list(FILE_GROUPS, row -> row.text("id")).stream()
        .filter(id -> !groups.contains(id))
        .forEach(id -> tx.update(RETIRE_GROUP, id));
    return retired;
  }

  /** Adds or changes a group; where it came from first stays. */
  void save(Tx tx, Group group, String source) {
    tx.update(SAVE_GROUP, group.id(), group.name(), Json.write(settings(group)), source);
  }

  /** Adds or changes a lead of a group, and returns the contact. */
  long save(Tx tx, String groupId, LeadSeed lead, String source, Instant now) {
    long contactId = contactOf(tx, lead, now);
    tx.update(
        SAVE_LEAD,
        groupId,
        contactId,
        lead.name(),
        lead.tier(),
        Json.write(settings(lead)),
        source);
    return contactId;
  }

  /**
   * All groups as a file would describe them, for an export; a lead whose number was erased is not
   * among them.
   */
  public List<Seed> seeds(Tx tx) {
    List<Seed> seeds = new ArrayList<>();
    for (Group group : groups(tx)) {
      List<LeadSeed> tree = new ArrayList<>();
      for (Lead l : group.leads()) {
        contacts
            .find(tx, l.contactId())
            .ifPresent(c ->
                tree.add(
                    new LeadSeed(
                        l.name(),
                        c.phone(),
                        l.languages(),
                        l.tier(),
                        l.shifts(),
                        l.sms(),
                        l.calls(),
                        l.night())));
      }
      seeds.add(new Seed(group.withLeads(List.of()), tree));
    }
    return seeds;
  }

  /** A lead wants a rest, in all their trees, or is back. */
  public void pause(Tx tx, long contactId, Optional<Instant> until) {
    tx.update(PAUSE, until, contactId);
  }

  /** Someone comes into a tree by text; the files leave them there. */
  public void join(
      Tx tx, String groupId, long contactId, String name, Language language, int tier) {
    LeadSettings settings =
        new LeadSettings(List.of(language.tag()), List.of(), true, Optional.empty(), false);
    tx.update(JOIN, groupId, contactId, name, tier, Json.write(settings));
  }

  /** Someone goes out of a tree for good, whatever the files say. */
  public void leave(Tx tx, long leadId) {
    tx.update(LEAVE, leadId);
  }

  private long contactOf(Tx tx, LeadSeed lead, Instant now) {
    Contact contact = contacts.find(tx, lead.phone());
    Optional<Tongue> tongue =
        contact.tongue().or(() -> lead.languages().stream().findFirst().map(Tongue::of));
    Contact speaking = new Contact(contact.id(), contact.phone(), tongue, contact.reach());
    if (contact.id() == 0) {
      return contacts.add(tx, speaking, now).id();
    }
    contacts.save(tx, speaking);
    return contact.id();
  }

  private static GroupSettings settings(Group group) {
    return new GroupSettings(
        group.base(),
        group.area().written(),
        group.needs(),
        group.languages().stream().map(Language::tag).toList(),
        group.zone().getId(),
        Optional.of(group.availability()).filter(a -> !a.equals(Availability.ALWAYS)),
        Optional.of(group.tree()).filter(t -> !t.equals(Tree.PLAIN)));
  }

  private static LeadSettings settings(LeadSeed lead) {
    return new LeadSettings(
        lead.languages().stream().map(Language::tag).toList(),
        lead.shifts(),
        lead.sms(),
        Optional.of(false).filter(_ -> !lead.calls()),
        lead.night());
  }

  private static Group group(Row row, List<Lead> leads) {
    GroupSettings settings = Json.read(row.text("settings"), GroupSettings.class);
    return new Group(
        row.text("id"),
        row.text("name"),
        settings.base(),
        ServiceArea.of(settings.area(), settings.base()),
        settings.needs(),
        settings.languages().stream().map(Language::new).toList(),
        ZoneId.of(settings.zone()),
        settings.availability().orElse(Availability.ALWAYS),
        0,
        settings.tree().orElse(Tree.PLAIN),
        leads);
  }

  private static Lead lead(Row row) {
    LeadSettings settings = Json.read(row.text("settings"), LeadSettings.class);
    return new Lead(
        row.longInteger("id"),
        row.text("group_id"),
        row.longInteger("contact_id"),
        row.text("name"),
        settings.languages().stream().map(Language::new).toList(),
        row.integer("tier"),
        settings.shifts(),
        settings.sms(),
        settings.calls().orElse(true),
        settings.night(),
        Lead.Standing.FRESH);
  }
}
