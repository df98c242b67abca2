package org.neighborline.conversation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.neighborline.contact.Contact;
import org.neighborline.dispatch.Rules;
import org.neighborline.group.QuietHours;
import org.neighborline.language.Language;
import org.neighborline.language.Tongue;
import org.neighborline.phone.Channel;
import org.neighborline.phone.PhoneNumber;
import org.neighborline.place.Finding;
import org.neighborline.place.Place;
import org.neighborline.request.Code;
import org.neighborline.request.Draft;
import org.neighborline.request.HelpRequest;
import org.neighborline.request.RequestStatus;
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
    Stream<VoiceWorld> all = Stream.concat(some, known).map(VoiceCallers::ringing);
    return Stream.concat(
        all, Stream.of(helpedBefore(unknown.withTongue(Tongue.of(languages.getLast())))));
  }

  private static VoiceWorld ringing(Optional<Contact> contact) {
    return VoiceWorld.ringing(contact, Conversation.fresh("v:CA1", Channel.VOICE));
  }

  /** Someone whose place of last time is offered to them. */
  private static VoiceWorld helpedBefore(Contact contact) {
    Place place = ((Finding.Found) VoiceWalk.PLACES.find(VoiceWalk.HERE)).place();
    HelpRequest before =
        HelpRequest.opened(
                new Code("H3W6"),
                OptionalLong.of(contact.id()),
                Channel.VOICE,
                contact.reads(),
                Draft.EMPTY.withNeeds(Set.of(Need.HEALTH)).withPlace(Optional.of(place)),
                VoiceWalk.NOW.minus(Duration.ofDays(3)),
                VoiceWalk.NOW)
            .ended(RequestStatus.DONE, VoiceWalk.NOW.minus(Duration.ofDays(2)));
    return ringing(Optional.of(contact)).doing(List.of(new Effect.OpenRequest(before)));
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
