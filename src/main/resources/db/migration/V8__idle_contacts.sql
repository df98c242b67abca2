-- Whose number is to be erased: people we know the number of, the oldest first.
CREATE INDEX contact_known ON contact (created_at) WHERE phone IS NOT NULL;
