INSERT INTO meter (source_id, meter) VALUES (?, ?) ON CONFLICT DO NOTHING
