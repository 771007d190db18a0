SELECT id, name, side, connector, settings, added_at, removed_at FROM source WHERE removed_at IS NULL AND name = ?
