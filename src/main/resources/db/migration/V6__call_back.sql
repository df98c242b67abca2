-- Who calls without a number may leave one, to be called back on. It is sealed, and no identity.
ALTER TABLE request ADD COLUMN call_back ${blob};
