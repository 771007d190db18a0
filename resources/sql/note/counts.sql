SELECT key, COUNT(*) FROM note WHERE period = ? AND key <> '' GROUP BY key
