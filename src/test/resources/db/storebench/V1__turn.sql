CREATE TABLE inbound (
  key   ${text} NOT NULL PRIMARY KEY,
  words ${blob} NOT NULL,
  reply ${blob} NOT NULL,
  at    ${instant} NOT NULL
) ${keyed};

CREATE TABLE conversation (
  contact ${blob} NOT NULL PRIMARY KEY,
  step    ${text} NOT NULL,
  turn    ${integer} NOT NULL,
  state   ${blob} NOT NULL
) ${keyed};

CREATE TABLE request (
  id      ${id},
  code    ${text} NOT NULL,
  contact ${blob} NOT NULL,
  words   ${blob} NOT NULL,
  at      ${instant} NOT NULL
) ${strict};

CREATE TABLE outbox (
  id      ${id},
  contact ${blob} NOT NULL,
  body    ${blob} NOT NULL,
  due     ${instant} NOT NULL
) ${strict};

CREATE TABLE timer (
  subject ${text} NOT NULL PRIMARY KEY,
  due     ${instant} NOT NULL
) ${keyed};
