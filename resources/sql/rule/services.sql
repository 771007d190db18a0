SELECT id, definition FROM service ORDER BY ordinal, id
