# Differences that are small enough.

STORY One device more is within a tolerance of one.
PERIOD 2026-10
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
POSITIONS
  client | service | billed | counted | difference | impact
  C1     | edr     | 10     | 11      | 1          | 4.50

STORY Two devices more are not.
PERIOD 2026-10
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
  tolerance: quantity 1
EXPECT
  kind        | client | service | difference | impact
  underbilled | C1     | edr     | 2          | 9.00

STORY Five percent of 40 are 2: two fewer match, and the larger of the two tolerances counts.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 38
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  tolerance: quantity 1, percent 5
EXPECT

STORY Percent of nothing billed is nothing.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 0        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 1
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  tolerance: percent 50
EXPECT
  kind        | client | service | difference | impact
  underbilled | C1     | edr     | 1          | 4.50

STORY A money tolerance of 9 takes an impact of exactly 9.
PERIOD 2026-10
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
  tolerance: money 9
EXPECT

STORY The money tolerance looks at the impact before rounding: 5.004 is more than 5.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 5.004
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 11
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  tolerance: money 5
EXPECT
  kind        | client | service | difference | impact
  underbilled | C1     | edr     | 1          | 5.00

STORY A money tolerance says nothing where the money is unknown.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       |
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 11
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  tolerance: money 1000
EXPECT
  kind        | client | service | difference | impact
  underbilled | C1     | edr     | 1          | –
