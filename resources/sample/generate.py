#!/usr/bin/env python3
"""Writes the sample: three months of an invented managed service provider, in the file layouts that people really have.

Run it in this folder; the same seed gives the same bytes. What is planned to be wrong is in PLAN below, everything else
is billed as it is counted. All companies, people, ids and prices are made up.
"""
import calendar
import csv
import datetime as dt
import io
import json
import pathlib
import random
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
FILES = HERE / "files"
SEED = 20261031
MONTHS = [(2026, 8), (2026, 9), (2026, 10)]
MSP = "Lantern Ridge IT"

# code, name, domain, users, servers, bundle, suite (which Microsoft 365 plans)
CLIENTS = [
    ("AFL", "Alder & Finch Legal", "alderfinch.example", 34, 3, False, "bp"),
    ("BDG", "Brightwater Dental Group", "brightwaterdental.example", 46, 4, False, "bs bp"),
    ("CFR", "Calder Freight", "calderfreight.example", 58, 5, True, "bs"),
    ("DUN", "Dunmore Architects", "dunmore.example", 22, 2, False, "bp"),
    ("EVE", "Eastgate Veterinary", "eastgatevets.example", 17, 1, False, "bs"),
    ("FAC", "Fairlight Accounting", "fairlight.example", 28, 2, True, "bp"),
    ("GRC", "Granite Ridge Construction", "graniteridge.example", 41, 3, False, "bb bs"),
    ("HLS", "Harrow Lane School", "harrowlane.example", 64, 6, False, "bb"),
    ("ICA", "Ironbridge Castings", "ironbridge.example", 52, 7, False, "bb bs"),
    ("JUW", "Juniper Wellness", "juniperwellness.example", 12, 0, False, "bs"),
    ("KIB", "Kestrel Insurance Brokers", "kestrelbrokers.example", 31, 2, True, "bp"),
    ("LHO", "Larkspur Hotels", "larkspurhotels.example", 73, 6, False, "bb bs"),
    ("MFA", "Mossfield Farms", "mossfield.example", 9, 1, False, "bb"),
    ("NEN", "Northmoor Engineering", "northmoor.example", 67, 8, False, "bp e3"),
    ("OSC", "Orchard Street Clinic", "orchardclinic.example", 24, 2, False, "bs bp"),
    ("PLO", "Pinehurst Logistics", "pinehurst.example", 38, 3, False, "bs"),
    ("QBR", "Quayside Brewing", "quaysidebrewing.example", 15, 1, False, "bs"),
    ("RME", "Redfern Media", "redfernmedia.example", 26, 1, False, "bp"),
    ("SCT", "Stonebridge Charity Trust", "stonebridgetrust.example", 19, 1, False, "bb"),
    ("TMA", "Tidewater Marine", "tidewatermarine.example", 29, 2, False, "bs"),
]
NAME = {code: name for code, name, *_ in CLIENTS}

# product id: description, price, cost
PRODUCTS = {
    "M365-BB": ("Microsoft 365 Business Basic", "7.00", "5.60"),
    "M365-BS": ("Microsoft 365 Business Standard", "14.50", "11.70"),
    "M365-BP": ("Microsoft 365 Business Premium", "25.00", "20.60"),
    "M365-E3": ("Microsoft 365 E3", "43.00", "35.70"),
    "EXO-P1": ("Exchange Online (Plan 1)", "4.80", "3.70"),
    "MANAGED-WS": ("Managed workplace", "18.00", "4.10"),
    "MANAGED-SRV": ("Managed server", "65.00", "9.00"),
    "EDR": ("Endpoint protection", "4.50", "2.40"),
    "WORKPLACE-PLUS": ("Managed workplace with endpoint protection", "21.50", "6.50"),
    "BACKUP-SRV": ("Server backup", "39.00", "17.50"),
    "BACKUP-WS": ("Workstation backup", "6.00", "2.60"),
    "BACKUP-M365": ("Microsoft 365 backup", "2.80", "1.15"),
    "ACROBAT": ("Adobe Acrobat Pro for teams", "27.50", "21.90"),
    "MAILFILTER": ("Mail filter", "2.20", "0.95"),
    "VOICE": ("Hosted voice extension", "11.00", "6.80"),
}

# Microsoft: ProductId, SkuId, the meter's cost
MICROSOFT = {
    "M365-BB": ("CFQ7TTC0LH18", "0001", "5.60"),
    "M365-BS": ("CFQ7TTC0LDPB", "0001", "11.70"),
    "M365-BP": ("CFQ7TTC0LCHC", "0002", "20.60"),
    "M365-E3": ("CFQ7TTC0LFLX", "0001", "35.70"),
    "EXO-P1": ("CFQ7TTC0LH16", "0001", "3.70"),
    "POWERBI": ("CFQ7TTC0HL8W", "0001", "13.10"),
}
MICROSOFT_NAME = {**{k: PRODUCTS[k][0] for k in MICROSOFT if k in PRODUCTS}, "POWERBI": "Power BI Pro"}

