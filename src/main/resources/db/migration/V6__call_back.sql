-- Who calls without a number may leave one, to be called back on. It is sealed, and no identity.
ALTER TABLE request ADD COLUMN call_back ${blob};

-- What erasure looks for has a person, or the number that a caller left.
DROP INDEX request_ended_at;
CREATE INDEX request_ended_at ON request (ended_at) WHERE contact_id IS NOT NULL OR call_back IS NOT NULL;
