# No data is not zero.

STORY The vendor's file did not come: the billed position is unverified, and the source is missing.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
SOURCE rmm
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind         | client | service | source | billed | counted | difference | impact
  unverified   | C1     | edr     |        | 10     | –       | –          | –
  source_stale |        |         | rmm    | –      | –       | –          | –
POSITIONS
  client | service | billed | counted | difference | impact | verified
  C1     | edr     | 10     | –       | –          | –      | no

STORY A client with no account at the vendor is unverified, not zero.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
  C2     | EDR     | 3        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  beta    | agent | used    | 3
LINKS
  rmm beta -> C2
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind       | client | service | billed | counted | impact
  unverified | C1     | edr     | 10     | –       | –

STORY One of two sources is missing: the sum is unknown.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CARE    | 10       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | win   | used    | 10
SOURCE mdm
LINKS
  rmm acme -> C1
  mdm acme -> C1
SERVICE care
  billed by: CARE
  counted by: rmm win used
  counted by: mdm mac used
EXPECT
  kind         | client | service | source | billed | counted
  unverified   | C1     | care    |        | 10     | –
  source_stale |        |         | mdm    |        |

STORY An account at one of two sources is enough where both files came.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CARE    | 10       | 4.50
  C2     | CARE    | 1        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | win   | used    | 11
COUNTS mdm
  account | meter | measure | quantity
  beta    | mac   | used    | 1
LINKS
  rmm acme -> C1
  mdm beta -> C2
SERVICE care
  billed by: CARE
  counted by: rmm win used
  counted by: mdm mac used
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | care    | 10     | 11      | 1          | 4.50

STORY Nothing billed and nothing known: no row.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 0        | 4.50
SOURCE rmm
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind         | source
  source_stale | rmm

STORY Numbers beyond what can be compared are no match: the position is unverified, whatever is billed and counted.
PERIOD 2026-10
PSA LINES
  client | product | quantity    | price
  C1     | EDR     | 50000000000 | 0.0001
  C2     | EDR     | 40000000000 | 0.0001
COUNTS rmm
  account | meter | measure | quantity    | subscription
  acme    | agent | used    | 60000000000 | S1
  bolt    | agent | used    | 30000000000 | S1
  bolt    | agent | used    | 30000000000 | S2
LINKS
  rmm acme -> C1
  rmm bolt -> C2
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind       | client | service | billed      | counted | impact
  unverified | C1     | edr     | 50000000000 | –       | –
  unverified | C2     | edr     | 40000000000 | –       | –
POSITIONS
  client | service | billed      | counted | impact
  C1     | edr     | 50000000000 | –       | –
  C2     | edr     | 40000000000 | –       | –
TRACE C1 edr
  step        | amount      | running
  billed_line | 50000000000 | 50000000000
  counted     | 60000000000 | 60000000000
  too_large   |             |
