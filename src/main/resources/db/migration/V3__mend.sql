-- Which process took a text by its webhook, until its answer is known to be out; and the carrier's
-- error when that answer did not arrive.
ALTER TABLE inbound ADD COLUMN node ${text};
ALTER TABLE inbound ADD COLUMN error ${integer};

-- What the carrier still holds of erased words: all texts with a phone until a moment, or one text by
-- its sid. The sealed number goes when the carrier's copies are gone.
CREATE TABLE redaction (
  id       ${id},
  phone    ${blob},
  sid      ${text},
  until    ${instant} NOT NULL,
  next_at  ${instant} NOT NULL,
  attempts ${integer} NOT NULL
) ${strict};
