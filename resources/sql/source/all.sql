SELECT id, name, side, connector, settings, added_at, removed_at FROM source ORDER BY id
