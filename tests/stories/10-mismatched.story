# Seats that moved from one service to another of the same group.

STORY Three seats moved from Basic at 10 to Premium at 15: one row, 15 a month, and nothing else.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | BASIC   | 10       | 10
  C1     | PREMIUM | 5        | 15
COUNTS m365
  account | meter   | measure  | quantity
  tenant  | basic   | assigned | 7
  tenant  | premium | assigned | 8
LINKS
  m365 tenant -> C1
SERVICE basic
  group: m365
  billed by: BASIC
  counted by: m365 basic assigned
SERVICE premium
  group: m365
  billed by: PREMIUM
  counted by: m365 premium assigned
EXPECT
  kind               | client | service | other   | quantity | impact
  mismatched_service | C1     | basic   | premium | 3        | 15.00

STORY Five too many of Basic and three too few of Premium: three moved, two of Basic are simply too many.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | BASIC   | 10       | 10
  C1     | PREMIUM | 5        | 15
COUNTS m365
  account | meter   | measure  | quantity
  tenant  | basic   | assigned | 5
  tenant  | premium | assigned | 8
LINKS
  m365 tenant -> C1
SERVICE basic
  group: m365
  billed by: BASIC
  counted by: m365 basic assigned
SERVICE premium
  group: m365
  billed by: PREMIUM
  counted by: m365 premium assigned
EXPECT
  kind               | client | service | other   | billed | counted | difference | quantity | impact
  mismatched_service | C1     | basic   | premium |        |         |            | 3        | 15.00
  overbilled         | C1     | basic   |         | 10     | 5       | -2         |          | -20.00

STORY From dear to cheap the client paid too much: the impact is negative.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | BASIC   | 10       | 10
  C1     | PREMIUM | 5        | 15
COUNTS m365
  account | meter   | measure  | quantity
  tenant  | basic   | assigned | 12
  tenant  | premium | assigned | 3
LINKS
  m365 tenant -> C1
SERVICE basic
  group: m365
  billed by: BASIC
  counted by: m365 basic assigned
SERVICE premium
  group: m365
  billed by: PREMIUM
  counted by: m365 premium assigned
EXPECT
  kind               | client | service | other | quantity | impact
  mismatched_service | C1     | premium | basic | 2        | -10.00

STORY All of Basic became Premium, which no line bills yet: moved whole, at Premium's default price.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | BASIC   | 4        | 10
COUNTS m365
  account | meter   | measure  | quantity
  tenant  | basic   | assigned | 0
  tenant  | premium | assigned | 4
LINKS
  m365 tenant -> C1
SERVICE basic
  group: m365
  billed by: BASIC
  counted by: m365 basic assigned
SERVICE premium
  group: m365
  billed by: PREMIUM
  counted by: m365 premium assigned
  default price: 15 EUR
EXPECT
  kind               | client | service | other   | quantity | impact
  mismatched_service | C1     | basic   | premium | 4        | 20.00

STORY Prices in two currencies: the seats moved, the money is unknown.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | currency
  C1     | BASIC   | 10       | 10    | EUR
  C1     | PREMIUM | 5        | 15    | USD
COUNTS m365
  account | meter   | measure  | quantity
  tenant  | basic   | assigned | 7
  tenant  | premium | assigned | 8
LINKS
  m365 tenant -> C1
SERVICE basic
  group: m365
  billed by: BASIC
  counted by: m365 basic assigned
SERVICE premium
  group: m365
  billed by: PREMIUM
  counted by: m365 premium assigned
EXPECT
  kind               | client | service | other   | quantity | impact
  mismatched_service | C1     | basic   | premium | 3        | –

STORY One price is unknown, so is the impact of the move.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | BASIC   | 10       | 10
  C1     | PREMIUM | 5        |
COUNTS m365
  account | meter   | measure  | quantity
  tenant  | basic   | assigned | 7
  tenant  | premium | assigned | 8
LINKS
  m365 tenant -> C1
SERVICE basic
  group: m365
  billed by: BASIC
  counted by: m365 basic assigned
