INSERT INTO batch_account_pack (batch_id, packed) VALUES (?, ?)
