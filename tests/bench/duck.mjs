// DuckDB beside us: duck.mjs VERB DATABASE [THREADS] [FOLDER]. load: the CSV files into integer-keyed tables, and counts beforehand.
// seats: reconcile by reading every seat; counts: the same from the counts. Both write the discrepancies to a table.
import { createRequire } from 'node:module';
const { DuckDBInstance } = createRequire(process.env.DUCK_MODULES + '/')('@duckdb/node-api');

const [verb, database, threads = '1', folder = ''] = process.argv.slice(2);
const instance = await DuckDBInstance.create(database, { threads });
const db = await instance.connect();

const classify = `
  SELECT client, service, coalesce(q, 0) AS billed, coalesce(n, 0) AS counted, coalesce(n, 0) - coalesce(q, 0) AS difference,
         (coalesce(n, 0) - coalesce(q, 0)) * coalesce(p, 3.5 + service % 20) AS impact,
         CASE WHEN q IS NULL THEN 'not_billed' WHEN coalesce(n, 0) = 0 THEN 'no_usage' WHEN n > q THEN 'underbilled' ELSE 'overbilled' END AS kind
  FROM counted FULL JOIN (SELECT client, service, sum(quantity) AS q, max(price) AS p FROM line GROUP BY ALL) USING (client, service)
  WHERE coalesce(n, 0) <> coalesce(q, 0)`;

if (verb === 'load') {
  await db.run(`CREATE TABLE seat AS SELECT (substr(account_id, 2, 2)::INT * 2000 + substr(account_id, 5)::INT) AS account,
      substr(meter_id, 2)::INT AS meter, asset_id, asset_name, asset_class = 'server' AS server, (status = 'active') AS active,
      assigned_at, ended_at, last_seen_at
    FROM read_csv('${folder}/assets.csv', header = true, types = {'ended_at': 'DATE', 'assigned_at': 'DATE', 'last_seen_at': 'DATE'})`);
  await db.run(`CREATE TABLE line AS SELECT substr(client_id, 2)::INT AS client, substr(product_id, 2)::INT AS service,
      quantity::DECIMAL(18, 4) AS quantity, unit_price::DECIMAL(18, 4) AS price, line_id, agreement_id
    FROM read_csv('${folder}/lines.csv', header = true)`);
  await db.run(`CREATE TABLE link AS SELECT (substr(account_id, 2, 2)::INT * 2000 + substr(account_id, 5)::INT) AS account,
      substr(client_id, 2)::INT AS client FROM read_csv('${folder}/links.csv', header = true)`);
  await db.run(`CREATE TABLE tally AS SELECT account, meter, count(*) AS n FROM seat
    WHERE active AND assigned_at <= DATE '2026-10-31' AND (ended_at IS NULL OR ended_at >= DATE '2026-10-31') GROUP BY ALL`);
  await db.run('CHECKPOINT');
} else {
  const counted = verb === 'seats'
    ? `SELECT client, meter AS service, count(*) AS n FROM seat JOIN link USING (account)
       WHERE active AND assigned_at <= DATE '2026-10-31' AND (ended_at IS NULL OR ended_at >= DATE '2026-10-31') GROUP BY ALL`
    : 'SELECT client, meter AS service, sum(n) AS n FROM tally JOIN link USING (account) GROUP BY ALL';
  await db.run(`CREATE OR REPLACE TABLE discrepancy AS WITH counted AS (${counted}) ${classify}`);
  const rows = await db.runAndReadAll("SELECT kind, count(*)::INT AS n, sum(impact)::VARCHAR AS money FROM discrepancy GROUP BY kind ORDER BY kind");
  console.log(JSON.stringify(rows.getRowObjectsJson()));
}
db.closeSync();
instance.closeSync();
