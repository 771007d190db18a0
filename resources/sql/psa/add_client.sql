INSERT INTO batch_client (batch_id, client, name, parent, roll_up) VALUES (?, ?, ?, ?, ?)
