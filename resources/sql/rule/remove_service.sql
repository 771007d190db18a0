DELETE FROM service WHERE id = ?
