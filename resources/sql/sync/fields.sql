SELECT field FROM source_secret WHERE source_id = ? ORDER BY field
