# Which price a difference has, and how it is rounded.

STORY An annual agreement at 120 is 10 a month.
PERIOD 2026-10
PSA LINES
  client | cycle  | product | quantity | price
  C1     | annual | M365    | 10       | 120
COUNTS m365
  account | meter | measure  | quantity
  tenant  | BP    | assigned | 12
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
EXPECT
  kind        | client | service | billed | counted | difference | price | impact
  underbilled | C1     | m365    | 10     | 12      | 2          | 10    | 20.00

STORY A hundred a year times three is exactly 25 a month: the twelfth is not rounded before the end.
PERIOD 2026-10
PSA LINES
  client | cycle  | product | quantity | price
  C1     | annual | M365    | 10       | 100
COUNTS m365
  account | meter | measure  | quantity
  tenant  | BP    | assigned | 13
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
EXPECT
  kind        | client | service | difference | price  | impact
  underbilled | C1     | m365    | 3          | 8.3333 | 25.00

STORY A quarterly line at 10 is a third of that a month.
PERIOD 2026-10
PSA LINES
  client | cycle     | product | quantity | price
  C1     | quarterly | DNS     | 5        | 10
COUNTS dns
  account | meter | measure | quantity
  acme    | zone  | used    | 7
LINKS
  dns acme -> C1
SERVICE dns
  billed by: DNS
  counted by: dns zone used
EXPECT
  kind        | client | service | difference | price  | impact
  underbilled | C1     | dns     | 2          | 3.3333 | 6.67

STORY Half a cent is rounded away from zero when it is owed.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | SMS     | 10       | 0.005
COUNTS sms
  account | meter | measure | quantity
  acme    | sent  | used    | 11
LINKS
  sms acme -> C1
SERVICE sms
  billed by: SMS
  counted by: sms sent used
EXPECT
  kind        | client | service | difference | impact
  underbilled | C1     | sms     | 1          | 0.01

STORY Half a cent is rounded away from zero when it was billed too much.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | SMS     | 10       | 0.005
COUNTS sms
  account | meter | measure | quantity
  acme    | sent  | used    | 9
LINKS
  sms acme -> C1
SERVICE sms
  billed by: SMS
  counted by: sms sent used
EXPECT
  kind       | client | service | difference | impact
  overbilled | C1     | sms     | -1         | -0.01

STORY The yen has no smaller unit: 3 at 105.50 are 317.
CURRENCY JPY
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 105.50
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 13
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | difference | currency | impact
  underbilled | C1     | edr     | 3          | JPY      | 317

STORY The Kuwaiti dinar has three places: 1 at 0.0005 is 0.001.
CURRENCY KWD
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | SMS     | 10       | 0.0005
COUNTS sms
  account | meter | measure | quantity
  acme    | sent  | used    | 11
LINKS
  sms acme -> C1
SERVICE sms
  billed by: SMS
  counted by: sms sent used
EXPECT
  kind        | client | service | difference | currency | impact
  underbilled | C1     | sms     | 1          | KWD      | 0.001

STORY The line with the largest quantity gives the price.
PERIOD 2026-10
PSA LINES
  client | line | product | quantity | price
  C1     | L1   | EDR     | 5        | 9
  C1     | L2   | EDR     | 20       | 4
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 26
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | difference | price | impact
  underbilled | C1     | edr     | 1          | 4     | 4.00

STORY Of equal lines the one that became effective last gives the price; none is earliest.
PERIOD 2026-10
PSA LINES
  client | line | product | quantity | price | effective
  C1     | L1   | EDR     | 5        | 9     |
  C1     | L2   | EDR     | 5        | 4     | 2026-03-01
  C1     | L3   | EDR     | 5        | 6     | 2025-12-01
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 16
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | difference | price | impact
  underbilled | C1     | edr     | 1          | 4     | 4.00

STORY Of lines equal in all that, the smallest id as text gives the price: L10 before L9.
PERIOD 2026-10
PSA LINES
  client | line | product | quantity | price
  C1     | L9   | EDR     | 5        | 9
  C1     | L10  | EDR     | 5        | 4
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 11
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | difference | price | impact
  underbilled | C1     | edr     | 1          | 4     | 4.00

