SELECT h.file, h.at FROM handed_over_row AS r JOIN handed_over AS h ON h.id = r.handed_over_id WHERE r.key = ? ORDER BY h.id DESC LIMIT 1
