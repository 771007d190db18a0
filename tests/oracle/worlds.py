"""Seeded random worlds as neutral files: small, and crowded with everything the rules know.

    python3 worlds.py SEED FOLDER
"""

import csv
import json
import random
import sys
from datetime import date, timedelta
from pathlib import Path

from reference import before, last_day

LINE_COLUMNS = ["client_id", "client_name", "parent_client_id", "roll_up", "agreement_id", "agreement_name", "agreement_start",
                "agreement_end", "billing_cycle", "line_id", "product_id", "product_name", "quantity", "included_quantity", "unit_price",
                "unit_cost", "currency", "billable", "effective_date", "cancelled_date"]
PRODUCT_COLUMNS = ["product_id", "product_name", "list_price", "unit_cost", "currency"]
COUNT_COLUMNS = ["account_id", "account_name", "meter_id", "meter_name", "subscription_id", "measure", "quantity", "unit_cost",
                 "currency", "term", "commitment_end", "status"]
ASSET_COLUMNS = ["account_id", "account_name", "meter_id", "meter_name", "asset_id", "asset_name", "asset_class", "status",
                 "assigned_at", "ended_at", "last_seen_at"]

CLIENT_IDS = ["C1", "C2", "C3", "c3", "C/4", "C 5", "Ö6", "C%7", "C8"]
CLASSES = ["workstation", "Server", "  SERVER ", "Workstation", "mailbox", "", "Straße"]
STATUSES = ["active", "Active", "suspended", "", "STRASSE"]
NAMES = ["pc-1", "PC-1", "pc-2", "srv-1", "Srv-1 ", "srv-2", "GROSS", "groß", "", "", "nb-01", "nb-02"]


