-- Version 8: a charge may be for a cycle that ends months later (an annual term paid once a year), and the months between state nothing:
-- until when a count was charged, and gaps that are gaps only where nothing else states the meter.

ALTER TABLE batch_count ADD COLUMN charged_until INTEGER;

ALTER TABLE unread ADD COLUMN where_absent INTEGER NOT NULL DEFAULT 0;
