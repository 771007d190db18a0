SELECT p.client, p.packed, t.packed
FROM position p LEFT JOIN position_trace t ON t.period = p.period AND t.client = p.client
WHERE p.period = ? AND p.client = ?
