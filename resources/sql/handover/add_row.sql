INSERT INTO handed_over_row (handed_over_id, key) VALUES (?, ?)
