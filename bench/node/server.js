// The natural alternative: express, the carrier's own validator and better-sqlite3, as a good engineer would
// write it in an afternoon. It reads one need and a ZIP from a text by pattern, stores the turn in one
// transaction with synchronous=FULL, and answers only after the commit. It neither encrypts nor understands.
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import express from 'express';
import twilio from 'twilio';

const token = process.env.TWILIO_AUTH_TOKEN;
const publicUrl = process.env.NEIGHBORLINE_PUBLIC_URL;

const database = new Database(process.env.BENCH_DATABASE);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(`
  CREATE TABLE inbound (sid TEXT PRIMARY KEY, contact_id INTEGER, at INTEGER NOT NULL, words TEXT, reply TEXT)
    STRICT, WITHOUT ROWID;
  CREATE TABLE contact (id INTEGER PRIMARY KEY, phone TEXT NOT NULL UNIQUE, language TEXT, seen_at INTEGER NOT NULL)
    STRICT;
  CREATE TABLE conversation (contact_id INTEGER PRIMARY KEY, state TEXT NOT NULL, changed_at INTEGER NOT NULL) STRICT;
  CREATE TABLE request (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, contact_id INTEGER NOT NULL,
    need TEXT NOT NULL, zip TEXT NOT NULL, status TEXT NOT NULL, words TEXT, created_at INTEGER NOT NULL) STRICT;
  CREATE INDEX request_contact ON request (contact_id);
  CREATE TABLE event (id INTEGER PRIMARY KEY, request_id INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL)
    STRICT;
  CREATE INDEX event_request ON event (request_id);
  CREATE TABLE timer (subject TEXT PRIMARY KEY, due INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX timer_due ON timer (due);
`);

const known = database.prepare('SELECT reply FROM inbound WHERE sid = ?');
const saveInbound = database.prepare('INSERT INTO inbound VALUES (?, ?, ?, ?, ?)');
const saveContact = database.prepare(
  `INSERT INTO contact (phone, language, seen_at) VALUES (?, 'en', ?)
   ON CONFLICT (phone) DO UPDATE SET seen_at = excluded.seen_at RETURNING id`,
);
const saveConversation = database.prepare(
  `INSERT INTO conversation VALUES (?, ?, ?)
   ON CONFLICT (contact_id) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at`,
);
const saveRequest = database.prepare(
  `INSERT INTO request (code, contact_id, need, zip, status, words, created_at) VALUES (?, ?, ?, ?, 'open', ?, ?)`,
);
const saveEvent = database.prepare('INSERT INTO event (request_id, at, kind) VALUES (?, ?, ?)');
const saveTimer = database.prepare('INSERT INTO timer VALUES (?, ?)');

const needs = [
  ['groceries', /grocer|food|meal|water|formula/i],
  ['medicine', /medicine|prescription|pharmacy/i],
  ['supplies', /diaper|mask|cloth|blanket|soap/i],
  ['transport', /ride|deliver|errand/i],
];

const turn = database.transaction((text) => {
  const before = known.get(text.MessageSid);
  if (before) return before.reply;
  const now = Date.now();
  const { id: contact } = saveContact.get(text.From, now);
  const need = needs.find(([, words]) => words.test(text.Body))?.[0];
  const zip = /\b1[01]\d{3}\b/.exec(text.Body)?.[0];
  let reply = need ? 'Where are you? Text a ZIP code.' : 'What do you need?';
  let state = { step: need ? 'place' : 'need', need };
  if (need && zip) {
    const code = createHash('sha1').update(text.MessageSid).digest('hex').slice(0, 12);
    const { lastInsertRowid: request } = saveRequest.run(code, contact, need, zip, text.Body, now);
    saveEvent.run(request, now, 'opened');
    saveTimer.run(`request:${request}`, now + 300_000);
    reply = `Neighborline: ${need} near ${zip}. Right? 1 yes, 2 no. Free. No name, no papers.`;
    state = { step: 'read-back', need, zip, request: String(request) };
  }
  saveConversation.run(contact, JSON.stringify(state), now);
  saveInbound.run(text.MessageSid, contact, now, text.Body, reply);
  return reply;
});

const app = express();
app.disable('x-powered-by');
app.use(express.urlencoded({ extended: false }));
app.post('/twilio/message', (request, response) => {
  const signature = request.get('x-twilio-signature') ?? '';
  if (!twilio.validateRequest(token, signature, publicUrl + request.originalUrl, request.body)) {
    response.sendStatus(403);
    return;
  }
  const answer = new twilio.twiml.MessagingResponse();
  answer.message(turn.immediate(request.body));
  response.type('text/xml').send(answer.toString());
});

app.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
