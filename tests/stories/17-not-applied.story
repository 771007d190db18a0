# An approved adjustment that the PSA does not show afterwards.

STORY October's approval does not stand in November's lines: not applied, and the month's own money stays in its own row.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  not_applied | C1 | edr | 40 | 47 | 7 | 47 | 4.50 | – | 2026-10 | open
  underbilled | C1 | edr | 40 | 47 | 7 | – | 4.50 | 31.50 | – | open
TRACE C1 edr
  step        | quantity | amount | running
  billed_line | 40       | 40     | 40
  counted     | 47       | 47     | 47
  approved    | 40       | 47     | 40
  handed_over |          |        |

STORY The adjustment was exported, and still the PSA bills what it did: the trace names the sheet.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
EXPORT neutral
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  not_applied | C1 | edr | 40 | 47 | 7 | 47 | 4.50 | – | 2026-10 | open
  underbilled | C1 | edr | 40 | 47 | 7 | – | 4.50 | 31.50 | – | open
TRACE C1 edr
  step        | text
  approved    | 2026-10/underbilled/C1/edr
  handed_over | neutral-2026-10.csv

STORY Half applied is not applied: three are missing.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 44 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  not_applied | C1 | edr | 44 | 47 | 3 | 47 | 4.50 | – | 2026-10 | open
  underbilled | C1 | edr | 44 | 47 | 3 | – | 4.50 | 13.50 | – | open

STORY More than was approved is billed, as more is used: applied.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 50 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 50
EXPECT

STORY It fell the other way: not applied, though billed and counted agree.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 38 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 38
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  not_applied | C1 | edr | 38 | 38 | 9 | 47 | 4.50 | – | 2026-10 | open

STORY A reduction that was not applied.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 38
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  overbilled | C1 | edr | open
DECIDE
  2026-10/overbilled/C1/edr approve --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 38
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  not_applied | C1 | edr | 40 | 38 | -2 | 38 | 4.50 | – | 2026-10 | open
  overbilled | C1 | edr | 40 | 38 | -2 | – | 4.50 | -9.00 | – | open

STORY A reduction to less than was approved is applied.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 38
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  overbilled | C1 | edr | open
DECIDE
  2026-10/overbilled/C1/edr approve --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 36 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 36
EXPECT

STORY It begins in December: November may still show the old number, December may not.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-12-01 --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  underbilled | C1 | edr | 40 | 47 | 7 | – | 4.50 | 31.50 | – | open
PERIOD 2026-12
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  not_applied | C1 | edr | 40 | 47 | 7 | 47 | 4.50 | – | 2026-10 | open
  underbilled | C1 | edr | 40 | 47 | 7 | – | 4.50 | 31.50 | – | open

STORY Applied in November and reduced again for December: it was applied.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 47 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
EXPECT
PERIOD 2026-12
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 45 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 45
EXPECT

STORY November approves another number: only the newest is looked for.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 49
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  not_applied | C1 | edr | 40 | 49 | 7 | 47 | 4.50 | – | 2026-10 | open
  underbilled | C1 | edr | 40 | 49 | 9 | – | 4.50 | 40.50 | – | open
DECIDE
  2026-11/underbilled/C1/edr approve --by Jana
PERIOD 2026-12
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 49
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  not_applied | C1 | edr | 40 | 49 | 9 | 49 | 4.50 | – | 2026-11 | open
  underbilled | C1 | edr | 40 | 49 | 9 | – | 4.50 | 40.50 | – | open

STORY November dismisses it: the adjustment is taken back, December does not look for it.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  not_applied | C1 | edr | 40 | 47 | 7 | 47 | 4.50 | – | 2026-10 | open
  underbilled | C1 | edr | 40 | 47 | 7 | – | 4.50 | 31.50 | – | open
DECIDE
  2026-11/not_applied/C1/edr dismiss --reason "Acme gives seven back" --by Jana
PERIOD 2026-12
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 40
EXPECT

STORY November accepts it until the end of the year: December accepts it by itself.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 40
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  not_applied | C1 | edr | 40 | 40 | 7 | 47 | 4.50 | – | 2026-10 | open
DECIDE
  2026-11/not_applied/C1/edr accept --until 2026-12-31 --reason "the PSA team is late" --by Jana
PERIOD 2026-12
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 40
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  not_applied | C1 | edr | 40 | 40 | 7 | 47 | 4.50 | – | 2026-10 | accepted

STORY The approval was reopened: nothing is expected.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
DECIDE
  2026-10/underbilled/C1/edr reopen --reason "asking Acme first" --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  underbilled | C1 | edr | 40 | 47 | 7 | – | 4.50 | 31.50 | – | open

STORY October's numbers moved after the approval: it no longer holds, so nothing is expected.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 49
EXPECT
  kind        | client | service | state
  underbilled | C1     | edr     | outdated
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
EXPECT
  kind | client | service | billed | counted | difference | quantity | unit_price | impact | since | state
  underbilled | C1 | edr | 40 | 47 | 7 | – | 4.50 | 31.50 | – | open

