SELECT page, name, query, columns, sort, by, at FROM saved_view WHERE page = ? ORDER BY name
