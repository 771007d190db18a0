SELECT name, side FROM source WHERE removed_at IS NULL ORDER BY name
