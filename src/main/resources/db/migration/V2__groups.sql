-- What a turn asks of years of dispatches and requests: only those that are open, or due, are looked at.
CREATE INDEX dispatch_open_contact ON dispatch (contact_id) WHERE status IN ('QUEUED', 'ASKED', 'TAKEN');
CREATE INDEX dispatch_open_group ON dispatch (group_id) WHERE status IN ('QUEUED', 'ASKED', 'TAKEN');
CREATE INDEX dispatch_open_lead ON dispatch (lead_id) WHERE status IN ('QUEUED', 'ASKED', 'TAKEN');
CREATE INDEX request_look_at ON request (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX request_ended_at ON request (ended_at) WHERE contact_id IS NOT NULL;

-- Erasure looks only at rows that still hold words, and a turn's FORGET ME at one person's.
CREATE INDEX inbound_words ON inbound (at) WHERE words IS NOT NULL OR reply IS NOT NULL;
CREATE INDEX outbox_words ON outbox (created_at) WHERE body IS NOT NULL;
CREATE INDEX conversation_contact ON conversation (contact_id);
CREATE INDEX conversation_call ON conversation (changed_at) WHERE substr(key, 1, 2) = 'v:';
CREATE INDEX offer_contact ON offer (contact_id);
