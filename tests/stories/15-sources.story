# Sources that did not bring what they should.

STORY Four rows where last month had ten: less than half, the source is stale.
PERIOD 2026-09
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 4        | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 4
EXPECT
  kind         | source
  source_stale | rmm

STORY Exactly half is not less than half.
PERIOD 2026-09
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 5        | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 5
EXPECT

STORY Only the month right before is looked at.
PERIOD 2026-08
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 4        | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 4
EXPECT

STORY A second import of the month takes the place of the first, and the row of the first is gone.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 12
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
  kind        | client | service | difference
  underbilled | C1     | edr     | 2
ASSETS rmm
  account | meter | times
  acme    | agent | 10
EXPECT
