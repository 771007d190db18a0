# Accounts without a client, meters without a service.

STORY An account without a link: three devices, estimated at the default price.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
ASSETS rmm
  account | meter | times
  mystery | agent | 3
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
  default price: 4.50 EUR
EXPECT
  kind            | source | account | impact | estimate
  unmapped_client | rmm    | mystery | 13.50  | yes

STORY Without a default price the worth of an unmapped account is unknown.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
ASSETS rmm
  account | meter | times
  mystery | agent | 3
SERVICE edr
  billed by: EDR
  counted by: rmm agent assets
EXPECT
  kind            | source | account | impact
  unmapped_client | rmm    | mystery | –

STORY The estimate adds up the services of the account: 3 at 4.50 and 2 at 6.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
COUNTS rmm
  account | meter  | measure | quantity
  mystery | agent  | used    | 3
  mystery | backup | used    | 2
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  default price: 4.50 EUR
SERVICE backup
  billed by: BACKUP
  counted by: rmm backup used
  default price: 6 EUR
EXPECT
  kind            | source | account | impact | estimate
  unmapped_client | rmm    | mystery | 25.50  | yes

STORY Ignored accounts take part in nothing.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
COUNTS rmm
  account | meter   | measure   | quantity | cost | commitment_end
  lab     | agent   | used      | 3        |      |
  lab     | unknown | used      | 3        |      |
  lab     | agent   | purchased | 9        | 5    | 2027-03-31
  lab     | agent   | assigned  | 1        |      |
LINKS
  rmm lab -> ignored: our own laboratory
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  default price: 4.50 EUR
EXPECT

STORY A meter that no service counts is told once, however many accounts have it.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
COUNTS m365
  account | meter | measure  | quantity
  one     | VISIO | assigned | 3
  two     | VISIO | assigned | 2
LINKS
  m365 one -> C1
  m365 two -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
EXPECT
  kind             | source | meter | client
  unmapped_service | m365   | VISIO | –

STORY A meter that a person ignored is not told.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
COUNTS m365
  account | meter     | measure  | quantity
  one     | FLOW_FREE | assigned | 3
LINKS
  m365 one -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
IGNORED METERS
  m365 FLOW_FREE
EXPECT

STORY An account without a link and a meter without a service are two findings, and the worth is unknown.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
COUNTS m365
  account | meter | measure  | quantity
  one     | VISIO | assigned | 3
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
  default price: 20 EUR
EXPECT
  kind             | source | account | meter | impact
  unmapped_client  | m365   | one     |       | –
  unmapped_service | m365   |         | VISIO |
