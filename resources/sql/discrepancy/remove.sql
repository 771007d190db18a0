DELETE FROM discrepancy WHERE period = ? AND key = ?
