# One thing counted twice, one line billed twice.

STORY One name twice at one client: counted twice and told.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 3        | 4.50
ASSETS rmm
  account | meter | id | name
  acme    | agent | 1  | PC-1
  acme    | agent | 2  | pc-1
  acme    | agent | 3  | pc-2
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
  kind           | service | asset
  duplicate_seat | edr     | pc-1

STORY Looked at by id, two machines of one name are two machines.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 2        | 4.50
ASSETS rmm
  account | meter | id | name
  acme    | agent | 1  | pc-1
  acme    | agent | 2  | pc-1
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
  distinct by: id
EXPECT

STORY Devices without a name are no duplicates of each other.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 2        | 4.50
ASSETS rmm
  account | meter | id | name
  acme    | agent | 1  | –
  acme    | agent | 2  | –
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT

STORY An asset that does not count is no duplicate.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 1        | 4.50
ASSETS rmm
  account | meter | id | name | ended
  acme    | agent | 1  | pc-1 | 2026-08-01
  acme    | agent | 2  | pc-1 |
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT

STORY Where two meters are summed, a device in both is billed twice and told.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CARE    | 3        | 10
ASSETS rmm
  account | meter | name
  acme    | agent | pc-1
  acme    | agent | pc-2
ASSETS edr
  account | meter  | name
  acme    | sensor | pc-1
LINKS
  rmm acme -> C1
  edr acme -> C1
SERVICE care
  billed by: CARE
  counted by: rmm agent assets
  counted by: edr sensor assets
EXPECT
  kind           | service | asset
  duplicate_seat | care    | pc-1

STORY With distinct or max a device in two meters is no duplicate.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CARE    | 2        | 10
  C1     | WATCH   | 2        | 10
ASSETS rmm
  account | meter | name
  acme    | agent | pc-1
  acme    | agent | pc-2
ASSETS edr
  account | meter  | name
  acme    | sensor | pc-1
LINKS
  rmm acme -> C1
  edr acme -> C1
SERVICE care
  combine: distinct
  billed by: CARE
  counted by: rmm agent assets
  counted by: edr sensor assets
SERVICE watch
  combine: max
  billed by: WATCH
  counted by: rmm agent assets
  counted by: edr sensor assets
EXPECT

STORY The same device at two clients is told once, even where keys are distinct.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 1        | 4.50
  C2     | EDR     | 2        | 4.50
ASSETS rmm
  account | meter | name
  acme    | agent | pc-1
  beta    | agent | PC-1
  beta    | agent | pc-2
LINKS
  rmm acme -> C1
  rmm beta -> C2
SERVICE edr
  combine: distinct
  billed by: EDR
  counted by: rmm agent assets
EXPECT
  kind           | service | asset | client
  duplicate_seat | edr     | pc-1  | –

STORY The same product, quantity and price in two agreements of one client: billed twice.
PERIOD 2026-10
PSA LINES
  client | agreement | product | quantity | price
  C1     | one       | EDR     | 10       | 4.50
  C1     | two       | EDR     | 10       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind           | client | service | product | billed | counted | difference | impact
  duplicate_line | C1     |         | EDR     |        |         |            |
  overbilled     | C1     | edr     |         | 20     | 10      | -10        | -45.00

STORY Another quantity, another price, the same agreement or another client: no duplicate lines.
PERIOD 2026-10
PSA LINES
  client | agreement | product | quantity | price
  C1     | one       | P1      | 10       | 4
  C1     | two       | P1      | 11       | 4
  C1     | one       | P2      | 10       | 4
  C1     | two       | P2      | 10       | 5
  C1     | one       | P3      | 10       | 4
  C1     | one       | P3      | 10       | 4
  C2     | three     | P4      | 10       | 4
  C1     | one       | P4      | 10       | 4
SERVICE none
  billed by: OTHER
  counted by: psa2 x used
SOURCE psa2
EXPECT
  kind         | source
  source_stale | psa2

STORY A line that was cancelled is no duplicate.
PERIOD 2026-10
PSA LINES
  client | agreement | product | quantity | price | cancelled
  C1     | one       | EDR     | 10       | 4.50  | 2026-09-30
  C1     | two       | EDR     | 10       | 4.50  |
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT

STORY A branch that is rolled up has lines of its own: the same line at parent and branch is no duplicate.
PERIOD 2026-10
PSA LINES
  client | parent | roll_up | product | quantity | price
  HQ     |        | no      | EDR     | 10       | 4.50
  BRANCH | HQ     | yes     | EDR     | 10       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  hq      | agent | used    | 20
LINKS
  rmm hq -> HQ
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