# What is wrong on purpose. (client, product) -> per month: billed minus counted ("short"), or the count moves by `step` in
# month `at` and the line stays ("stuck"), or there is no line ("free"), or nothing is counted ("idle").
SHORT = {
    ("AFL", "M365-BP"): (-7, -7, -7), ("CFR", "BACKUP-SRV"): (-2, -2, -2), ("ICA", "EDR"): (-21, -21, -21),
    ("LHO", "MANAGED-WS"): (-9, -9, -9), ("NEN", "M365-E3"): (-6, -6, -6), ("PLO", "BACKUP-M365"): (-5, -5, -5),
    ("HLS", "EXO-P1"): (-8, -8, -8), ("DUN", "MANAGED-SRV"): (-1, -1, -1),
    ("EVE", "M365-BS"): (2, 2, 2), ("RME", "EDR"): (3, 3, 3), ("GRC", "BACKUP-WS"): (2, 2, 2), ("SCT", "M365-BB"): (1, 1, 1),
}
STUCK = {
    ("BDG", "EDR"): (1, 9), ("FAC", "M365-BP"): (2, 5), ("HLS", "M365-BB"): (1, 18), ("PLO", "M365-BS"): (2, 9),
    ("TMA", "BACKUP-SRV"): (1, 1), ("KIB", "BACKUP-M365"): (2, 3), ("QBR", "M365-BS"): (2, -2), ("LHO", "M365-BB"): (1, -3),
}
FREE = {("EVE", "MANAGED-WS"), ("JUW", "EDR"), ("QBR", "BACKUP-WS"), ("OSC", "ACROBAT")}
IDLE = {("MFA", "EXO-P1"): 2, ("ICA", "ACROBAT"): 3, ("RME", "BACKUP-WS"): 3}   # the first two: an invoice that says nothing of them
SWAP = ("OSC", "M365-BS", "M365-BP", 4)         # four people moved to Premium; the agreement still bills Standard
COST_ROSE = ("NEN", "M365-E3", "37.90")         # from the second month the vendor charges more than the line's cost
NO_MAILFILTER_LAST = ["AFL", "DUN", "FAC", "KIB", "RME"]    # the last mail filter export stops half-way


def day(year, month, number):
    return dt.date(year, month, number)


def last_day(index):
    year, month = MONTHS[index]
    return day(year, month, calendar.monthrange(year, month)[1])


def us(date):
    return f"{date.month}/{date.day}/{date.year}"


def write_csv(name, header, rows, delimiter=",", bom=False, line_end="\r\n"):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(header)
    writer.writerows(rows)
    (FILES / name).write_bytes((b"\xef\xbb\xbf" if bom else b"") + text.getvalue().encode("utf-8"))