STORY Nothing was billed, five were approved, and there is still no line.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 5
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  default price: 4.50 EUR
EXPECT
  kind       | client | service | impact
  not_billed | C1     | edr     | 22.50
DECIDE
  2026-10/not_billed/C1/edr approve --by Jana
PERIOD 2026-11
SAME PSA LINES
SAME COUNTS rmm
EXPECT
  kind        | client | service | billed | counted | difference | quantity | impact | since
  not_applied | C1     | edr     | 0      | 5       | 5          | 5        | –      | 2026-10
  not_billed  | C1     | edr     | 0      | 5       | 5          | –        | 22.50  | –

STORY The account is gone as well: what was approved is still not billed.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 5
  beta    | agent | used    | 1
LINKS
  rmm acme -> C1
  rmm beta -> ignored: our own
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  default price: 4.50 EUR
EXPECT
  kind       | client | service | impact
  not_billed | C1     | edr     | 22.50
DECIDE
  2026-10/not_billed/C1/edr approve --by Jana
PERIOD 2026-11
SAME PSA LINES
COUNTS rmm
  account | meter | measure | quantity
  beta    | agent | used    | 1
EXPECT
  kind        | client | service | billed | counted | difference | quantity | unit_price | since
  not_applied | C1     | edr     | 0      | –       | 5          | 5        | –          | 2026-10

STORY Three were approved to move from one service to the other; neither line shows it.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | BASIC   | 10       | 4
  C1     | PREMIUM | 5        | 10
COUNTS ms
  account | meter | measure   | quantity
  acme    | basic | purchased | 7
  acme    | prem  | purchased | 8
LINKS
  ms acme -> C1
SERVICE basic
  group: office
  billed by: BASIC
  counted by: ms basic purchased
SERVICE premium
  group: office
  billed by: PREMIUM
  counted by: ms prem purchased
EXPECT
  kind               | client | service | other   | quantity | impact
  mismatched_service | C1     | basic   | premium | 3        | 18
DECIDE
  2026-10/mismatched_service/C1/basic/premium approve --by Jana
PERIOD 2026-11
SAME PSA LINES
SAME COUNTS ms
EXPECT
  kind               | client | service | other   | billed | counted | difference | quantity | impact | since
  mismatched_service | C1     | basic   | premium |        |         |            | 3        | 18     | –
  not_applied        | C1     | basic   |         | 10     | 7       | -3         | 7        | –      | 2026-10
  not_applied        | C1     | premium |         | 5      | 8       | 3          | 8        | –      | 2026-10
PERIOD 2026-12
PSA LINES
  client | product | quantity | price
  C1     | BASIC   | 7        | 4
  C1     | PREMIUM | 5        | 10
COUNTS ms
  account | meter | measure   | quantity
  acme    | basic | purchased | 7
  acme    | prem  | purchased | 8
EXPECT
  kind        | client | service | billed | counted | difference | quantity | impact | since
  not_applied | C1     | premium | 5      | 8       | 3          | 8        | –      | 2026-10
  underbilled | C1     | premium | 5      | 8       | 3          | –        | 30     | –

STORY The PSA brought nothing for November: what its lines show is unknown, so nothing is said about them.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
PERIOD 2026-11
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
EXPECT
  kind         | client | service | source | counted
  source_stale |        |         | psa    |
  not_billed   | C1     | edr     |        | 47

STORY The service is billed by another product now: the adjustment is looked for there.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 40 | 4.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 47
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind | client | service | state
  underbilled | C1 | edr | open
DECIDE
  2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana
SERVICE edr
  billed by: OTHER
  counted by: rmm agent used
SERVICE other
  billed by: EDR
  counted by: rmm agent used
PERIOD 2026-11
SAME PSA LINES
SAME COUNTS rmm
EXPECT
  kind        | client | service | billed | quantity | since
  not_applied | C1     | edr     | 0      | 47       | 2026-10
  not_billed  | C1     | edr     | 0      | –        | –
  underbilled | C1     | other   | 40     | –        | –


STORY What somebody enters is what is billed in the end, also where another row moves seats: five was said, five is expected.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | P1      | 10       | 4.00
  C1     | P2      | 2        | 6.00
COUNTS rmm
  account | meter | measure | quantity
  acme    | m1    | used    | 5
  acme    | m2    | used    | 5
LINKS
  rmm acme -> C1
SERVICE s1
  billed by: P1
  counted by: rmm m1 used
  group: g
SERVICE s2
  billed by: P2
  counted by: rmm m2 used
  group: g
EXPECT
  kind               | client | service | other | difference | quantity
  mismatched_service | C1     | s1      | s2            | –          | 3
  overbilled         | C1     | s1      | –             | -2         | –
DECIDE
  2026-10/mismatched_service/C1/s1/s2 approve --by Jana
  2026-10/overbilled/C1/s1 approve --quantity 5 --by Jana
PERIOD 2026-11
PSA LINES
  client | product | quantity | price
  C1     | P1      | 5        | 4.00
  C1     | P2      | 5        | 6.00
SAME COUNTS rmm
EXPECT
