SELECT coalesce(a.account, ''), coalesce(m.meter, ''), u.reason, u.where_absent
FROM unread u
    LEFT JOIN account a ON a.id = u.account_id
    LEFT JOIN meter m ON m.id = u.meter_id
WHERE u.batch_id = ?
ORDER BY 1, 2, 3
