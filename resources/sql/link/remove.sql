DELETE FROM account_link
WHERE account = ? AND source_id = (SELECT id FROM source WHERE name = ? AND removed_at IS NULL)
