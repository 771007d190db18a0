# What a person said stays with its row, and what was approved is looked for.

STORY An approved row is approved after the next comparison too.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | state
  underbilled | C1     | edr     | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
EXPECT
  kind        | client | service | state    | decided_by | target_quantity | effective
  underbilled | C1     | edr     | approved | Jana       | 47              | 2026-11-01

STORY The numbers moved after the decision: it is outdated.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | state
  underbilled | C1     | edr     | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --by Jana
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 49
EXPECT
  kind        | client | service | counted | state
  underbilled | C1     | edr     | 49      | outdated

STORY Dismissed with a reason, then reopened with a reason: open again.
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
EXPECT
  kind       | client | service | state
  overbilled | C1     | edr     | open
DECIDE
  2026-10/overbilled/C1/edr dismiss --reason "two laptops are in repair" --by Jana
EXPECT
  kind       | client | service | state     | reason
  overbilled | C1     | edr     | dismissed | two laptops are in repair
DECIDE
  2026-10/overbilled/C1/edr reopen --reason "they are gone for good" --by Jana
EXPECT
  kind       | client | service | state
  overbilled | C1     | edr     | open

STORY October's approval stands in November's lines: nothing to do.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | state
  underbilled | C1     | edr     | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 47       | 4.50
SAME COUNTS rmm
EXPECT

STORY Accepted until the end of the year: the same row of November is accepted by itself, that of January is open again.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | state
  underbilled | C1     | edr     | open
DECIDE
  2026-10/underbilled/C1/edr accept --until 2026-12-31 --reason "agreed with the client" --by Jana
EXPECT
  kind        | client | service | state    | accepted_until
  underbilled | C1     | edr     | accepted | 2026-12-31
PERIOD 2026-11
SAME PSA LINES
SAME COUNTS rmm
EXPECT
  kind        | client | service | difference | state    | accepted_until
  underbilled | C1     | edr     | 7          | accepted | 2026-12-31
PERIOD 2027-01
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
EXPECT
  kind        | client | service | difference | state
  underbilled | C1     | edr     | 7          | open

STORY Accepted for two months; the gap is the same, but its price is not: outdated.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 5        | 1.00
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 8
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | impact | state
  underbilled | C1     | edr     | 3.00   | open
DECIDE
  2026-10/underbilled/C1/edr accept --until 2026-12-31 --reason "agreed" --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 5        | 100.00
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 8
EXPECT
  kind        | client | service | impact | state
  underbilled | C1     | edr     | 300.00 | outdated

STORY Accepted for two months; both sides grew alike, the gap and its worth are the same: still accepted.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 5        | 1.00
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 8
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | impact | state
  underbilled | C1     | edr     | 3.00   | open
DECIDE
  2026-10/underbilled/C1/edr accept --until 2026-12-31 --reason "agreed" --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 50       | 1.00
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 53
EXPECT
  kind        | client | service | impact | state
  underbilled | C1     | edr     | 3.00   | accepted

STORY An accepted commitment costs less every month by itself; a dearer unit is something else.
PERIOD 2026-10
COUNTS csp
  account | meter | measure   | quantity | cost | commitment_end
  acme    | bp    | purchased | 10       | 3.00 | 2027-03-31
  acme    | bp    | assigned  | 8        |      |
LINKS
  csp acme -> C1
EXPECT
  kind             | source | state
  commitment       | csp    | open
  unmapped_service | csp    | open
DECIDE
  2026-10/commitment/csp/acme/bp accept --until 2027-03-31 --reason "two starters in spring" --by Jana
PERIOD 2026-11
SAME COUNTS csp
EXPECT
  kind             | source | state
  commitment       | csp    | accepted
  unmapped_service | csp    | open
PERIOD 2026-12
COUNTS csp
  account | meter | measure   | quantity | cost | commitment_end
  acme    | bp    | purchased | 10       | 8.00 | 2027-03-31
  acme    | bp    | assigned  | 8        |      |
EXPECT
  kind             | source | state
  commitment       | csp    | outdated
  unmapped_service | csp    | open
