CREATE TABLE counter (
  id    ${id},
  name  ${text} NOT NULL UNIQUE,
  value ${integer} NOT NULL
) ${strict};

CREATE TABLE note (
  id    ${fresh_id},
  words ${blob} NOT NULL,
  at    ${instant} NOT NULL,
  seen  ${flag} NOT NULL,
  share ${real},
  kind  ${text}
) ${strict};
