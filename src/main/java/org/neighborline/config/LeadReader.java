package org.neighborline.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neighborline.group.Shift;
import org.neighborline.language.Language;
import org.neighborline.phone.PhoneNumber;

/**
 * Reads the leads of a tree. Faults name the lead, never the number: they may end in a log.
 *
 * @param numbers the hotline's own, which nobody else can have
 */
record LeadReader(Vocabulary vocabulary, Phones phones, List<PhoneNumber> numbers) {
  private static final int LONGEST_NAME = 20;
  private static final int LAST_TIER = 9;

  /**
   * Reads one lead.
   *
   * @param groupLanguages theirs, unless they say others
   * @param seen numbers of this tree so far, with their lines
   */
  Optional<GroupSeed.LeadSeed> read(
      String groupName,
      Node node,
      List<Language> groupLanguages,
      Faults faults,
      Map<PhoneNumber, Integer> seen) {
    Optional<Section> unnamed = Section.of(groupName + ", lead", node, faults);
    if (unnamed.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = unnamed.get().required("name", "Ana");
    Section section =
        name.map(n -> unnamed.get().named(groupName + ", lead " + Section.shortened(n)))
            .orElse(unnamed.get());
    Optional<String> fit = name.filter(n -> GroupReader.isFit(section, "name", n, LONGEST_NAME));
    Optional<PhoneNumber> phone = phone(section, seen);
    List<Language> own = vocabulary.spoken(section);
    int tier =
        section
            .value("tier", t -> Formats.whole(t, 1, LAST_TIER), "is no tier; write 1 to 9")
            .orElse(1);
    List<Shift> shifts = ShiftReader.read(section, "shifts");
    boolean sms = section.value("sms", Formats::flag, Phones.FLAG_REMEDY).orElse(true);
    boolean night = section.value("night", Formats::flag, Phones.FLAG_REMEDY).orElse(false);
    boolean calls = section.value("calls", Formats::flag, Phones.FLAG_REMEDY).orElse(true);
    if (!sms && !calls) {
      section.fault("calls", "neither texts nor calls reach this lead; write true for one of them");
    }
    section.close();
    if (fit.isEmpty() || phone.isEmpty()) {
      return Optional.empty();
    }
    List<Language> languages = own.isEmpty() ? groupLanguages : own;
    return Optional.of(
        new GroupSeed.LeadSeed(
            fit.get(),
            phone.get(),
            languages.isEmpty() ? List.of(Language.ENGLISH) : languages,
            tier,
            shifts,
            sms,
            calls,
            night));
  }

  private Optional<PhoneNumber> phone(Section section, Map<PhoneNumber, Integer> seen) {
    Optional<PhoneNumber> phone =
        section
            .required("phone", "\"+17185550101\"")
            .flatMap(t -> phones.read(section, "phone", t));
    if (phone.isPresent()) {
      Integer before = seen.putIfAbsent(phone.get(), section.line("phone"));
      if (before != null) {
        section.fault(
            "phone",
            "the same phone is in this tree already, in line " + before + "; keep one of the two");
      }
      if (numbers.contains(phone.get())) {
        section.fault("phone", "this is the hotline's own number; write the lead's");
      }
    }
    return phone;
  }
}
