INSERT INTO batch_account (batch_id, account_id, name, domain) VALUES (?, ?, ?, ?)
