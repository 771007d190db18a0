INSERT INTO batch_meter (batch_id, meter_id, name) VALUES (?, ?, ?)
