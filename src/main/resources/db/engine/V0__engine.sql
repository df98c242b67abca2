-- One node at a time holds a lease: a sending number's outbox, or the timers.
CREATE TABLE lease (
  name  ${text} NOT NULL PRIMARY KEY,
  owner ${text} NOT NULL,
  until ${instant} NOT NULL
) ${keyed};

-- A sealed word that only the right key opens, so that a wrong key stops the start.
CREATE TABLE key_proof (
  name   ${text} NOT NULL PRIMARY KEY,
  sealed ${blob} NOT NULL
) ${keyed};
