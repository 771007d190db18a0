# The four kinds that come from billed and counted alone.

STORY Forty are billed and 47 are counted: seven are not billed, 31.50 a month.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40       | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
  kind        | client | service | billed | counted | difference | price | currency | impact | estimate | since | until | state
  underbilled | C1     | edr     | 40     | 47      | 7          | 4.50  | EUR      | 31.50  | no       | –     | –     | open
POSITIONS
  client | service | billed | counted | difference | price | currency | impact | verified
  C1     | edr     | 40     | 47      | 7          | 4.50  | EUR      | 31.50  | yes

STORY Fifty are billed and 47 are counted: the client pays 13.50 too much.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 50       | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
  kind       | client | service | billed | counted | difference | impact
  overbilled | C1     | edr     | 50     | 47      | -3         | -13.50

STORY Three devices run and no line bills them: not billed, at the service's default price.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 9
ASSETS rmm
  account | meter | times
  acme    | agent | 3
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
  default price: 5 EUR
EXPECT
  kind       | client | service | billed | counted | difference | price | impact
  not_billed | C1     | edr     | 0      | 3       | 3          | 5     | 15.00

STORY Five are billed and the vendor states zero: no usage, 22.50 too much.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 5        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 0
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind     | client | service | billed | counted | difference | impact
  no_usage | C1     | edr     | 5      | 0       | -5         | -22.50

STORY A linked account that the vendor no longer mentions counts zero, because the vendor's file did come.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 5        | 4.50
  C2     | EDR     | 2        | 4.50
ASSETS rmm
  account | meter | times
  beta    | agent | 2
LINKS
  rmm acme -> C1
  rmm beta -> C2
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
  kind     | client | service | billed | counted | difference | impact
  no_usage | C1     | edr     | 5      | 0       | -5         | -22.50

STORY Billed and counted agree: nothing to do.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 47       | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
POSITIONS
  client | service | billed | counted | difference | impact
  C1     | edr     | 47     | 47      | 0          | 0.00

STORY A line with quantity zero is still a line: the client is underbilled, not unbilled.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 0        | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 2
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | edr     | 0      | 2       | 2          | 9.00

STORY Several lines of several products add up.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
  C1     | EDR     | 5        | 4.00
  C1     | EDR-OLD | 3        | 2.00
ASSETS rmm
  account | meter | times
  acme    | agent | 20
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR, EDR-OLD
  counted by: rmm agent assets
EXPECT
  kind        | client | service | billed | counted | difference | price | impact
  underbilled | C1     | edr     | 18     | 20      | 2          | 4.50  | 9.00

STORY Quarter hours are exact: 12.25 billed, 12.75 used, half an hour at 80.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | HOUR    | 12.25    | 80
COUNTS desk
  account | meter | measure | quantity
  acme    | time  | used    | 12.75
LINKS
  desk acme -> C1
SERVICE support
  billed by: HOUR
  counted by: desk time used
  pack: 0
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | support | 12.25  | 12.75   | 0.5        | 40.00
