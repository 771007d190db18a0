# Where the number in the PSA has not followed.

STORY September agreed, October counts two more and the PSA stands still: stale since October, and in November still since October.
PERIOD 2026-09
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
PERIOD 2026-10
SAME PSA LINES
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 12
EXPECT
  kind           | client | service | billed | counted | difference | impact | since
  stale_quantity | C1     | edr     | 10     | 12      | 2          | 9.00   | 2026-10
PERIOD 2026-11
SAME PSA LINES
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 13
EXPECT
  kind           | client | service | billed | counted | difference | impact | since
  stale_quantity | C1     | edr     | 10     | 13      | 3          | 13.50  | 2026-10

STORY The PSA moved, but not far enough: plain underbilled.
PERIOD 2026-09
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 11       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 13
EXPECT
  kind        | client | service | billed | counted | difference | impact | since
  underbilled | C1     | edr     | 11     | 13      | 2          | 9.00   | –

STORY It never agreed before: an old difference is not a stale one.
PERIOD 2026-09
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 12
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | difference
  underbilled | C1     | edr     | 2
PERIOD 2026-10
SAME PSA LINES
SAME COUNTS rmm
EXPECT
  kind        | client | service | difference | since
  underbilled | C1     | edr     | 2          | –

STORY A month that could not be verified is stepped over.
PERIOD 2026-09
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
PERIOD 2026-10
SAME PSA LINES
EXPECT
  kind         | client | service | source | billed
  unverified   | C1     | edr     |        | 10
  source_stale |        |         | rmm    |
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 8
EXPECT
  kind           | client | service | billed | counted | difference | impact | since
  stale_quantity | C1     | edr     | 10     | 8       | -2         | -9.00  | 2026-11

STORY It was set right in between: stale begins anew.
PERIOD 2026-08
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
PERIOD 2026-09
SAME PSA LINES
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 12
EXPECT
  kind           | client | service | since
  stale_quantity | C1     | edr     | 2026-09
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 12       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 12
EXPECT
PERIOD 2026-11
SAME PSA LINES
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 13
EXPECT
  kind           | client | service | billed | counted | since
  stale_quantity | C1     | edr     | 12     | 13      | 2026-11

STORY A match by tolerance is not agreement: the month after it is plain underbilled.
PERIOD 2026-09
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 11
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  tolerance: quantity 1
EXPECT
PERIOD 2026-10
SAME PSA LINES
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 13
EXPECT
  kind        | client | service | difference | since
  underbilled | C1     | edr     | 3          | –

STORY Nothing billed and zero counted agreed in September; three in October without a line are stale, not just unbilled.
PERIOD 2026-09
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 0
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  default price: 5 EUR
EXPECT
PERIOD 2026-10
SAME PSA LINES
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 3
EXPECT
  kind           | client | service | billed | counted | impact | since
  stale_quantity | C1     | edr     | 0      | 3       | 15.00  | 2026-10
