INSERT INTO batch_agreement (batch_id, ordinal, agreement, client, name, starts, ends, months) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
