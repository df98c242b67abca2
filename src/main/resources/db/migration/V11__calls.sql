-- A row that asks for a call instead of a text: about which request.
ALTER TABLE outbox ADD COLUMN about ${text};

-- What callers said is fetched from the carrier, then deleted there; next_at is when that is tried next.
ALTER TABLE recording ADD COLUMN next_at ${instant};
ALTER TABLE recording ADD COLUMN attempts ${integer} NOT NULL DEFAULT 0;
UPDATE recording SET next_at = at;
CREATE INDEX recording_due ON recording (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX recording_request ON recording (request_id);

-- The sound itself, sealed; it goes when the request's words go.
CREATE TABLE sound (
  id    ${id},
  sid   ${text} NOT NULL UNIQUE,
  bytes ${blob} NOT NULL
) ${strict};
