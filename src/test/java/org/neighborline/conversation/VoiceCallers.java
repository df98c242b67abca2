package org.neighborline.conversation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neighborline.contact.Contact;
import org.neighborline.dispatch.Rules;
import org.neighborline.group.QuietHours;
import org.neighborline.language.Language;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.understanding.Need;

/** Who calls in a walk, and whom they call. */
final class VoiceCallers {
  private static final PhoneNumber PHONE = new PhoneNumber("+17185550199");

  private VoiceCallers() {}

  /** The phones that ring: no number, a number, an opted-out one, one known in each language. */
  static Stream<VoiceWorld> all(List<Language> languages) {
    Contact unknown = new Contact(7, PHONE, Optional.empty(), Contact.Reach.OPEN);
    Stream<Optional<Contact>> some =
        Stream.of(
            Optional.empty(),
            Optional.of(unknown),
            Optional.of(unknown.withReach(Contact.Reach.OPEN.withOptedOut(true))));
    Stream<Optional<Contact>> known =
        languages.stream().map(l -> Optional.of(unknown.withTongue(Tongue.of(l))));
    return Stream.concat(some, known)
        .map(c -> VoiceWorld.ringing(c, Conversation.fresh("v:CA1", Channel.VOICE)));
  }

  static House house(List<Language> languages) {
    Rules rules =
        new Rules(
            ZoneId.of("America/New_York"),
            Duration.ofMinutes(10),
            Duration.ofMinutes(3),
            Rules.USUAL_BUDGET,
            Rules.USUAL_URGENT_BUDGET,
            QuietHours.NONE,
            8,
            "desk");
    return new House(rules, languages, List.of(Need.values()));
  }
}
