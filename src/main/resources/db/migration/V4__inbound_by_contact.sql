-- Events lie beside their person's others: with the random key first, every text dirtied a page of its own.
-- Who has no number is contact 0.
CREATE TABLE inbound_by_contact (
  contact_id ${integer} NOT NULL,
  key        ${blob} NOT NULL,
  at         ${instant} NOT NULL,
  words      ${blob},
  reply      ${blob},
  node       ${text},
  error      ${integer},
  PRIMARY KEY (contact_id, key)
) ${keyed};
INSERT INTO inbound_by_contact (contact_id, key, at, words, reply, node, error)
  SELECT COALESCE(contact_id, 0), key, at, words, reply, node, error FROM inbound;
DROP TABLE inbound;
ALTER TABLE inbound_by_contact RENAME TO inbound;

-- What still has to be erased, the oldest first.
CREATE INDEX inbound_words ON inbound (at) WHERE words IS NOT NULL OR reply IS NOT NULL;

-- Texts have their person in their key, and calls are few.
DROP INDEX conversation_contact;
