# Which billed lines are active, and what a line covers.

STORY A line cancelled on the as-of day no longer bills.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | cancelled
  C1     | EDR     | 5        | 4.50  | 2026-10-31
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 5
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  default price: 6 EUR
EXPECT
  kind       | client | service | billed | counted | difference | price | impact
  not_billed | C1     | edr     | 0      | 5       | 5          | 6     | 30.00

STORY A line cancelled the day after the as-of day still bills.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | cancelled
  C1     | EDR     | 5        | 4.50  | 2026-11-01
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 5
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT

STORY A line that becomes effective next month does not bill yet; one effective on the as-of day does.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | effective
  C1     | EDR     | 5        | 4.50  | 2026-11-01
  C1     | EDR     | 2        | 4.50  | 2026-10-31
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 7
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | edr     | 2      | 7       | 5          | 22.50

STORY An agreement that ended yesterday bills nothing; one that ends today still does.
PERIOD 2026-10
PSA LINES
  client | agreement | end        | product | quantity | price
  C1     | old       | 2026-10-30 | EDR     | 5        | 4.50
  C1     | new       | 2026-10-31 | EDR     | 3        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 3
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT

STORY An agreement that starts tomorrow bills nothing.
PERIOD 2026-10
PSA LINES
  client | agreement | start      | product | quantity | price
  C1     | next      | 2026-11-01 | EDR     | 5        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 5
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind       | client | service | billed | counted | difference | price | impact
  not_billed | C1     | edr     | 0      | 5       | 5          | –     | –

STORY The user's as-of day decides, not the month's last day.
PERIOD 2026-10 as of 2026-10-15
PSA LINES
  client | product | quantity | price | cancelled
  C1     | EDR     | 5        | 4.50  | 2026-10-20
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 5
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT

STORY A line that is not billable covers its units all the same.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | billable
  C1     | EDR     | 5        | 4.50  | true
  C1     | EDR     | 3        | 4.50  | false
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 8
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT

STORY A line that is not billable gives no price: the default price is taken.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | billable
  C1     | EDR     | 5        | 4.50  | no
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 7
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  default price: 6 EUR
EXPECT
  kind        | client | service | billed | counted | difference | price | impact
  underbilled | C1     | edr     | 5      | 7       | 2          | 6     | 12.00

STORY A five-pack covers five: 3 singles and 2 packs bill 13 seats, one more is counted.
PERIOD 2026-10
PSA LINES
  client | product  | quantity | price
  C1     | EDR      | 3        | 4.50
  C1     | FIVEPACK | 2        | 20
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 14
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR, FIVEPACK each 5
  counted by: rmm agent used
EXPECT
  kind        | client | service | billed | counted | difference | price | impact
  underbilled | C1     | edr     | 13     | 14      | 1          | 4.50  | 4.50

STORY Where only packs are billed there is no line to adjust: the default price is taken.
PERIOD 2026-10
PSA LINES
  client | product  | quantity | price
  C1     | FIVEPACK | 2        | 20
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 12
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR, FIVEPACK each 5
  counted by: rmm agent used
  default price: 4.20 EUR
EXPECT
  kind        | client | service | billed | counted | difference | price | impact
  underbilled | C1     | edr     | 10     | 12      | 2          | 4.20  | 8.40

STORY A bundle bills two services at once, one seat of each.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | SECURE  | 10       | 12
COUNTS rmm
  account | meter  | measure | quantity
  acme    | agent  | used    | 11
  acme    | backup | used    | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: SECURE
  counted by: rmm agent used
SERVICE backup
  billed by: SECURE
  counted by: rmm backup used
EXPECT
  kind        | client | service | billed | counted | difference | price | impact
  underbilled | C1     | edr     | 10     | 11      | 1          | 12    | 12.00

STORY Half a unit each: three half-day lines cover one and a half days.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | HALFDAY | 3        | 300
COUNTS desk
  account | meter | measure | quantity
  acme    | days  | used    | 2
LINKS
  desk acme -> C1
SERVICE onsite
  billed by: HALFDAY each 0.5
  counted by: desk days used
  default price: 550 EUR
EXPECT
  kind        | client | service | billed | counted | difference | price | impact
  underbilled | C1     | onsite  | 1.5    | 2       | 0.5        | 550   | 275.00
