INSERT INTO account (source_id, account) VALUES (?, ?)
