-- How often in a row a lead left a question without an answer: only the last ones are looked at.
CREATE INDEX dispatch_silent ON dispatch (contact_id, id) WHERE status = 'SILENT';
CREATE INDEX dispatch_answered ON dispatch (contact_id, id)
 WHERE status IN ('TAKEN', 'PASSED', 'RETURNED', 'UNHELPED', 'DONE');
