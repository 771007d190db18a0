INSERT INTO meter (source_id, meter) VALUES (?, ?)
