# Child clients that are rolled up into their parent.

STORY A rolled-up branch is billed and counted with its parent.
PERIOD 2026-10
PSA LINES
  client | parent | roll_up | product | quantity | price
  HQ     |        | no      | EDR     | 10       | 4.50
  BRANCH | HQ     | yes     | EDR     | 5        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  hq      | agent | used    | 9
  branch  | agent | used    | 7
LINKS
  rmm hq -> HQ
  rmm branch -> BRANCH
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | HQ     | edr     | 15     | 16      | 1          | 4.50
POSITIONS
  client | service | billed
  HQ     | edr     | 15
  BRANCH | edr     | none

STORY Without roll-up the branch stands for itself.
PERIOD 2026-10
PSA LINES
  client | parent | roll_up | product | quantity | price
  HQ     |        | no      | EDR     | 10       | 4.50
  BRANCH | HQ     | no      | EDR     | 5        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  hq      | agent | used    | 9
  branch  | agent | used    | 7
LINKS
  rmm hq -> HQ
  rmm branch -> BRANCH
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | billed | counted | difference | impact
  overbilled  | HQ     | edr     | 10     | 9       | -1         | -4.50
  underbilled | BRANCH | edr     | 5      | 7       | 2          | 9.00

STORY A chain of roll-ups ends at the topmost one.
PERIOD 2026-10
PSA LINES
  client | parent | roll_up | product | quantity | price
  TOP    |        | no      | EDR     | 1        | 4.50
  MIDDLE | TOP    | yes     | EDR     | 2        | 4.50
  SITE   | MIDDLE | yes     | EDR     | 3        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  site    | agent | used    | 8
LINKS
  rmm site -> SITE
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | TOP    | edr     | 6      | 8       | 2          | 9.00

STORY A chain stops where a client is not rolled up itself.
PERIOD 2026-10
PSA LINES
  client | parent | roll_up | product | quantity | price
  TOP    |        | no      | EDR     | 1        | 4.50
  MIDDLE | TOP    | no      | EDR     | 2        | 4.50
  SITE   | MIDDLE | yes     | EDR     | 3        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  top     | agent | used    | 1
  site    | agent | used    | 8
LINKS
  rmm top -> TOP
  rmm site -> SITE
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | MIDDLE | edr     | 5      | 8       | 3          | 13.50

STORY An exception belongs to the client it names and does not roll up.
PERIOD 2026-10
PSA LINES
  client | parent | roll_up | product | quantity | price
  HQ     |        | no      | EDR     | 10       | 4.50
  BRANCH | HQ     | yes     | EDR     | 5        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  hq      | agent | used    | 17
LINKS
  rmm hq -> HQ
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXCEPTIONS
  client | service | quantity
  HQ     | edr     | 1
  BRANCH | edr     | 1
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | HQ     | edr     | 15     | 16      | 1          | 4.50

STORY A parent without a line of its own this month still hands on what it rolls up: it is the client that it was.
PERIOD 2026-10
PSA LINES
  client | parent | roll_up | product | quantity | price
  TOP    |        | no      | EDR     | 5        | 10.00
  MIDDLE | TOP    | yes     | EDR     | 5        | 10.00
  SITE   | MIDDLE | yes     | EDR     | 5        | 10.00
COUNTS rmm
  account | meter | measure | quantity
  top     | agent | used    | 15
LINKS
  rmm top -> TOP
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
PERIOD 2026-11
PSA LINES
  client | parent | roll_up | product | quantity | price
  TOP    |        | no      | EDR     | 5        | 10.00
  SITE   | MIDDLE | yes     | EDR     | 5        | 10.00
COUNTS rmm
  account | meter | measure | quantity
  top     | agent | used    | 12
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | TOP    | edr     | 10     | 12      | 2          | 20.00
