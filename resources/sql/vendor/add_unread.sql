INSERT INTO unread (batch_id, account_id, meter_id, reason) VALUES (?, ?, ?, ?)
