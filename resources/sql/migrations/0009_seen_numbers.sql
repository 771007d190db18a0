-- Version 9: a decision also remembers the numbers that only some kinds have, so that it is outdated when they move: costs, the end of a
-- commitment, the rows of a source. Decisions made before did not see them.

ALTER TABLE discrepancy ADD COLUMN rows INTEGER;

ALTER TABLE decision ADD COLUMN seen_other_amount INTEGER;

ALTER TABLE decision ADD COLUMN seen_line_cost INTEGER;

ALTER TABLE decision ADD COLUMN seen_until INTEGER;

ALTER TABLE decision ADD COLUMN seen_rows INTEGER;
