-- Which group an offer is for. Those before this were for none, and are found by no lead.
ALTER TABLE offer ADD COLUMN group_id ${text};
CREATE INDEX offer_group ON offer (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX offer_created ON offer (created_at);

-- A lead asks those who offered help to their group; the first who says yes is it.
CREATE TABLE appeal (
  id         ${id},
  group_id   ${text} NOT NULL,
  contact_id ${integer} NOT NULL,
  lead_name  ${text} NOT NULL,
  needs      ${text} NOT NULL,
  words      ${blob},
  at         ${instant} NOT NULL,
  until      ${instant} NOT NULL,
  taken_by   ${integer},
  over       ${flag} NOT NULL
) ${strict};
CREATE INDEX appeal_contact ON appeal (contact_id);
CREATE INDEX appeal_until ON appeal (until);

-- Who was asked, and what they said: WAITING (for the morning), ASKED, YES, NO, LATE.
CREATE TABLE appealed (
  appeal_id  ${integer} NOT NULL REFERENCES appeal (id),
  contact_id ${integer} NOT NULL,
  at         ${instant} NOT NULL,
  answer     ${text} NOT NULL,
  PRIMARY KEY (appeal_id, contact_id)
) ${keyed};
CREATE INDEX appealed_contact ON appealed (contact_id, at);
