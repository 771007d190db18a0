INSERT INTO batch_file (batch_id, ordinal, name, sha256, bytes, layout, rows_in, rows_kept, rows_rejected, pages, declared_total)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