class Maker:
    def __init__(self, seed, folder):
        self.pick = random.Random(seed)
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.serial = 0

    def chance(self, share):
        return self.pick.random() < share

    def one(self, values):
        return self.pick.choice(values)

    def write(self, name, columns, rows):
        with open(self.folder / name, "w", newline="", encoding="utf-8") as stream:
            writer = csv.DictWriter(stream, columns)
            writer.writeheader()
            writer.writerows(rows)
        return name

    # --- the plan

    def make(self):
        self.currency = self.one(["EUR", "USD", "JPY", "KWD"])
        self.other = self.one([c for c in ("EUR", "USD", "JPY", "KWD") if c != self.currency])
        self.sources = {"psa": "psa", **{name: "vendor" for name in self.pick.sample(["rmm", "edr", "cloud/1", "back up"], self.pick.randint(1, 3))}}
        self.vendors = [name for name, side in self.sources.items() if side == "vendor"]
        self.meters = {vendor: [f"m{i}" for i in range(self.pick.randint(1, 4))] for vendor in self.vendors}
        self.products = [f"P{i}" for i in range(self.pick.randint(2, 6))]
        self.cycles, self.money_of = {}, {}
        self.make_clients()
        self.make_services()
        self.make_links()
        self.make_exceptions()
        month = self.one(["2026-01", "2026-03", "2026-10", "2027-02"])
        periods = [month]
        for _ in range(self.pick.randint(0, 2)):
            periods.insert(0, before(periods[0]))
        imports = []
        self.lines = None
        for period in periods:
            imports += self.make_period(period)
        plan = {
            "currency": self.currency, "sources": self.sources, "imports": imports,
            "periods": [{"period": p, "as_of": self.as_of(p)} for p in periods],
            "ignored_meters": sorted({(v, m) for v in self.vendors for m in self.meters[v] if self.chance(0.15)}),
        }
        (self.folder / "world.json").write_text(json.dumps(plan, indent=1, ensure_ascii=False), encoding="utf-8")

    def as_of(self, period):
        return f"{period}-{self.pick.randint(1, 28):02d}" if self.chance(0.25) else None

    def make_clients(self):
        self.clients = {}
        for client in self.pick.sample(CLIENT_IDS, self.pick.randint(2, 6)):
            parent = self.one(list(self.clients)) if self.clients and self.chance(0.55) else ""
            self.clients[client] = (parent, self.chance(0.6))

    def make_services(self):
        definitions = []
        free = [(v, m) for v in self.vendors for m in self.meters[v]]
        self.pick.shuffle(free)
        for i in range(self.pick.randint(1, 5)):
            definition = self.make_service(f"s{i}", free)
            if definition:
                definitions.append(definition)
        self.services = definitions
        (self.folder / "services.json").write_text(json.dumps(definitions, indent=1, ensure_ascii=False), encoding="utf-8")

    def make_service(self, service_id, free):
        meters = self.pick.sample(free, min(len(free), self.pick.randint(1, 3)))
        combine = self.one(["sum", "sum", "max", "distinct", None])
        entries = [self.make_entry(v, m, combine) for v, m in meters]
        if combine in ("sum", None) and self.chance(0.3):
            second = self.make_entry(*meters[0], combine)  # the same meter twice, with other filters
            if {**second, "each": ""} != {**entries[0], "each": ""}:
                entries.append(second)
        products = self.pick.sample(self.products, self.pick.randint(1, min(3, len(self.products))))
        out = {"id": service_id, "name": f"Service {service_id}", "counted": entries,
               "billed": [{"product": p, **({"each": self.one(["1", "1", "2", "5", "0.5"])} if self.chance(0.5) else {})} for p in products]}
        optional = {
            "group": (0.5, ["g1", "g1", "g2"]), "default_price": (0.5, ["4.50", "0.3333", "12", "0"]), "included": (0.25, ["1", "2.5"]),
            "minimum": (0.25, ["1", "5", "3.5"]), "pack": (0.4, ["1", "5", "0", "2.5", "10"]), "grace_days": (0.4, [0, 7, 30]),
        }
        for name, (share, values) in optional.items():
            if self.chance(share):
                out[name] = self.one(values)
        if combine:
            out["combine"] = combine
        if combine == "distinct" or self.chance(0.3):
            out["distinct_by"] = self.one(["name", "id"])
        if combine in ("sum", None) and len({(e["source"], e["meter"]) for e in entries}) == len(entries) and self.chance(0.4):
            out["stale_after_days"] = self.one([0, 10, 30])
        if self.chance(0.5):
            out["tolerance"] = {"quantity": self.one(["0", "1", "0.5"]), "percent": self.one(["0", "5", "10"]),
                                "money": self.one([None, "0", "5", "10.005"]), "cost": self.one(["0.01", "0", "0.5"])}
        return out

    def make_entry(self, source, meter, combine):
        measure = "assets" if combine == "distinct" else self.one(["assets", "assets", "purchased", "assigned", "used"])
        entry = {"source": source, "meter": meter, "measure": measure}
        if self.chance(0.4):
            entry["each"] = self.one(["1", "1", "2", "0.25"])
        if measure == "assets":
            if self.chance(0.35):
                entry["class"] = self.pick.sample(["workstation", "SERVER", "mailbox", "strasse"], self.pick.randint(1, 2))
            if self.chance(0.3):
                entry["status"] = self.pick.sample(["Active", "suspended", "straße"], self.pick.randint(1, 2))
            if self.chance(0.25):
                entry["name"] = self.one(["*", "pc-*", "SRV-?", "*-1", "gro*"])
        return entry

    def make_links(self):
        self.accounts, rows = {}, []
        for vendor in self.vendors:
            self.accounts[vendor] = [f"{vendor[0]}{i}" for i in range(self.pick.randint(1, len(self.clients) + 2))]
            for account in self.accounts[vendor]:
                luck = self.pick.random()
                if luck < 0.78:
                    rows.append({"source": vendor, "account_id": account, "client_id": self.one(list(self.clients)), "state": "linked", "reason": ""})
                elif luck < 0.86:
                    rows.append({"source": vendor, "account_id": account, "client_id": "", "state": "ignored", "reason": "our own lab"})
        self.write("links.csv", ["source", "account_id", "client_id", "state", "reason"], rows)

    def make_exceptions(self):
        rows = []
        if self.services:
            for _ in range(self.pick.randint(0, 4)):
                rows.append({"client_id": self.one(list(self.clients)), "service_id": self.one(self.services)["id"],
                             "quantity": self.one(["1", "2", "0.5", "40"]), "reason": "not for resale", "author": "Jana",
                             "until": self.one(["", "2026-01-15", "2026-10-31", "2027-06-30"])})
        self.write("exceptions.csv", ["client_id", "service_id", "quantity", "reason", "author", "until"], rows)

    # --- one period

    def near(self, period, share, spread=45):
        if not self.chance(share):
            return ""
        return (last_day(period) + timedelta(days=self.pick.randint(-spread, spread))).isoformat()

    def make_period(self, period):
        imports = []
        label = period.replace("-", "")
        self.move_lines(period)
        lines = self.write(f"{label}-lines.csv", LINE_COLUMNS, self.lines)
        products = self.write(f"{label}-products.csv", PRODUCT_COLUMNS, [self.make_product(p) for p in self.products])
        imports.append({"source": "psa", "period": period, "files": [lines, products]})
        for number, vendor in enumerate(self.vendors):
            for attempt in range(1 if self.chance(0.9) else 2):  # a second batch takes the place of the first
                counts = self.make_counts(vendor, period)
                assets = self.make_assets(vendor, period)
                if self.chance(0.08):
                    continue  # no batch
                name = f"{label}-{number}-{attempt}"
                files = [self.write(f"{name}-counts.csv", COUNT_COLUMNS, counts)] if counts else []
                files += [self.write(f"{name}-assets.csv", ASSET_COLUMNS, assets)] if assets else []
                if files:
                    imports.append({"source": vendor, "period": period, "files": files})
        return imports

    def make_product(self, product):
        return {"product_id": product, "product_name": product, "list_price": self.one(["", "3", "7.25"]), "unit_cost": "", "currency": self.currency}

    def move_lines(self, period):
        if self.lines is None or self.chance(0.2):
            self.lines = []
            for client, (parent, roll_up) in self.clients.items():
                if self.chance(0.25):
                    continue  # without a line it is still who it was
                for _ in range(self.pick.randint(1, 4)):
                    self.lines.append(self.make_line(client, parent, roll_up, period))
            return
        for line in self.lines:  # most stay as they were: numbers that do not follow are what stale means
            if self.chance(0.25):
                line["quantity"] = self.one(["0", "1", "3", "7", "12"])

    def make_line(self, client, parent, roll_up, period):
        self.serial += 1
        agreement = f"{client}-A{self.pick.randint(1, 2)}"
        start = self.cycles.setdefault(agreement, (self.one(["monthly", "monthly", "quarterly", "annual", ""]), self.near(period, 0.2), self.near(period, 0.2)))
        money = self.money_of.setdefault(agreement, self.currency if self.chance(0.8) else self.other)
        return {
            "client_id": client, "client_name": f"Client {client}", "parent_client_id": parent, "roll_up": self.one(["true", "yes", "1"]) if roll_up else self.one(["false", "", "0"]),
            "agreement_id": agreement, "agreement_name": f"Agreement {agreement}", "billing_cycle": start[0], "agreement_start": start[1],
            "agreement_end": start[2], "line_id": f"L{self.serial}", "product_id": self.one(self.products), "product_name": "",
            "quantity": self.one(["0", "1", "2", "3", "3", "5", "10", "2.5"]), "included_quantity": self.one(["", "", "0", "1", "2"]),
            "unit_price": self.one(["", "5", "5", "10", "7.3333", "0.005", "120", "0"]), "unit_cost": self.one(["", "2", "2.01", "24"]),
            "currency": money, "billable": self.one(["", "true", "yes", "1", "false", "0"]) if self.chance(0.4) else "true",
            "effective_date": self.near(period, 0.25), "cancelled_date": self.near(period, 0.15),
        }

    def make_counts(self, vendor, period):
        rows = []
        for account in self.accounts[vendor]:
            for meter in self.meters[vendor]:
                if not self.chance(0.5):
                    continue
                cost = self.one(["", "2", "2.5", "6"])
                for measure in self.pick.sample(["purchased", "assigned", "used"], self.pick.randint(1, 3)):
                    for subscription in range(self.one([1, 1, 2])):
                        purchased = measure == "purchased"
                        rows.append({
                            "account_id": account, "account_name": f"Account {account}", "meter_id": meter, "meter_name": f"Meter {meter}",
                            "subscription_id": f"sub{subscription}", "measure": measure, "quantity": self.one(["0", "1", "2", "3", "4", "10", "2.5"]),
                            "unit_cost": cost if purchased or self.chance(0.5) else "", "currency": self.currency, "term": self.one(["", "P1M", "P1Y"]),
                            "commitment_end": self.near(period, 0.5, 300) if purchased else "", "status": "",
                        })
        return rows

    def make_assets(self, vendor, period):
        rows = []
        for account in self.accounts[vendor]:
            for meter in self.meters[vendor]:
                if not self.chance(0.6):
                    continue
                for number in range(self.pick.randint(1, 6)):
                    rows.append({
                        "account_id": account, "account_name": f"Account {account}", "meter_id": meter, "meter_name": f"Meter {meter}",
                        "asset_id": f"{self.one([account, 'X', 'x'])}-{number}", "asset_name": self.one(NAMES), "asset_class": self.one(CLASSES),
                        "status": self.one(STATUSES), "assigned_at": self.near(period, 0.2), "ended_at": self.near(period, 0.2),
                        "last_seen_at": self.near(period, 0.6),
                    })
        unique = {}
        for row in rows:  # one source states one asset of a meter and account once
            unique.setdefault((row["account_id"], row["meter_id"], row["asset_id"].casefold()), row)
        return list(unique.values())


def make_world(seed, folder):
    Maker(seed, folder).make()


if __name__ == "__main__":
    make_world(int(sys.argv[1]), sys.argv[2])
