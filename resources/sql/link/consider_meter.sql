DELETE FROM ignored_meter
WHERE meter = ? AND source_id = (SELECT id FROM source WHERE name = ? AND removed_at IS NULL)
