DELETE FROM saved_view WHERE page = ? AND name = ?
