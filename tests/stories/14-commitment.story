# Licences bought for a term and not assigned.

STORY Three of ten licences are idle until March: five months begun, 3 at 20 are 300.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | M365    | 7        | 30
COUNTS m365
  account | meter | measure   | quantity | cost | commitment_end
  tenant  | BP    | purchased | 10       | 20   | 2027-03-31
  tenant  | BP    | assigned  | 7        |      |
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
EXPECT
  kind       | source | account | meter | quantity | until      | impact
  commitment | m365   | tenant  | BP    | 3        | 2027-03-31 | 300.00

STORY A term that ends on the first of the next month still costs one month.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | M365    | 7        | 30
COUNTS m365
  account | meter | measure   | quantity | cost | commitment_end
  tenant  | BP    | purchased | 10       | 20   | 2026-11-01
  tenant  | BP    | assigned  | 7        |      |
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
EXPECT
  kind       | source | account | meter | quantity | until      | impact
  commitment | m365   | tenant  | BP    | 3        | 2026-11-01 | 60.00

STORY One month and a day are two begun months.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | M365    | 7        | 30
COUNTS m365
  account | meter | measure   | quantity | cost | commitment_end
  tenant  | BP    | purchased | 10       | 20   | 2026-12-01
  tenant  | BP    | assigned  | 7        |      |
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
EXPECT
  kind       | source | account | meter | quantity | until      | impact
  commitment | m365   | tenant  | BP    | 3        | 2026-12-01 | 120.00

STORY A term that ends on the as-of day binds nobody any more.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | M365    | 7        | 30
COUNTS m365
  account | meter | measure   | quantity | cost | commitment_end
  tenant  | BP    | purchased | 10       | 20   | 2026-10-31
  tenant  | BP    | assigned  | 7        |      |
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
EXPECT

STORY Without a stated number of assigned licences nothing is said about idle ones.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | M365    | 10       | 30
COUNTS m365
  account | meter | measure   | quantity | cost | commitment_end
  tenant  | BP    | purchased | 10       |      | 2027-03-31
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP purchased
EXPECT

STORY Two subscriptions are summed, and the earliest end counts: two idle, one month.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | M365    | 8        | 30
COUNTS m365
  account | meter | measure   | quantity | cost | commitment_end
  tenant  | BP    | purchased | 6        | 20   | 2027-03-31
  tenant  | BP    | purchased | 4        | 20   | 2026-11-15
  tenant  | BP    | assigned  | 5        |      |
  tenant  | BP    | assigned  | 3        |      |
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
EXPECT
  kind       | source | account | meter | quantity | until      | impact
  commitment | m365   | tenant  | BP    | 2        | 2026-11-15 | 40.00

STORY Without a unit cost the idle licences are told and their cost is unknown.
PERIOD 2026-10
PSA LINES
  client | product | quantity | price
  C1     | M365    | 7        | 30
COUNTS m365
  account | meter | measure   | quantity | commitment_end
  tenant  | BP    | purchased | 10       | 2027-03-31
  tenant  | BP    | assigned  | 7        |
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
EXPECT
  kind       | source | account | meter | quantity | until      | impact
  commitment | m365   | tenant  | BP    | 3        | 2027-03-31 | –

STORY From the 28th of October to the 28th of February are four months, not five: February just ends sooner.
PERIOD 2026-10 as of 2026-10-28
PSA LINES
  client | product | quantity | price
  C1     | M365    | 7        | 30
COUNTS m365
  account | meter | measure   | quantity | cost | commitment_end
  tenant  | BP    | purchased | 10       | 20   | 2027-02-28
  tenant  | BP    | assigned  | 7        |      |
LINKS
  m365 tenant -> C1
SERVICE m365
  billed by: M365
  counted by: m365 BP assigned
EXPECT
  kind       | source | account | meter | quantity | until      | impact
  commitment | m365   | tenant  | BP    | 3        | 2027-02-28 | 240.00
