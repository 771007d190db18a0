INSERT INTO layout_profile (name, json) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET json = excluded.json