STORY A line without a price: the default price is taken, and its included quantity is not.
PERIOD 2026-10
PSA LINES
  client | product | quantity | included | price
  C1     | EDR     | 5        | 4        |
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 2
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  default price: 3 EUR
EXPECT
  kind       | client | service | difference | price | impact
  overbilled | C1     | edr     | -3         | 3     | -9.00

STORY Neither line nor default: the product's list price is taken.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
PRODUCTS
  product | list_price
  EDR     | 7.25
  OTHER   | 1
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 2
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind       | client | service | difference | price | impact
  not_billed | C1     | edr     | 2          | 7.25  | 14.50

STORY The default price goes before the list price.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
PRODUCTS
  product | list_price
  EDR     | 7.25
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 2
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  default price: 5 EUR
EXPECT
  kind       | client | service | difference | price | impact
  not_billed | C1     | edr     | 2          | 5     | 10.00

STORY Two products of one unit each: no list price can be chosen, the money is unknown.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
PRODUCTS
  product | list_price
  EDR     | 7.25
  EDR2    | 6.25
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 2
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR, EDR2
  counted by: rmm agent used
EXPECT
  kind       | client | service | difference | price | currency | impact
  not_billed | C1     | edr     | 2          | –     | –        | –

STORY A pack beside one single product leaves the list price of the single one.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | OTHER   | 1        | 1
PRODUCTS
  product | list_price
  EDR     | 7.25
  EDR5    | 30
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 2
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR, EDR5 each 5
  counted by: rmm agent used
EXPECT
  kind       | client | service | difference | price | impact
  not_billed | C1     | edr     | 2          | 7.25  | 14.50

STORY Three of the line are included: two more devices are charged only beyond them.
PERIOD 2026-10
PSA LINES
  client | product | quantity | included | price
  C1     | EDR     | 2        | 3        | 10
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 4
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | difference | price | impact
  underbilled | C1     | edr     | 2          | 10    | 10.00

STORY Billed too much down into the included quantity: only the charged part comes back.
PERIOD 2026-10
PSA LINES
  client | product | quantity | included | price
  C1     | EDR     | 5        | 3        | 10
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 1
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind       | client | service | difference | impact
  overbilled | C1     | edr     | -4         | -20.00

STORY A line in dollars gives an impact in dollars, whatever the workspace's currency.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price | currency
  C1     | EDR     | 10       | 4     | USD
  C1     | EDR     | 2        | 3     | EUR
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 15
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
EXPECT
  kind        | client | service | billed | counted | difference | price | currency | impact
  underbilled | C1     | edr     | 12     | 15      | 3          | 4     | USD      | 12.00

STORY A price of zero is a price: the impact is zero and not unknown.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | EDR     | 10       | 0
COUNTS rmm
  account | meter | measure | quantity
  acme    | agent | used    | 12
LINKS
  rmm acme -> C1
SERVICE edr
  billed by: EDR
  counted by: rmm agent used
  default price: 5 EUR
EXPECT
  kind        | client | service | difference | price | impact
  underbilled | C1     | edr     | 2          | 0     | 0.00

STORY Rows of one agreement that name two billing cycles: each line goes by its own.
PERIOD 2026-10
PSA LINES
  client | agreement | cycle   | line | product | quantity | price
  C1     | A1        | annual  | L1   | M365    | 10       | 120
  C1     | A1        | monthly | L2   | M365    | 1        | 9
COUNTS m365
  account | meter | measure | quantity
  tenant  | BP    | used    | 12
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP used
EXPECT
  kind        | client | service | billed | counted | price | impact
  underbilled | C1     | m365    | 11     | 12      | 10    | 10.00

STORY The same rows the other way round say the same.
PERIOD 2026-10
PSA LINES
  client | agreement | cycle   | line | product | quantity | price
  C1     | A1        | monthly | L2   | M365    | 1        | 9
  C1     | A1        | annual  | L1   | M365    | 10       | 120
COUNTS m365
  account | meter | measure | quantity
  tenant  | BP    | used    | 12
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP used
EXPECT
  kind        | client | service | billed | counted | price | impact
  underbilled | C1     | m365    | 11     | 12      | 10    | 10.00