SERVICE premium
  group: m365
  billed by: PREMIUM
  counted by: m365 premium assigned
EXPECT
  kind               | client | service | other   | quantity | impact
  mismatched_service | C1     | basic   | premium | 3        | –

STORY A match by tolerance takes no part.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | BASIC   | 10       | 10
  C1     | PREMIUM | 5        | 15
COUNTS m365
  account | meter   | measure  | quantity
  tenant  | basic   | assigned | 9
  tenant  | premium | assigned | 8
LINKS
  m365 tenant -> C1
SERVICE basic
  group: m365
  billed by: BASIC
  counted by: m365 basic assigned
  tolerance: quantity 1
SERVICE premium
  group: m365
  billed by: PREMIUM
  counted by: m365 premium assigned
EXPECT
  kind        | client | service | difference | impact
  underbilled | C1     | premium | 3          | 45.00

STORY Without a common group nothing is paired.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | BASIC   | 10       | 10
  C1     | PREMIUM | 5        | 15
COUNTS m365
  account | meter   | measure  | quantity
  tenant  | basic   | assigned | 7
  tenant  | premium | assigned | 8
LINKS
  m365 tenant -> C1
SERVICE basic
  billed by: BASIC
  counted by: m365 basic assigned
SERVICE premium
  billed by: PREMIUM
  counted by: m365 premium assigned
EXPECT
  kind        | client | service | difference | impact
  overbilled  | C1     | basic   | -3         | -30.00
  underbilled | C1     | premium | 3          | 45.00

STORY Two clients are not paired with each other.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | BASIC   | 10       | 10
  C2     | PREMIUM | 5        | 15
COUNTS m365
  account | meter   | measure  | quantity
  one     | basic   | assigned | 7
  two     | premium | assigned | 8
LINKS
  m365 one -> C1
  m365 two -> C2
SERVICE basic
  group: m365
  billed by: BASIC
  counted by: m365 basic assigned
SERVICE premium
  group: m365
  billed by: PREMIUM
  counted by: m365 premium assigned
EXPECT
  kind        | client | service | difference | impact
  overbilled  | C1     | basic   | -3         | -30.00
  underbilled | C2     | premium | 3          | 45.00

STORY Of two services with too many, the larger is paired first; of equal ones the smaller id.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | A       | 10       | 10
  C1     | B       | 10       | 10
  C1     | Z       | 5        | 12
COUNTS m365
  account | meter | measure  | quantity
  tenant  | a     | assigned | 8
  tenant  | b     | assigned | 6
  tenant  | z     | assigned | 8
LINKS
  m365 tenant -> C1
SERVICE a
  group: m365
  billed by: A
  counted by: m365 a assigned
SERVICE b
  group: m365
  billed by: B
  counted by: m365 b assigned
SERVICE z
  group: m365
  billed by: Z
  counted by: m365 z assigned
EXPECT
  kind               | client | service | other | quantity | difference | impact
  mismatched_service | C1     | b       | z     | 3        |            | 6.00
  overbilled         | C1     | b       |       |          | -1         | -10.00
  overbilled         | C1     | a       |       |          | -2         | -20.00

STORY What is left after a move is paired again: four and three against six.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | A       | 10       | 10
  C1     | B       | 10       | 10
  C1     | Z       | 5        | 12
COUNTS m365
  account | meter | measure  | quantity
  tenant  | a     | assigned | 7
  tenant  | b     | assigned | 6
  tenant  | z     | assigned | 11
LINKS
  m365 tenant -> C1
SERVICE a
  group: m365
  billed by: A
  counted by: m365 a assigned
SERVICE b
  group: m365
  billed by: B
  counted by: m365 b assigned
SERVICE z
  group: m365
  billed by: Z
  counted by: m365 z assigned
EXPECT
  kind               | client | service | other | quantity | difference | impact
  mismatched_service | C1     | b       | z     | 4        |            | 8.00
  mismatched_service | C1     | a       | z     | 2        |            | 4.00
  overbilled         | C1     | a       |       |          | -1         | -10.00
