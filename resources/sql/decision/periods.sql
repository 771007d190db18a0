SELECT DISTINCT period FROM decision ORDER BY period
