ALTER TABLE counter ADD COLUMN step ${integer};
