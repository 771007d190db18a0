DELETE FROM layout_profile WHERE name = ?
