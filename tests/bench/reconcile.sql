-- Pure SQL in sqlite3 over the imported files: counts first, then two joins (a FULL JOIN of two grouped queries takes minutes).
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TEMP TABLE counted (client TEXT, meter TEXT, n INTEGER, PRIMARY KEY (client, meter)) WITHOUT ROWID;
INSERT INTO counted SELECT link.client_id, a.meter_id, sum(a.n) FROM
  (SELECT account_id, meter_id, count(*) AS n FROM asset WHERE status = 'active' AND assigned_at <= '2026-10-31'
     AND (ended_at = '' OR ended_at >= '2026-10-31') GROUP BY account_id, meter_id) AS a
  JOIN link ON link.account_id = a.account_id GROUP BY 1, 2;
CREATE TEMP TABLE billed (client TEXT, meter TEXT, q REAL, price REAL, PRIMARY KEY (client, meter)) WITHOUT ROWID;
INSERT INTO billed SELECT client_id, 'M' || substr(product_id, 2), sum(quantity), max(unit_price + 0) FROM line GROUP BY 1, 2;
DROP TABLE IF EXISTS discrepancy;
CREATE TABLE discrepancy AS
  SELECT b.client, b.meter, b.q AS billed, coalesce(c.n, 0) AS counted, (coalesce(c.n, 0) - b.q) * b.price AS impact,
    CASE WHEN coalesce(c.n, 0) = 0 THEN 'no_usage' WHEN c.n > b.q THEN 'underbilled' ELSE 'overbilled' END AS kind
  FROM billed AS b LEFT JOIN counted AS c USING (client, meter) WHERE coalesce(c.n, 0) <> b.q
  UNION ALL
  SELECT c.client, c.meter, 0, c.n, c.n * (3.5 + substr(c.meter, 2) % 20), 'not_billed'
  FROM counted AS c LEFT JOIN billed AS b USING (client, meter) WHERE b.client IS NULL;
SELECT kind, count(*) FROM discrepancy GROUP BY kind ORDER BY kind;
