INSERT INTO unread (batch_id, account_id, meter_id, reason, where_absent) VALUES (?, ?, ?, ?, ?)
