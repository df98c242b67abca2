-- Which process took a text by its webhook ('' when it is answered otherwise, nothing for a call), and
-- the carrier's error when the answer did not arrive.
ALTER TABLE inbound ADD COLUMN node ${text};
ALTER TABLE inbound ADD COLUMN error ${integer};
