SELECT detail FROM event WHERE what IN ('import', 'sync') ORDER BY sequence
