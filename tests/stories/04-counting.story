# How the counted side comes about.

STORY Several subscriptions of one meter are summed.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | M365    | 10       | 20
COUNTS m365
  account | meter | measure   | quantity | subscription
  tenant  | BP    | purchased | 8        | one
  tenant  | BP    | purchased | 4        | two
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP purchased
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | m365    | 10     | 12      | 2          | 40.00

STORY Two accounts of one client are summed.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 4.50
COUNTS rmm
  account | meter | measure | quantity
  north   | agent | used    | 6
  south   | agent | used    | 5
LINKS
  rmm north -> C1
  rmm south -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | edr     | 10     | 11      | 1          | 4.50

STORY Only the measure that the service names counts: assigned, not purchased.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | M365    | 10       | 20
COUNTS m365
  account | meter | measure   | quantity
  tenant  | BP    | purchased | 15
  tenant  | BP    | assigned  | 10
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
EXPECT

STORY Each server counts as two.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CARE    | 7        | 10
ASSETS rmm
  account | meter | class       | times
  acme    | agent | workstation | 4
  acme    | agent | server      | 2
LINKS
  rmm acme -> C1
SERVICE care
  billed by: CARE
  counted by: rmm agent assets, class workstation
  counted by: rmm agent assets, class server, each 2
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | care    | 7      | 8       | 1          | 10.00

STORY Class and status are compared without regard to case and blanks.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 3        | 4.50
ASSETS rmm
  account | meter | class       | status    | times
  acme    | agent | Workstation | ACTIVE    | 2
  acme    | agent | SERVER      | active    | 1
  acme    | agent | server      | suspended | 1
  acme    | agent | printer     | active    | 5
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets, class workstation|server, status Active
EXPECT

STORY A device whose class the vendor does not state is not counted when the rule asks for one, and the trace says so.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 5        | 4.50
ASSETS rmm
  account | meter | class  | times
  acme    | agent | server | 4
  acme    | agent |        | 1
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets, class server
EXPECT
  kind       | client | service | billed | counted | difference | impact
  overbilled | C1     | edr     | 5      | 4       | -1         | -4.50
TRACE C1 edr
  step          | amount
  unknown_class | 1

STORY A device whose status the vendor does not state is told in the trace too.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 4        | 4.50
ASSETS rmm
  account | meter | status | times
  acme    | agent | active | 4
  acme    | agent |        | 2
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets, status active
EXPECT
TRACE C1 edr
  step           | amount
  unknown_status | 2

STORY A name pattern picks the servers by their names.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | SRV     | 1        | 30
ASSETS rmm
  account | meter | name
  acme    | agent | SRV-DC1
  acme    | agent | srv-sql2
  acme    | agent | laptop-srv-7
LINKS
  rmm acme -> C1
SERVICE servers
  billed by: SRV
  counted by: rmm agent assets, name srv-*
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | servers | 1      | 2       | 1          | 30.00

STORY Assigned tomorrow does not count yet, assigned today does, unknown does.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 2        | 4.50
ASSETS rmm
  account | meter | assigned
  acme    | agent | 2026-11-01
  acme    | agent | 2026-10-31
  acme    | agent |
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT

STORY Ended yesterday does not count, ended today does.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 1        | 4.50
ASSETS rmm
  account | meter | ended
  acme    | agent | 2026-10-30
  acme    | agent | 2026-10-31
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
TRACE C1 edr
  step     | amount
  not_live | 1

STORY Seven grace days keep a device that ended seven days ago, not one that ended eight days ago.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 1        | 4.50
ASSETS rmm
  account | meter | ended
  acme    | agent | 2026-10-24
  acme    | agent | 2026-10-23
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
  grace days: 7
EXPECT

STORY Two meters are summed unless the service says otherwise.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CARE    | 12       | 10
COUNTS rmm
  account | meter  | measure | quantity
  acme    | win    | used    | 8
  acme    | mac    | used    | 5
LINKS
  rmm acme -> C1
SERVICE care
  billed by: CARE
  counted by: rmm win used
  counted by: rmm mac used
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | care    | 12     | 13      | 1          | 10.00

STORY With max the larger of two meters counts.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CARE    | 7        | 10
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 8
COUNTS edr
  account | meter | measure | quantity
  acme    | agent | used    | 5
LINKS
  rmm acme -> C1
  edr acme -> C1
SERVICE care
  combine: max
  billed by: CARE
  counted by: rmm agent used
  counted by: edr agent used
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | care    | 7      | 8       | 1          | 10.00

STORY With distinct a device seen by two tools counts once: 4 names over 6 sightings.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CARE    | 3        | 10
ASSETS rmm
  account | meter | name
  acme    | agent | pc-1
  acme    | agent | pc-2
  acme    | agent | pc-3
ASSETS edr
  account | meter  | name
  acme    | sensor | PC-1
  acme    | sensor | PC-2
  acme    | sensor | srv-9
LINKS
  rmm acme -> C1
  edr acme -> C1
SERVICE care
  combine: distinct
  billed by: CARE
  counted by: rmm agent assets
  counted by: edr sensor assets
EXPECT
  kind        | client | service | billed | counted | difference | impact
  underbilled | C1     | care    | 3      | 4       | 1          | 10.00

STORY With distinct a device without a name counts by itself.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CARE    | 3        | 10
ASSETS rmm
  account | meter | id | name
  acme    | agent | 1  | pc-1
  acme    | agent | 2  | –
ASSETS edr
  account | meter  | id | name
  acme    | sensor | 1  | pc-1
  acme    | sensor | 2  | –
LINKS
  rmm acme -> C1
  edr acme -> C1
SERVICE care
  combine: distinct
  billed by: CARE
  counted by: rmm agent assets
  counted by: edr sensor assets
EXPECT

STORY Distinct by id looks at the ids and not at the names.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CARE    | 2        | 10
ASSETS rmm
  account | meter | id  | name
  acme    | agent | A-1 | pc-1
  acme    | agent | A-2 | pc-1
ASSETS edr
  account | meter  | id  | name
  acme    | sensor | a-1 | other
LINKS
  rmm acme -> C1
  edr acme -> C1
SERVICE care
  combine: distinct by id
  billed by: CARE
  counted by: rmm agent assets
  counted by: edr sensor assets
EXPECT

STORY With distinct the largest factor of the entries that saw a device is taken.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | CARE    | 4        | 10
ASSETS rmm
  account | meter | name
  acme    | agent | srv-1
  acme    | agent | pc-1
ASSETS edr
  account | meter  | name
  acme    | sensor | srv-1
LINKS
  rmm acme -> C1
  edr acme -> C1
SERVICE care
  combine: distinct
  billed by: CARE
  counted by: rmm agent assets
  counted by: edr sensor assets, each 3
EXPECT
