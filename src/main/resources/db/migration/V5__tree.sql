-- How often in a row a lead left a question without an answer: only the last ones are looked at.
CREATE INDEX dispatch_silent ON dispatch (contact_id, id) WHERE status = 'SILENT';
CREATE INDEX dispatch_answered ON dispatch (contact_id, id)
 WHERE status IN ('TAKEN', 'PASSED', 'RETURNED', 'UNHELPED', 'DONE');

-- What a lead noted about a request that is over; it goes when the request's words go.
CREATE TABLE note (
  id         ${id},
  request_id ${integer} NOT NULL REFERENCES request (id),
  contact_id ${integer} NOT NULL,
  at         ${instant} NOT NULL,
  words      ${blob}
) ${strict};
CREATE INDEX note_request ON note (request_id);
