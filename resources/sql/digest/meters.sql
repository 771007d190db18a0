SELECT b.meter_id, m.meter, b.name FROM batch_meter b JOIN meter m ON m.id = b.meter_id WHERE b.batch_id = ? ORDER BY b.meter_id