class World:
    """Counts of every client and product in every month, and what the agreements bill."""

    def __init__(self):
        self.rnd = random.Random(SEED)
        self.counts = {}        # (client, product) -> [m0, m1, m2]
        self.devices = {}       # client -> list of devices
        self.guid = {code: self.make_guid() for code, *_ in CLIENTS}
        for code, _, _, users, servers, _, suite in CLIENTS:
            self.add_users(code, users, suite.split())
            self.add_devices(code, users, servers)
        self.move_counts()

    def make_guid(self):
        raw = f"{self.rnd.getrandbits(128):032x}"
        return f"{raw[:8]}-{raw[8:12]}-4{raw[13:16]}-a{raw[17:20]}-{raw[20:]}"

    def add_users(self, code, users, suite):
        left = users
        for plan in suite[1:]:
            share = max(3, round(users * self.rnd.uniform(0.25, 0.4)))
            self.counts[code, "M365-" + plan.upper()] = [share] * 3
            left -= share
        self.counts[code, "M365-" + suite[0].upper()] = [left] * 3
        if code in ("HLS", "LHO", "ICA", "GRC"):
            self.counts[code, "EXO-P1"] = [max(4, users // 4)] * 3
        if code not in ("JUW", "QBR", "SCT", "EVE"):
            self.counts[code, "BACKUP-M365"] = [users] * 3
        if code in ("AFL", "DUN", "RME", "OSC", "NEN", "TMA", "KIB"):
            self.counts[code, "ACROBAT"] = [max(2, users // 8)] * 3
        if code in ("AFL", "BDG", "DUN", "FAC", "KIB", "LHO", "OSC", "RME", "PLO"):
            self.counts[code, "MAILFILTER"] = [users] * 3
        if code in ("CFR", "FAC", "GRC", "LHO", "NEN", "TMA"):
            self.counts[code, "VOICE"] = [5 * max(1, users // 6)] * 3

    def add_devices(self, code, users, servers):
        devices = []
        for number in range(1, round(users * 0.8) + 1):
            laptop = self.rnd.random() < 0.55
            devices.append({"name": f"{code}-{'LT' if laptop else 'PC'}-{number:03d}", "class": "laptop" if laptop else "desktop",
                            "mac": laptop and self.rnd.random() < 0.12, "from": 0, "s1": True, "ninja": True})
        for number in range(1, servers + 1):
            devices.append({"name": f"{code}-SRV-{number:02d}", "class": "server", "mac": False, "from": 0, "s1": True, "ninja": True})
        self.devices[code] = devices
        self.counts[code, "BACKUP-SRV"] = [servers] * 3
        if code in ("GRC", "AFL", "NEN", "QBR", "DUN"):
            self.counts[code, "BACKUP-WS"] = [max(3, users // 6)] * 3

    def grow(self, code, extra, month):
        number = len(self.devices[code]) + 1
        for offset in range(extra):
            self.devices[code].append({"name": f"{code}-LT-{number + offset:03d}", "class": "laptop", "mac": False, "from": month,
                                       "s1": True, "ninja": False})

    def move_counts(self):
        for key in sorted(self.counts):     # an ordinary month: people come and go, and billing follows
            if key in STUCK or key in SHORT or key[1] in ("VOICE", "BACKUP-SRV", "MAILFILTER") or key[0] == SWAP[0]:
                continue
            if self.rnd.random() < 0.2 and self.counts[key][0] > 6:
                step = self.rnd.choice([-1, 1, 1, 2])
                for month in range(self.rnd.choice([1, 2]), 3):
                    self.counts[key][month] += step
        for (code, product), (at, step) in STUCK.items():
            if product == "EDR":
                self.grow(code, step, at)
                continue
            for month in range(at, 3):
                self.counts[code, product][month] += step
        code, old, new, seats = SWAP
        for month in range(3):
            self.counts[code, old][month] -= seats
            self.counts[code, new][month] += seats
        for (code, product), _ in IDLE.items():
            self.counts.pop((code, product), None)

    def live(self, code, month):
        return [d for d in self.devices[code] if d["from"] <= month]

    def counted(self, code, product, month):
        devices = self.live(code, month)
        if product == "EDR":
            return sum(d["s1"] for d in devices) + (1 if code == "GRC" else 0)      # one reinstalled laptop, twice
        if product == "MANAGED-WS":
            return sum(d["class"] != "server" for d in devices)
        if product == "MANAGED-SRV":
            return sum(d["class"] == "server" for d in devices)
        return self.counts.get((code, product), [0, 0, 0])[month]

    def billed(self, code, product, month):
        if (code, product) in FREE:
            return None
        if (code, product) in IDLE:
            return IDLE[code, product]
        if (code, product) in STUCK:
            return self.counted(code, product, 0)
        if (code, product) == SWAP[:2]:
            return self.counted(code, product, month) + SWAP[3]
        if (code, product) == (SWAP[0], SWAP[2]):
            return self.counted(code, product, month) - SWAP[3]
        if code == "BDG" and product == "MANAGED-WS":
            return self.counted(code, product, 2)       # billed ahead of the new laptops in the first month
        return self.counted(code, product, month) + SHORT.get((code, product), (0, 0, 0))[month]


def exceptions_of():
    return [
        ("AFL", "m365-bp", 1, "Not for resale: licence of the managing partner", "Dana Whitlock", "2026-12-31"),
        ("NEN", "m365-bp", 2, "Two users on notice, leaving with the quarter", "Dana Whitlock", "2026-10-31"),
        ("LHO", "edr", 3, "Seasonal reception laptops, free until the season ends", "Ivo Marsh", "2026-11-30"),
        ("DUN", "backup-m365", 1, "Shared drawing mailbox, agreed in writing", "Ivo Marsh", ""),
    ]


SERVICE_OF = {"M365-BB": "m365-bb", "M365-BS": "m365-bs", "M365-BP": "m365-bp", "M365-E3": "m365-e3", "EXO-P1": "exchange-p1",
              "MANAGED-WS": "managed-ws", "MANAGED-SRV": "managed-server", "EDR": "edr", "BACKUP-SRV": "backup-server",
              "BACKUP-WS": "backup-workstation", "BACKUP-M365": "backup-m365", "ACROBAT": "acrobat", "MAILFILTER": "mailfilter",
              "VOICE": "voice"}

CONNECTWISE = ("Company,Agreement,ProductName,id,product,quantity,lessIncluded,unitPrice,unitCost,billCustomer,effectiveDate,taxableFlag,"
               "invoiceDescription,purchaseItemFlag,specialOrderFlag,agreementId,description,billedQuantity,uom,extPrice,extCost,"
               "sequenceNumber,margin,prorateCost,proratePrice,extendedProrateCost,extendedProratePrice,prorateCurrentPeriodFlag,"
               "agreementStatus,additionStatus,_info").split(",")


def psa_lines(world, month):
    """(client, agreement, agreement id, product, quantity, included, billable) of one month."""
    taken_off = {(c, s): q for c, s, q, *_ in exceptions_of()}
    for index, (code, _, _, _, _, bundle, _) in enumerate(CLIENTS):
        main, cloud = ("Managed Services", 4100 + index), ("Cloud Subscriptions", 4300 + index)
        for product in PRODUCTS:
            if product == "WORKPLACE-PLUS":
                continue
            quantity = world.billed(code, product, month)
            if quantity is None or quantity + (1 if (code, product) in IDLE else 0) <= 0:
                continue
            quantity -= taken_off.get((code, SERVICE_OF[product]), 0)
            if bundle and product == "MANAGED-WS":
                yield code, *main, "WORKPLACE-PLUS", quantity, 0, True
                continue
            if bundle and product == "EDR":     # the bundle covers the workplaces; servers are billed by themselves
                quantity -= world.billed(code, "MANAGED-WS", month)
            if quantity <= 0:
                continue
            agreement = cloud if product.startswith(("M365", "EXO", "ACROBAT", "BACKUP-M365")) else main
            included = 2 if (code, product) == ("HLS", "BACKUP-SRV") else 0
            billable = (code, product) != ("SCT", "MANAGED-SRV")       # a charity: the server is looked after for nothing
            yield code, *agreement, product, quantity, included, billable
        if code == "LHO":       # the same line once more in a forgotten agreement
            yield code, "Hotel Annexe (old)", 4399, "VOICE", world.billed(code, "VOICE", month), 0, True


def write_psa(world, month):
    rows = []
    for number, (code, agreement, agreement_id, product, quantity, included, billable) in enumerate(psa_lines(world, month)):
        text, price, cost = PRODUCTS[product]
        rows.append([NAME[code], agreement, product, agreement_id * 100 + list(PRODUCTS).index(product), product, f"{quantity}.00",
                     f"{included}.00", price, cost, "Billable" if billable else "DoNotBill", "2025-11-01T00:00:00Z", "true", text,
                     "false", "false", agreement_id, text, f"{max(0, quantity - included)}.00", "EA",
                     f"{float(price) * max(0, quantity - included):.2f}", f"{float(cost) * quantity:.2f}", f"{number + 1}.00",
                     f"{(float(price) - float(cost)) * quantity:.2f}", "0.00", "0.00", "0.00", "0.00", "false", "Active", "Active", ""])
    name = f"connectwise-agreements-{MONTHS[month][0]}-{MONTHS[month][1]:02d}.csv"
    write_csv(name, CONNECTWISE, rows, bom=True)
    return name


NCE = ("PartnerId,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,InvoiceNumber,MpnId,ResellerMpnId,OrderId,OrderDate,ProductId,"
       "SkuId,AvailabilityId,SkuName,ProductName,ChargeType,UnitPrice,Quantity,Subtotal,TaxTotal,Total,Currency,PriceAdjustmentDescription,"
       "PublisherName,PublisherId,SubscriptionDescription,SubscriptionId,ChargeStartDate,ChargeEndDate,TermAndBillingCycle,"
       "EffectiveUnitPrice,UnitType,AlternateId,BillableQuantity,BillingFrequency,PricingCurrency,PCToBCExchangeRate,"
       "PCToBCExchangeRateDate,MeterDescription,ReservationOrderId,CreditReasonCode,SubscriptionStartDate,SubscriptionEndDate,"
       "ReferenceId,ProductQualifiers,PromotionId,ProductCategory").split(",")
PARTNER = "5b0c1d7e-93a4-4c1e-a3f2-7d0e6f4b8a10"


def microsoft_seats(world, month):
    for code, *_ in CLIENTS:
        for product in MICROSOFT:
            seats = world.counted(code, product, month)
            if seats > 0:
                yield code, product, seats, world.counted(code, product, month - 1) if month else seats
    yield "RME", "POWERBI", 6, 6        # nobody ever made a service of it
    yield "SELF", "M365-BP", 25, 25     # our own tenant
    if month == 2:
        yield "NEW", "M365-BS", 14, 14  # won in October, nobody linked it yet


def tenant(world, code):
    if code == "SELF":
        return "0f4a7c52-1b6d-4e0a-9c33-2f8b5d7e6a01", MSP, "lanternridge.example"
    if code == "NEW":
        return "c9d2e7b4-55a1-4f0c-8b1e-6a7d3c2f9e88", "Upland Surveyors Ltd", "uplandsurveyors.example"
    domain = {c: d for c, _, d, *_ in CLIENTS}[code]
    return world.guid[code], NAME[code] + (" Ltd" if code in ("BDG", "ICA", "PLO") else ""), domain


def write_microsoft(world, month):
    first, last = day(*MONTHS[month], 1), last_day(month)
    rows = []

    def charge(code, product, subscription, kind, quantity, start, cost):
        guid, name, domain = tenant(world, code)
        product_id, sku, _ = MICROSOFT[product]
        part = ((last - start).days + 1) / ((last - first).days + 1)
        subtotal = f"{round(float(cost) * part * quantity, 2):.2f}"
        end = day(2027, 3, 14) if code in ("NEN", "AFL") else day(2027, 1, 31)
        rows.append([PARTNER, guid, name, domain, "IE", f"G0{48210000 + month}", "6214480", "", f"o-{subscription[:12]}", us(day(2026, 2, 1)),
                     product_id, sku, product_id[-8:] + "AV", MICROSOFT_NAME[product], MICROSOFT_NAME[product], kind, cost, quantity,
                     subtotal, "0.00", subtotal, "EUR", "", "Microsoft", "", MICROSOFT_NAME[product], subscription, us(start), us(last),
                     "One-Year commitment for monthly billing", cost, "Licenses", "", quantity, "Monthly", "EUR", "1",
                     us(first), "", "", "", us(day(2026, 2, 1)), us(end), "", "", "", "New Commerce"])

    for code, product, seats, before in microsoft_seats(world, month):
        cost = MICROSOFT[product][2]
        if (code, product) == COST_ROSE[:2] and month >= 1:
            cost = COST_ROSE[2]
        key = random.Random(f"{SEED}-{code}-{product}")
        subscription = f"{key.getrandbits(128):032x}"
        subscription = "-".join([subscription[:8], subscription[8:12], subscription[12:16], subscription[16:20], subscription[20:]])
        if seats > before:      # seats added in mid-month: the refund of the old and the charge of the new full quantity
            charge(code, product, subscription, "cycleCharge", before, first, cost)
            charge(code, product, subscription, "addQuantity", -before, first + dt.timedelta(days=11), cost)
            charge(code, product, subscription, "addQuantity", seats, first + dt.timedelta(days=11), cost)
        elif (code, product) == ("LHO", "M365-BS"):     # two subscriptions of one product
            charge(code, product, subscription, "cycleCharge", seats - 5, first, cost)
            charge(code, product, subscription[:-1] + "0", "cycleCharge", 5, first, cost)
        else:
            charge(code, product, subscription, "cycleCharge", seats, first, cost)
    name = f"microsoft-nce-{MONTHS[month][0]}-{MONTHS[month][1]:02d}.csv"
    write_csv(name, NCE, rows, bom=True)
    return name


SENTINELONE = ("Endpoint Name,Account,Site,Last Logged In User,Group,Domain,Console Visible IP,Agent Version,Last Active,Registered On,"
               "Device Type,OS,OS Version,Architecture,CPU Count,Core Count,Network Status,Full Disk Scan,IP Address,Installer Type,"
               "Storage Name,Storage Type,Last successful scan,Locations").split(",")


def site(code):
    """As the technician typed it into the endpoint console."""
    return {"BDG": "Brightwater Dental", "HLS": "Harrow Lane", "NEN": "Northmoor Eng.", "LHO": "Larkspur Hotels & Spa",
            "AFL": "Alder and Finch Legal"}.get(code, NAME[code])


def write_sentinelone(world, month):
    rnd = random.Random(f"{SEED}-s1-{month}")
    end = last_day(month)
    rows = []

    def endpoint(name, where, kind, mac, seen, registered):
        system = "macOS" if mac else "Windows Server 2022 Standard" if kind == "server" else "Windows 11 Pro"
        rows.append([name, MSP, where, "", "Default Group", "WORKGROUP", f"203.0.113.{rnd.randrange(1, 250)}", "24.2.3.471",
                     f"{seen} {rnd.randrange(7, 18):02d}:{rnd.randrange(60):02d}:00", f"{registered} 09:00:00", kind, system, "23H2", "64 bit",
                     1, rnd.choice([4, 8, 12]), "Connected", "Completed", f"10.{rnd.randrange(20)}.0.{rnd.randrange(2, 250)}", ".msi", "", "",
                     f"{seen} 03:00:00", "Office"])

    for code, *_ in CLIENTS:
        for index, device in enumerate(world.live(code, month)):
            if not device["s1"]:
                continue
            seen = end - dt.timedelta(days=rnd.randrange(0, 6))
            if code in ("CFR", "PLO") and index in (4, 9, 17):
                seen = end - dt.timedelta(days=47 + index)      # agents nobody has seen for weeks
            endpoint(device["name"], site(code), device["class"], device["mac"], seen, day(2025, 12, 3) if device["from"] == 0 else end)
        if code == "GRC":   # reinstalled: two agents of one name
            endpoint("GRC-LT-002" if any(d["name"] == "GRC-LT-002" for d in world.devices[code]) else world.devices[code][1]["name"],
                     site(code), "laptop", False, end, day(2026, 6, 18))
    for number in range(1, 6):
        endpoint(f"FBL-PC-{number:03d}", "Fernbank Lettings", "desktop", False, end, day(2026, 7, 2))     # no client of this name
    name = f"sentinelone-endpoints-{MONTHS[month][0]}-{MONTHS[month][1]:02d}.csv"
    write_csv(name, SENTINELONE, rows)
    return name


NINJAONE = "created,systemName,nodeClass,organizationName,locationName,approvalStatus,offline,lastContact".split(",")


def write_ninjaone(world, month):
    rnd = random.Random(f"{SEED}-ninja-{month}")
    end = last_day(month)
    rows = []
    for code, *_ in CLIENTS:
        for device in world.live(code, month):
            if not device["ninja"]:
                continue
            kind = "WINDOWS_SERVER" if device["class"] == "server" else "MAC" if device["mac"] else "WINDOWS_WORKSTATION"
            seen = end - dt.timedelta(days=rnd.randrange(0, 4))
            rows.append(["2025-12-03T09:12:00Z", device["name"], kind, NAME[code], "Main Office", "APPROVED", "false",
                         f"{seen}T{rnd.randrange(6, 22):02d}:{rnd.randrange(60):02d}:00Z"])
        if code in ("ICA", "LHO"):
            rows.append(["2026-07-01T08:00:00Z", f"{code}-NEW-001", "WINDOWS_WORKSTATION", NAME[code], "Main Office", "PENDING", "true",
                         f"{end}T08:00:00Z"])
    name = f"ninjaone-devices-{MONTHS[month][0]}-{MONTHS[month][1]:02d}.csv"
    write_csv(name, NINJAONE, rows, line_end="\n")
    return name


def group(name):
    return [f"{name}_Id", name, f"{name}_Legal", f"{name}_Ref", f"{name}_Vat"]


COVE = (group("Disti") + group("SubDisti") + group("Reseller") + group("EndCustomer") + group("Site")
        + ("CustomerId,CustomerName,CustomerReference,CustomerState,ProductionDate,ServiceType,OsType,CurrentMonthMvSKU,DeviceId,DeviceName,"
           "ComputerName,CreationDate,DeviceDeletionDate,UsedStorageGb,UsedStorageMvDate,SelectedSizeGb,SelectedSizeMvDate,O365Users,"
           "O365UsersMvDate,RecoveryTesting,RecoveryTestingMvDate").split(","))


def write_cove(world, month):
    rnd = random.Random(f"{SEED}-cove-{month}")
    end = last_day(month)
    rows = []
    device_id = 500100
    for index, (code, *_) in enumerate(CLIENTS):
        customer = 77100 + index
        plan = [("BACKUP-SRV", "Server", "Physical Server"), ("BACKUP-WS", "Workstation", "Workstation"), ("BACKUP-M365", "Undefined", "Microsoft 365")]
        for product, system, sku in plan:
            count = world.counted(code, product, month)
            for number in range(1, (1 if product == "BACKUP-M365" and count else count) + 1):
                device_id += 1
                cloud = product == "BACKUP-M365"
                name = f"{code.lower()}-m365" if cloud else f"{code.lower()}-{'srv' if system == 'Server' else 'ws'}-{number:02d}"
                row = ["100", "Coastline Distribution", "Coastline Distribution Ltd", "", "", "", "", "", "", "",
                       "2044", MSP, MSP, "", "", customer, NAME[code], NAME[code], "", "", "", "", "", "", ""]
                row += [customer, NAME[code], code, "InProduction", "2025-11-20", "BackupManager" if not cloud else "O365", system, sku,
                        device_id, name, name.upper(), "2025-11-20", "", rnd.randrange(40, 900), end, 0 if cloud else 1000, end,
                        count if cloud else "", end if cloud else "", "No", ""]
                rows.append(row)
    name = f"cove-maxvalueplus-{MONTHS[month][0]}-{MONTHS[month][1]:02d}.csv"
    write_csv(name, COVE, rows, line_end="\n")
    return name


ALSO = ["Reseller", "Company", "Department", "Product name", "Vendor", "VendorReference", "Attributes", "Account", "BillingStartDate",
        "Priceable item", "Charge", "Interval", "Contract Id", "SecondVendorReference"]


def write_also(world, month):
    first, last = day(*MONTHS[month], 1), last_day(month)
    german = "%d.%m.%Y"
    rows = []
    for index, (code, *_) in enumerate(CLIENTS):
        count = world.counted(code, "ACROBAT", month)
        if count > 0:
            rows.append([MSP, NAME[code] if code != "TMA" else "Tidewater Marine Services", "", "Adobe Acrobat Pro for teams", "Adobe",
                         "65304520BA01A12", f"Billing Type=Monthly (with 1-year commitment) - P1Y Quantity={count}",
                         f"{code.lower()}@marketplace", first.strftime(german), "Monthly fee", round(21.90 * count, 2),
                         f"{first.strftime(german)} - {last.strftime(german)}", f"C-{88000 + index}", ""])
    rows.append([MSP, NAME["RME"], "", "Adobe Creative Cloud All Apps", "Adobe", "65291639BA01A12",
                 "Billing Type=Monthly (with 1-year commitment) - P1Y Quantity=3", "rme@marketplace", first.strftime(german), "Monthly fee", 221.70,
                 f"{first.strftime(german)} - {last.strftime(german)}", "C-88190", ""])
    name = f"also-charges-{MONTHS[month][0]}-{MONTHS[month][1]:02d}.xlsx"
    write_xlsx(name, [("Grouped By Service", [["Product name", "Attributes", "Interval", "Quantity", "Price per unit", "Total price"]]),
                      ("Raw Charges", [ALSO] + rows)])
    return name


def write_xlsx(name, sheets):
    """A plain workbook by hand: openpyxl stamps the time of day into the file, and the sample is to be the same bytes."""
    strings = {}

    def cell(column, row, value):
        place = f"{chr(65 + column)}{row}"
        if isinstance(value, (int, float)):
            return f'<c r="{place}"><v>{value}</v></c>'
        if value == "":
            return ""
        return f'<c r="{place}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'

    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {}
    for number, (_, rows) in enumerate(sheets, 1):
        lines = "".join(f'<row r="{r}">' + "".join(cell(c, r, v) for c, v in enumerate(row)) + "</row>" for r, row in enumerate(rows, 1))
        parts[f"xl/worksheets/sheet{number}.xml"] = f'{head}<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>'
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    parts["xl/sharedStrings.xml"] = f'{head}<sst xmlns="{main}" count="{len(strings)}" uniqueCount="{len(strings)}">{items}</sst>'
    names = "".join(f'<sheet name="{escape(t)}" sheetId="{n}" r:id="rId{n}"/>' for n, (t, _) in enumerate(sheets, 1))
    parts["xl/workbook.xml"] = f'{head}<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{names}</sheets></workbook>'
    links = "".join(f'<Relationship Id="rId{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(sheets) + 1))
    links += f'<Relationship Id="rId{len(sheets) + 1}" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
    parts["xl/_rels/workbook.xml.rels"] = f'{head}<Relationships xmlns="{package}/relationships">{links}</Relationships>'
    parts["_rels/.rels"] = (f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" '
                            'Target="xl/workbook.xml"/></Relationships>')
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    sheets_types = "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>' for n in range(1, len(sheets) + 1))
    parts["[Content_Types].xml"] = (f'{head}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.'
                                    'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                                    f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{sheets_types}'
                                    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/></Types>')
    with zipfile.ZipFile(FILES / name, "w", zipfile.ZIP_DEFLATED) as book:
        for path in sorted(parts):
            info = zipfile.ZipInfo(path, (2026, 11, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            book.writestr(info, parts[path])


def write_mailfilter(world, month):
    rows = []
    for code, *_ in CLIENTS:
        count = world.counted(code, "MAILFILTER", month)
        if count and not (month == 2 and code in NO_MAILFILTER_LAST):
            rows.append([NAME[code], "Mail filter", count])
    name = f"mailfilter-{MONTHS[month][0]}-{MONTHS[month][1]:02d}.csv"
    write_csv(name, ["Client Name", "Product Name", "Quantity"], rows)
    return name


def write_voice(world, month):
    rows = []
    for index, (code, *_) in enumerate(CLIENTS):
        count = world.counted(code, "VOICE", month)
        if not count:
            continue
        account, used = f"V-{200 + index}", count - (7 if code == "NEN" else 0)
        end = "2027-06-30" if code == "NEN" else ""
        for measure, quantity in (("purchased", count - (2 if code == "CFR" else 0)), ("assigned", used - (2 if code == "CFR" else 0))):
            rows.append([account, NAME[code], "extension", "Hosted voice extension", f"S-{account}", measure, quantity,
                         "6.80" if measure == "purchased" else "", "EUR" if measure == "purchased" else "", "annual" if end else "monthly",
                         end if measure == "purchased" else "", "active"])
    name = f"voice-counts-{MONTHS[month][0]}-{MONTHS[month][1]:02d}.csv"
    write_csv(name, "account_id,account_name,meter_id,meter_name,subscription_id,measure,quantity,unit_cost,currency,term,commitment_end,"
              "status".split(","), rows, line_end="\n")
    return name


def services():
    def one(product, counted, **more):
        text, price, _ = PRODUCTS[product]
        billed = [{"product": product}]
        if product in ("MANAGED-WS", "EDR"):
            billed.append({"product": "WORKPLACE-PLUS"})
        return {"id": SERVICE_OF[product], "name": text, "default_price": price, "currency": "EUR", "billed": billed, "counted": counted, **more}

    def microsoft(product):
        meter = METERS["microsoft"](*MICROSOFT[product][:2])
        return one(product, [{"source": "microsoft", "meter": meter, "measure": "purchased"}],
                   **({"group": "m365"} if product.startswith("M365") else {}))

    s1, ninja = METERS["sentinelone"], METERS["ninjaone"]
    return [microsoft(p) for p in ("M365-BB", "M365-BS", "M365-BP", "M365-E3", "EXO-P1")] + [
        one("MANAGED-WS", [{"source": "ninjaone", "meter": ninja, "measure": "assets", "class": ["workstation"], "status": ["active"]},
                           {"source": "sentinelone", "meter": s1, "measure": "assets", "class": ["workstation"]}], combine="distinct", distinct_by="name"),
        one("MANAGED-SRV", [{"source": "ninjaone", "meter": ninja, "measure": "assets", "class": ["server"], "status": ["active"]}]),
        one("EDR", [{"source": "sentinelone", "meter": s1, "measure": "assets", "class": ["workstation", "server"]}], stale_after_days=30),
        one("BACKUP-SRV", METERS["cove"]["BACKUP-SRV"]),
        one("BACKUP-WS", METERS["cove"]["BACKUP-WS"]),
        one("BACKUP-M365", METERS["cove"]["BACKUP-M365"]),
        one("ACROBAT", [{"source": "also", "meter": METERS["also"], "measure": "purchased"}]),
        one("MAILFILTER", [{"source": "mailfilter", "meter": METERS["mailfilter"], "measure": "used"}], tolerance={"quantity": "1"}),
        one("VOICE", [{"source": "voice", "meter": "extension", "measure": "purchased"}], pack="5"),
    ]


# The ids under which the file layouts know each product.
METERS = {
    "microsoft": lambda product, sku: f"{product}:{sku}",
    "sentinelone": "endpoint",
    "ninjaone": "device",
    "cove": {
        "BACKUP-SRV": [{"source": "cove", "meter": "backup-device", "measure": "assets", "class": ["server"], "status": ["active"]}],
        "BACKUP-WS": [{"source": "cove", "meter": "backup-device", "measure": "assets", "class": ["workstation"], "status": ["active"]}],
        "BACKUP-M365": [{"source": "cove", "meter": "m365-users", "measure": "used"}],
    },
    "also": "65304520BA01A12",
    "mailfilter": "Mail filter",
}


def links(world):
    rows = []
    for index, (code, name, *_) in enumerate(CLIENTS):
        rows.append(["microsoft", world.guid[code], name, "linked", "same domain"])
        rows.append(["sentinelone", site(code), name, "linked", "same name" if site(code) == name else "confirmed by Dana Whitlock"])
        rows.append(["ninjaone", name, name, "linked", "same name"])
        if code != "JUW":
            rows.append(["cove", str(77100 + index), name, "linked", "same name"])
        if any(world.counted(code, "ACROBAT", m) for m in range(3)) and code != "TMA":
            rows.append(["also", name, name, "linked", "same name"])
        if world.counted(code, "MAILFILTER", 0):
            rows.append(["mailfilter", name, name, "linked", "same name"])
        if world.counted(code, "VOICE", 0):
            rows.append(["voice", f"V-{200 + index}", name, "linked", "same name"])
    rows.append(["also", NAME["ICA"], NAME["ICA"], "linked", "same name"])
    rows.append(["microsoft", tenant(world, "SELF")[0], "", "ignored", "Our own tenant"])
    return rows


def main():
    FILES.mkdir(exist_ok=True)
    for old in FILES.iterdir():
        old.unlink()
    world = World()
    writers = [("psa", "psa", write_psa), ("microsoft", "vendor", write_microsoft), ("sentinelone", "vendor", write_sentinelone),
               ("ninjaone", "vendor", write_ninjaone), ("cove", "vendor", write_cove), ("also", "vendor", write_also),
               ("mailfilter", "vendor", write_mailfilter), ("voice", "vendor", write_voice)]
    sources = [{"name": name, "side": side, "connector": "file",
                "files": {f"{y}-{m:02d}": [writer(world, index)] for index, (y, m) in enumerate(MONTHS)}} for name, side, writer in writers]
    write_csv("links.csv", ["source", "account_id", "client_id", "state", "reason"], links(world), line_end="\n")
    write_csv("exceptions.csv", ["client_id", "service_id", "quantity", "reason", "author", "until"],
              [[NAME[c], *rest] for c, *rest in exceptions_of()], line_end="\n")
    (FILES / "services.json").write_text(json.dumps(services(), indent=2) + "\n")
    manifest = {"name": f"{MSP} (sample)", "currency": "EUR", "periods": [f"{y}-{m:02d}" for y, m in MONTHS], "sources": sources,
                # Approved in September and forgotten in the PSA: October finds that it was not applied.
                "approvals": [{"key": f"2026-09/underbilled/{NAME['CFR']}/backup-server", "by": "Sample reviewer"}]}
    (HERE / "sample.json").write_text(json.dumps(manifest, indent=2) + "\n")


if __name__ == "__main__":
    main()
