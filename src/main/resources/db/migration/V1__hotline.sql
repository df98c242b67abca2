-- Everything a hotline remembers. Numbers and words are sealed; phone_key and key are keyed hashes.

-- A person known by a phone number. Erasure takes the number and leaves the hash of one who opted out.
CREATE TABLE contact (
  id         ${id},
  phone_key  ${blob} NOT NULL UNIQUE,
  phone      ${blob},
  language   ${text},
  letters    ${text},
  opted_out  ${flag} NOT NULL,
  text_only  ${flag} NOT NULL,
  unsafe     ${flag} NOT NULL,
  created_at ${instant} NOT NULL
) ${strict};

-- The state of one exchange: 's:<contact>' or 'v:<CallSid>'.
CREATE TABLE conversation (
  key        ${text} NOT NULL PRIMARY KEY,
  contact_id ${integer},
  state      ${blob} NOT NULL,
  changed_at ${instant} NOT NULL
) ${keyed};

-- One row an event from outside, by the keyed hash of its key; the same key again gets the same reply.
CREATE TABLE inbound (
  key        ${blob} NOT NULL PRIMARY KEY,
  contact_id ${integer},
  at         ${instant} NOT NULL,
  words      ${blob},
  reply      ${blob}
) ${keyed};

CREATE TABLE request (
  id           ${id},
  code         ${text} NOT NULL UNIQUE,
  contact_id   ${integer} REFERENCES contact (id),
  channel      ${text} NOT NULL,
  language     ${text} NOT NULL,
  letters      ${text} NOT NULL,
  status       ${text} NOT NULL,
  needs        ${text} NOT NULL,
  place        ${text},
  zip          ${text},
  neighborhood ${text},
  borough      ${text},
  people       ${integer},
  urgency      ${text} NOT NULL,
  words        ${blob},
  created_at   ${instant} NOT NULL,
  confirmed    ${flag} NOT NULL,
  desk_only    ${flag} NOT NULL,
  look_at      ${instant},
  round        ${integer} NOT NULL,
  holder       ${text},
  reasons      ${text},
  ended_at     ${instant}
) ${strict};
CREATE INDEX request_contact ON request (contact_id);

CREATE TABLE dispatch (
  id         ${id},
  request_id ${integer} NOT NULL REFERENCES request (id),
  lead_id    ${integer} NOT NULL,
  contact_id ${integer} NOT NULL,
  group_id   ${text} NOT NULL,
  letter     ${text} NOT NULL,
  status     ${text} NOT NULL,
  round      ${integer} NOT NULL,
  asked_at   ${instant} NOT NULL,
  answer_by  ${instant} NOT NULL,
  changed_at ${instant} NOT NULL
) ${strict};
CREATE INDEX dispatch_request ON dispatch (request_id);
CREATE INDEX dispatch_contact ON dispatch (contact_id, asked_at);

-- The timeline of a request.
CREATE TABLE event (
  id         ${id},
  request_id ${integer} NOT NULL,
  at         ${instant} NOT NULL,
  actor      ${text} NOT NULL,
  kind       ${text} NOT NULL,
  detail     ${text} NOT NULL
) ${strict};
CREATE INDEX event_request ON event (request_id);

-- Texts to be sent, committed with the change that caused them.
CREATE TABLE outbox (
  id           ${fresh_id},
  contact_id   ${integer} NOT NULL,
  body         ${blob},
  segments     ${integer} NOT NULL,
  priority     ${integer} NOT NULL,
  status       ${text} NOT NULL,
  created_at   ${instant} NOT NULL,
  next_at      ${instant} NOT NULL,
  expires_at   ${instant} NOT NULL,
  attempts     ${integer} NOT NULL,
  attempted_at ${instant},
  sid          ${text},
  error        ${integer},
  request_id   ${integer},
  dispatch_id  ${integer}
) ${strict};
CREATE INDEX outbox_open ON outbox (priority, id) WHERE status IN ('READY', 'SENDING', 'UNKNOWN');
CREATE INDEX outbox_contact ON outbox (contact_id) WHERE status IN ('READY', 'SENDING', 'UNKNOWN');
CREATE INDEX outbox_sid ON outbox (sid);
CREATE INDEX outbox_request ON outbox (request_id);
CREATE INDEX outbox_dispatch ON outbox (dispatch_id);

-- "Look at this at": the subject's own deadline judges.
CREATE TABLE timer (
  subject ${text} NOT NULL PRIMARY KEY,
  due     ${instant} NOT NULL
) ${keyed};
CREATE INDEX timer_due ON timer (due);

-- Groups and leads: files seed them, the database is the truth.
CREATE TABLE neighborhood_group (
  id       ${text} NOT NULL PRIMARY KEY,
  name     ${text} NOT NULL,
  settings ${text} NOT NULL,
  source   ${text} NOT NULL,
  retired  ${flag} NOT NULL
) ${keyed};

CREATE TABLE lead (
  id           ${id},
  group_id     ${text} NOT NULL REFERENCES neighborhood_group (id),
  contact_id   ${integer} NOT NULL REFERENCES contact (id),
  name         ${text} NOT NULL,
  tier         ${integer} NOT NULL,
  settings     ${text} NOT NULL,
  source       ${text} NOT NULL,
  paused_until ${instant},
  retired      ${flag} NOT NULL,
  UNIQUE (group_id, contact_id)
) ${strict};
CREATE INDEX lead_contact ON lead (contact_id);

CREATE TABLE offer (
  id         ${id},
  contact_id ${integer} NOT NULL,
  needs      ${text} NOT NULL,
  place      ${text},
  words      ${blob},
  language   ${text} NOT NULL,
  created_at ${instant} NOT NULL
) ${strict};

CREATE TABLE recording (
  sid        ${text} NOT NULL PRIMARY KEY,
  request_id ${integer} NOT NULL,
  seconds    ${integer} NOT NULL,
  at         ${instant} NOT NULL
) ${keyed};

-- Needs that were met late or not at all, as a statistic: no person in it.
CREATE TABLE gap (
  id       ${id},
  at       ${instant} NOT NULL,
  needs    ${text} NOT NULL,
  zip      ${text},
  borough  ${text},
  language ${text} NOT NULL,
  why      ${text} NOT NULL
) ${strict};

-- Single facts of the hotline itself: until when texts were listed at the carrier, the roster's version.
CREATE TABLE fact (
  name  ${text} NOT NULL PRIMARY KEY,
  value ${text} NOT NULL
) ${keyed};
