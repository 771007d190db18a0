# Devices that were not seen for long, and what the vendor charges.

STORY Two of five devices were last seen more than 30 days ago: told, and still counted.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 5        | 4.50
ASSETS rmm
  account | meter | seen       | times
  acme    | agent | 2026-10-30 | 2
  acme    | agent | 2026-09-30 | 2
  acme    | agent |            | 1
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
  stale after days: 30
EXPECT
  kind        | client | service | quantity
  stale_usage | C1     | edr     | 2
POSITIONS
  client | service | billed | counted
  C1     | edr     | 5      | 5

STORY Seen exactly 30 days ago is not too long ago.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 1        | 4.50
ASSETS rmm
  account | meter | seen
  acme    | agent | 2026-10-01
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
  stale after days: 30
EXPECT

STORY Without a limit of days nobody looks at last seen.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 1        | 4.50
ASSETS rmm
  account | meter | seen
  acme    | agent | 2024-01-01
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT

STORY A device that is not counted is not stale either.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 1        | 4.50
ASSETS rmm
  account | meter | class   | seen
  acme    | agent | printer | 2024-01-01
  acme    | agent | server  | 2026-10-30
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets, class server
  stale after days: 30
EXPECT

STORY The vendor charges 3.00 where the line says 2.50.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | cost
  C1     | M365    | 10       | 4.50  | 2.50
COUNTS m365
  account | meter | measure   | quantity | cost
  tenant  | BP    | purchased | 10       | 3.00
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP purchased
EXPECT
  kind          | client | service | vendor_unit_cost | line_unit_cost
  cost_mismatch | C1     | m365    | 3.00             | 2.50

STORY A cent more is within the usual tolerance of cost.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | cost
  C1     | M365    | 10       | 4.50  | 2.50
COUNTS m365
  account | meter | measure   | quantity | cost
  tenant  | BP    | purchased | 10       | 2.51
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP purchased
EXPECT

STORY The cost is as the line says, but above the price: sold at a loss.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | cost
  C1     | M365    | 10       | 4.50  | 5.00
COUNTS m365
  account | meter | measure   | quantity | cost
  tenant  | BP    | purchased | 10       | 5.00
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP purchased
EXPECT
  kind          | client | service | vendor_unit_cost | line_unit_cost
  cost_mismatch | C1     | m365    | 5.00             | 5.00

STORY An annual line costs a twelfth a month: 30 a year are 2.50.
PERIOD 2026-10
PSA LINES
  client | cycle  | product | quantity | price | cost
  C1     | annual | M365    | 10       | 60    | 30
COUNTS m365
  account | meter | measure   | quantity | cost
  tenant  | BP    | purchased | 10       | 2.50
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP purchased
EXPECT

STORY The largest of several unit costs is looked at.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | cost
  C1     | M365    | 10       | 4.50  | 2.50
COUNTS m365
  account | meter | measure   | quantity | cost
  tenant  | BP    | purchased | 8        | 2.50
  tenant  | BP    | purchased | 2        | 2.80
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP purchased
EXPECT
  kind          | client | service | vendor_unit_cost
  cost_mismatch | C1     | m365    | 2.80

STORY Costs in another currency cannot be compared.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | cost
  C1     | M365    | 10       | 4.50  | 2.50
COUNTS m365
  account | meter | measure   | quantity | cost | currency
  tenant  | BP    | purchased | 10       | 9    | USD
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP purchased
EXPECT

STORY Where one count is several units, or two meters count, costs are not compared.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | cost
  C1     | PAIR    | 20       | 4.50  | 2.50
  C1     | BOTH    | 20       | 4.50  | 2.50
COUNTS m365
  account | meter | measure   | quantity | cost
  tenant  | BP    | purchased | 10       | 9
  tenant  | BS    | purchased | 10       | 9
LINKS
  m365 tenant -> C1
SERVICE pair
  billed by: PAIR
  counted by: m365 BP purchased, each 2
SERVICE both
  billed by: BOTH
  counted by: m365 BP purchased
  counted by: m365 BS purchased
EXPECT
