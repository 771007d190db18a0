# Exceptions, included, minimum, pack, in this order.

STORY 53 found, 3 excepted, 2 included, packs of five: 50 are compared.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 45       | 4.50
ASSETS rmm
  account | meter | times
  acme    | agent | 53
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
  included: 2
  pack: 5
EXCEPTIONS
  client | service | quantity | until
  C1     | edr     | 3        | 2026-12-31
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | edr     | 45     | 50      | 5          | 22.50
TRACE C1 edr
  step      | amount | running
  counted   | 53     |
  exception | 3      | 50
  included  | 2      | 48
  pack      | 5      | 50

STORY An exception counts on its last day and not after it.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 9        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXCEPTIONS
  client | service | quantity | until
  C1     | edr     | 1        | 2026-10-31
  C1     | edr     | 4        | 2026-10-30
EXPECT

STORY An exception without a last day has no end, and another client's exception changes nothing.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 9        | 4.50
  C2     | OTHER   | 1        | 1
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 10
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXCEPTIONS
  client | service | quantity | until
  C1     | edr     | 1        |
  C2     | edr     | 5        |
EXPECT

STORY Exceptions never take the count below zero.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 2        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 3
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXCEPTIONS
  client | service | quantity
  C1     | edr     | 5
EXPECT
  kind     | client | service | billed | counted | difference | impact
  no_usage | C1     | edr     | 2      | 0       | -2         | -9.00

STORY The first two mailboxes are included: five counted, three to bill.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | MAIL    | 3        | 2
COUNTS m365
  account | meter | measure | quantity
  tenant  | box   | used    | 5
LINKS
  m365 tenant -> C1
SERVICE mail
  billed by: MAIL
  counted by: m365 box used
  included: 2
EXPECT

STORY The minimum is billed though fewer are counted.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 3        | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 3
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  minimum: 5
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | edr     | 3      | 5       | 2          | 9.00

STORY The minimum holds for a client with a line and no device at all.
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
  minimum: 5
EXPECT

STORY The minimum does not make a client of one who has neither line nor device.
PERIOD 2026-10
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
  minimum: 5
EXPECT
POSITIONS
  client | service | billed | counted
  C1     | edr     | 0      | 0

STORY Licences are sold in tens: twelve used are twenty to bill.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CAL     | 10       | 3
COUNTS rmm
  account | meter | measure | quantity
  acme    | cal   | used    | 12
LINKS
  rmm acme -> C1
SERVICE cal
  billed by: CAL
  counted by: rmm cal used
  pack: 10
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | cal     | 10     | 20      | 10         | 30.00

STORY An exact multiple of the pack stays as it is.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CAL     | 20       | 3
COUNTS rmm
  account | meter | measure | quantity
  acme    | cal   | used    | 20
LINKS
  rmm acme -> C1
SERVICE cal
  billed by: CAL
  counted by: rmm cal used
  pack: 10
EXPECT

STORY Without a pack rule a fraction is rounded up to the next whole unit.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | TB      | 2        | 25
COUNTS store
  account | meter | measure | quantity
  acme    | tb    | used    | 2.1
LINKS
  store acme -> C1
SERVICE storage
  billed by: TB
  counted by: store tb used
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | storage | 2      | 3       | 1          | 25.00

STORY Pack zero leaves fractions alone.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | TB      | 2        | 25
COUNTS store
  account | meter | measure | quantity
  acme    | tb    | used    | 2.1
LINKS
  store acme -> C1
SERVICE storage
  billed by: TB
  counted by: store tb used
  pack: 0
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | storage | 2      | 2.1     | 0.1        | 2.50
