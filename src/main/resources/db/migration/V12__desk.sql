-- Whom the desk muted, by the code it named them with; it stays when the number goes.
ALTER TABLE contact ADD COLUMN muted ${text};
CREATE INDEX contact_muted ON contact (muted) WHERE muted IS NOT NULL;

-- What a coordinator lists: what nobody has yet.
CREATE INDEX request_waiting ON request (created_at)
 WHERE status IN ('DISPATCHING', 'HELD', 'UNMET') AND substr(code, 1, 7) <> 'erased ';

-- What erasure looks for has its name still, whether or not there is a number.
DROP INDEX request_ended_at;
CREATE INDEX request_ended_at ON request (ended_at) WHERE substr(code, 1, 7) <> 'erased ';

-- How often each need was a gap lately.
CREATE INDEX gap_at ON gap (at);
