"""A second, independent implementation of the comparison: neutral files in, positions and discrepancies out.

It is written for reading against the rules, one function a rule, with exact fractions and no speed; it shares nothing with
the program. Only the standard library. Values: quantities and money are Fraction, unknown is None, days are date.
"""

import csv
import json
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

MONTHS = {"monthly": 1, "quarterly": 3, "annual": 12, "": 1}
NO_MINOR = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"}
THREE_MINOR = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}


def minor_places(currency):
    return 0 if currency in NO_MINOR else 3 if currency in THREE_MINOR else 2


def rounded(value, places):
    """Half away from zero."""
    scaled = abs(value) * 10**places
    whole = scaled.numerator // scaled.denominator
    if (scaled - whole) * 2 >= 1:
        whole += 1
    return Fraction(whole if value >= 0 else -whole, 10**places)


def folded(text):
    return text.strip().casefold()


def number(text):
    return Fraction(text.strip()) if text.strip() else None


def day(text):
    return date.fromisoformat(text.strip()) if text.strip() else None


def truth(text, otherwise):
    return otherwise if not text.strip() else text.strip().casefold() in ("true", "yes", "1")


def last_day(period):
    year, month = map(int, period.split("-"))
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def before(period):
    year, month = map(int, period.split("-"))
    return f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02d}"


def plus_months(start, months):
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    limit = last_day(f"{year}-{month + 1:02d}")
    return date(year, month + 1, min(start.day, limit.day))


def begun_months(as_of, until):
    """Months that have begun from the day after the as-of date until `until`."""
    start = as_of + timedelta(days=1)
    months = 0
    while plus_months(start, months) <= until:
        months += 1
    return months


def read_csv(path):
    with open(path, newline="", encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


@dataclass
class Batch:
    rows: int = 0
    lines: list = field(default_factory=list)
    products: list = field(default_factory=list)
    counts: list = field(default_factory=list)
    assets: list = field(default_factory=list)


def read_batch(paths):
    batch = Batch()
    for path in paths:
        rows = read_csv(path)
        batch.rows += len(rows)
        with open(path, encoding="utf-8-sig") as stream:
            header = stream.readline()
        if "line_id" in header:
            batch.lines += rows
        elif "list_price" in header:
            batch.products += rows
        elif "asset_id" in header:
            batch.assets += rows
        else:
            batch.counts += rows
    return batch


class Service:
    def __init__(self, definition, workspace_currency):
        self.id = definition["id"]
        self.group = definition.get("group") or ""
        self.default_price = number(definition.get("default_price") or "")
        self.currency = definition.get("currency") or workspace_currency
        self.billed = {entry["product"]: Fraction(entry.get("each", "1")) for entry in definition["billed"]}
        self.counted = definition["counted"]
        self.combine = definition.get("combine", "sum")
        self.distinct_by = definition.get("distinct_by", "name")
        self.included = Fraction(definition.get("included", "0"))
        self.minimum = Fraction(definition.get("minimum", "0"))
        self.pack = Fraction(definition.get("pack", "1"))
        self.grace_days = definition.get("grace_days", 0)
        self.stale_after_days = definition.get("stale_after_days")
        tolerance = definition.get("tolerance", {})
        self.tolerance_quantity = Fraction(tolerance.get("quantity", "0"))
        self.tolerance_percent = Fraction(tolerance.get("percent", "0"))
        self.tolerance_money = None if tolerance.get("money") is None else Fraction(tolerance["money"])
        self.tolerance_cost = Fraction(tolerance.get("cost", "0.01"))

    def meters(self):
        return {(entry["source"], entry["meter"]) for entry in self.counted}

    def sources(self):
        return {entry["source"] for entry in self.counted}

    def single_products(self):
        return [product for product, each in self.billed.items() if each == 1]


@dataclass
class Position:
    client: str
    service: str
    billed: Fraction
    counted: Fraction = None
    price: Fraction = None  # a month, exact
    currency: str = None
    line: dict = None  # the adjustable line
    line_price_used: bool = False
    active: bool = False
    kind: str = None  # by its own numbers; None: a match, or nothing to say
    stale_since: str = None

    def difference(self):
        return None if self.counted is None else self.counted - self.billed

    def exact_impact(self, difference):
        if self.price is None or difference is None:
            return None
        if self.line_price_used:
            quantity, included = self.line["quantity"], self.line["included"]
            units = max(Fraction(0), quantity + difference - included) - max(Fraction(0), quantity - included)
        else:
            units = difference
        return units * self.price

    def impact(self, difference):
        exact = self.exact_impact(difference)
        return None if exact is None else rounded(exact, minor_places(self.currency))


class Month:
    """Everything of one period, compared."""

    def __init__(self, world, period, as_of, earlier):
        self.world, self.period, self.as_of = world, period, as_of
        self.earlier = earlier  # Months before, newest first
        self.batches = {name: read_batch(files) for name, files in world.in_force(period).items()}
        self.read_psa()
        self.read_vendors()
        self.positions = {}
        for client in self.owners():
            for service in world.services:
                self.compare(client, service)
        self.rows = []
        self.all_kinds()

    # --- facts

    def read_psa(self):
        self.clients, self.lines, self.products = {}, [], {}
        for name, side in self.world.sources.items():
            batch = self.batches.get(name)
            if side != "psa" or not batch:
                continue
            for row in batch.products:
                self.products[row["product_id"]] = row
            for row in batch.lines:
                self.clients[row["client_id"]] = (row["parent_client_id"], truth(row["roll_up"], False))
                self.lines.append(self.line_of(row))
        self.stated = dict(self.clients)
        self.remember_clients()

    def remember_clients(self):
        """Who is linked to, or a parent, without a line this month is the client it was."""
        wanted = [link["client_id"] for link in self.world.links.values()] + [parent for parent, _ in self.stated.values()]
        while wanted:
            client = wanted.pop()
            known = next((month.stated[client] for month in self.earlier if client in month.stated), None)
            if client not in self.clients and known:
                self.clients[client] = known
                wanted.append(known[0])

    def line_of(self, row):
        months = MONTHS[row["billing_cycle"]]
        start, end = day(row["agreement_start"]), day(row["agreement_end"])
        effective, cancelled = day(row["effective_date"]), day(row["cancelled_date"])
        price, cost = number(row["unit_price"]), number(row["unit_cost"])
        runs = (start is None or start <= self.as_of) and (end is None or end >= self.as_of)
        goes = (effective is None or effective <= self.as_of) and (cancelled is None or cancelled > self.as_of)
        return {
            "id": row["line_id"], "agreement": row["agreement_id"], "own_client": row["client_id"], "product": row["product_id"],
            "quantity": number(row["quantity"]), "included": number(row["included_quantity"]) or Fraction(0),
            "stated_price": price, "price": None if price is None else price / months, "cost": None if cost is None else cost / months,
            "currency": row["currency"], "billable": truth(row["billable"], True), "effective": effective, "active": runs and goes,
        }

    def read_vendors(self):
        self.counts, self.assets = [], []
        for name, side in self.world.sources.items():
            batch = self.batches.get(name)
            if side != "vendor" or not batch:
                continue
            for row in batch.counts:
                self.counts.append({
                    "source": name, "account": row["account_id"], "meter": row["meter_id"], "measure": row["measure"],
                    "quantity": number(row["quantity"]), "cost": number(row["unit_cost"]), "currency": row["currency"],
                    "commitment_end": day(row["commitment_end"]),
                })
            for row in batch.assets:
                self.assets.append({
                    "source": name, "account": row["account_id"], "meter": row["meter_id"], "id": folded(row["asset_id"]),
                    "name": folded(row["asset_name"]), "class": folded(row["asset_class"]), "status": folded(row["status"]),
                    "assigned": day(row["assigned_at"]), "ended": day(row["ended_at"]), "seen": day(row["last_seen_at"]),
                })

    def owner(self, client):
        """The client itself, or the topmost ancestor it is rolled up into."""
        while client in self.clients and self.clients[client][1] and self.clients[client][0]:
            client = self.clients[client][0]
        return client

    def linked_accounts(self, client):
        return {key for key, link in self.world.links.items() if link["state"] == "linked" and self.owner(link["client_id"]) == client}

    def owners(self):
        linked = {link["client_id"] for link in self.world.links.values() if link["state"] == "linked"}
        return sorted({self.owner(client) for client in set(self.clients) | linked})

    def active_lines(self, client, service):
        return [line for line in self.lines if line["active"] and self.owner(line["own_client"]) == client and line["product"] in service.billed]

    # --- the counted side

    def passes(self, asset, entry, service):
        for option, cell in (("class", "class"), ("status", "status")):
            wanted = [folded(value) for value in entry.get(option) or []]
            if wanted and asset[cell] not in wanted:
                return False
        pattern = entry.get("name")
        if pattern:
            parts = (".*" if c == "*" else "." if c == "?" else re.escape(c) for c in folded(pattern))
            if not re.fullmatch("".join(parts), asset["name"], re.DOTALL):
                return False
        starts = asset["assigned"] is None or asset["assigned"] <= self.as_of
        return starts and (asset["ended"] is None or asset["ended"] >= self.as_of - timedelta(days=service.grace_days))

    def passing(self, entry, service, accounts):
        return [asset for asset in self.assets
                if (asset["source"], asset["meter"]) == (entry["source"], entry["meter"])
                and (asset["source"], asset["account"]) in accounts and self.passes(asset, entry, service)]

    def entry_value(self, entry, service, accounts):
        each = Fraction(entry.get("each", "1"))
        if entry["measure"] == "assets":
            return len(self.passing(entry, service, accounts)) * each
        return each * sum((count["quantity"] for count in self.counts
                           if (count["source"], count["meter"], count["measure"]) == (entry["source"], entry["meter"], entry["measure"])
                           and (count["source"], count["account"]) in accounts), Fraction(0))

    def raw_count(self, service, accounts):
        if service.combine == "distinct":
            largest, alone = {}, Fraction(0)
            for entry in service.counted:
                each = Fraction(entry.get("each", "1"))
                for asset in self.passing(entry, service, accounts):
                    key = asset[service.distinct_by]
                    if key:
                        largest[key] = max(largest.get(key, each), each)
                    else:
                        alone += each
            return sum(largest.values(), alone)
        values = [self.entry_value(entry, service, accounts) for entry in service.counted]
        return max(values) if service.combine == "max" else sum(values, Fraction(0))

    def counted(self, client, service, accounts, has_line):
        raw = self.raw_count(service, accounts)
        value = raw
        for row in self.world.exceptions:
            if row["client_id"] == client and row["service_id"] == service.id and (not row["until"] or day(row["until"]) >= self.as_of):
                value -= number(row["quantity"])
        value = max(value, Fraction(0))
        value = max(value - service.included, Fraction(0))
        if has_line or raw > 0:
            value = max(value, service.minimum)
        if service.pack > 0:
            value = -(-value // service.pack) * service.pack
        return value

    # --- one position

    def compare(self, client, service):
        lines = self.active_lines(client, service)
        accounts = self.linked_accounts(client)
        seen = any((row["source"], row["account"]) in accounts and (row["source"], row["meter"]) in service.meters()
                   for row in self.counts + self.assets)
        if not lines and not seen:
            return
        position = Position(client, service.id, sum((line["quantity"] * service.billed[line["product"]] for line in lines), Fraction(0)))
        position.active = bool(lines)
        missing = any(source not in self.batches for source in service.sources())
        linked = any(source in service.sources() for source, _ in accounts)
        if linked and not missing:
            position.counted = self.counted(client, service, accounts, bool(lines))
        self.set_price(position, service, lines)
        self.positions[client, service.id] = position
        if position.counted is None:
            position.kind = "unverified" if position.billed > 0 else None
        elif not self.matches(position, service):
            position.kind = self.own_kind(position)
            self.set_stale(position)

    def set_price(self, position, service, lines):
        candidates = [line for line in lines if line["billable"] and service.billed[line["product"]] == 1]
        if candidates:
            best = min(candidates, key=lambda l: (-l["quantity"], -(l["effective"] or date.min).toordinal(), l["id"]))
            position.line = best
            if best["price"] is not None:
                position.price, position.currency, position.line_price_used = best["price"], best["currency"], True
                return
        if service.default_price is not None:
            position.price, position.currency = service.default_price, service.currency
            return
        singles = service.single_products()
        if len(singles) == 1 and singles[0] in self.products:
            product = self.products[singles[0]]
            if number(product["list_price"]) is not None:
                position.price, position.currency = number(product["list_price"]), product["currency"]

    @staticmethod
    def matches(position, service):
        difference = position.difference()
        if abs(difference) <= max(service.tolerance_quantity, service.tolerance_percent / 100 * position.billed):
            return True
        impact = position.exact_impact(difference)
        return service.tolerance_money is not None and impact is not None and abs(impact) <= service.tolerance_money

    @staticmethod
    def own_kind(position):
        if position.counted > position.billed:
            return "underbilled" if position.active else "not_billed"
        return "overbilled" if position.counted > 0 else "no_usage"

    def set_stale(self, position):
        for month in self.earlier:
            old = month.positions.get((position.client, position.service))
            if old is None or old.counted is None:
                continue
            if old.billed == position.billed:
                if old.stale_since:
                    position.stale_since = old.stale_since
                elif old.billed == old.counted:
                    position.stale_since = self.period
            return

    # --- the rows

    def add(self, kind, **values):
        self.rows.append({"kind": kind, **values})

    def all_kinds(self):
        for client in sorted({client for client, _ in self.positions}):
            self.client_rows(client)
        self.unmapped()
        self.duplicate_seats()
        self.duplicate_lines()
        self.commitments()
        self.stale_sources()

    def client_rows(self, client):
        left = {}
        for (owner, _), position in self.positions.items():
            if owner != client:
                continue
            if position.kind == "unverified":
                self.add("unverified", client_id=client, service_id=position.service, billed=position.billed, counted=None)
            elif position.kind:
                left[position.service] = position.difference()
            self.usage_and_cost(position)
        for group in sorted({self.world.service(service).group for service in left} - {""}):
            self.substitute(client, [service for service in left if self.world.service(service).group == group], left)
        for service, difference in left.items():
            if difference == 0:
                continue
            position = self.positions[client, service]
            impact = position.impact(difference)
            self.add("stale_quantity" if position.stale_since else position.kind, client_id=client, service_id=service, billed=position.billed,
                     counted=position.counted, difference=difference, impact=impact, since=position.stale_since,
                     unit_price=shown_price(position.price), currency=position.currency)

    def substitute(self, client, services, left):
        while True:
            over = sorted((service for service in services if left[service] < 0), key=lambda s: (left[s], s))
            under = sorted((service for service in services if left[service] > 0), key=lambda s: (-left[s], s))
            if not over or not under:
                return
            first, second = self.positions[client, over[0]], self.positions[client, under[0]]
            quantity = min(-left[over[0]], left[under[0]])
            impact = None
            if first.price is not None and second.price is not None and first.currency == second.currency:
                impact = rounded(quantity * (second.price - first.price), minor_places(first.currency))
            self.add("mismatched_service", client_id=client, service_id=over[0], other_service_id=under[0], quantity=quantity, impact=impact)
            left[over[0]] += quantity
            left[under[0]] -= quantity

    def usage_and_cost(self, position):
        service = self.world.service(position.service)
        accounts = self.linked_accounts(position.client)
        if service.stale_after_days is not None and position.counted is not None:
            limit = self.as_of - timedelta(days=service.stale_after_days)
            stale = sum(1 for entry in service.counted if entry["measure"] == "assets" for asset in self.passing(entry, service, accounts)
                        if asset["seen"] is not None and asset["seen"] < limit)
            if stale:
                self.add("stale_usage", client_id=position.client, service_id=service.id, quantity=Fraction(stale))
        if len(service.counted) != 1 or Fraction(service.counted[0].get("each", "1")) != 1 or position.line is None:
            return
        entry, line = service.counted[0], position.line
        costs = [count["cost"] for count in self.counts
                 if (count["source"], count["meter"], count["measure"]) == (entry["source"], entry["meter"], entry["measure"])
                 and (count["source"], count["account"]) in accounts and count["cost"] is not None and count["currency"] == line["currency"]]
        if not costs:
            return
        differs = line["cost"] is not None and abs(max(costs) - line["cost"]) > service.tolerance_cost
        above = line["price"] is not None and max(costs) > line["price"]
        if differs or above:
            self.add("cost_mismatch", client_id=position.client, service_id=service.id, vendor_unit_cost=max(costs))

    def taking_part(self):
        """Counts and assets of accounts that are not ignored."""
        return [row for row in self.counts + self.assets
                if self.world.links.get((row["source"], row["account"]), {}).get("state") != "ignored"]

    def unmapped(self):
        rows = self.taking_part()
        for source, account in sorted({(row["source"], row["account"]) for row in rows} - set(self.world.links)):
            self.add("unmapped_client", source=source, account_id=account, impact=self.estimate(source, account), estimate=True)
        known = set().union(*(service.meters() for service in self.world.services)) | self.world.ignored_meters
        for source, meter in sorted({(row["source"], row["meter"]) for row in rows} - known):
            self.add("unmapped_service", source=source, meter_id=meter)

    def estimate(self, source, account):
        total, currency = None, None
        for service in self.world.services:
            has_any = any((row["source"], row["account"]) == (source, account) and (row["source"], row["meter"]) in service.meters()
                          for row in self.counts + self.assets)
            if has_any and service.default_price is not None:
                total = (total or 0) + self.raw_count(service, {(source, account)}) * service.default_price
                currency = service.currency
        return None if total is None else rounded(total, minor_places(currency))

    def duplicate_seats(self):
        for service in self.world.services:
            flagged, clients_of = set(), {}
            for (client, service_id), position in self.positions.items():
                if service_id != service.id or position.counted is None:
                    continue
                accounts = self.linked_accounts(client)
                over_entries = {}
                for entry in service.counted:
                    if entry["measure"] != "assets":
                        continue
                    within = {}
                    for asset in self.passing(entry, service, accounts):
                        key = asset[service.distinct_by]
                        if key:
                            within[key] = within.get(key, 0) + 1
                            over_entries[key] = over_entries.get(key, 0) + 1
                            clients_of.setdefault(key, set()).add(client)
                    if service.combine != "distinct":
                        flagged |= {key for key, times in within.items() if times > 1}
                if service.combine == "sum":
                    flagged |= {key for key, times in over_entries.items() if times > 1}
            flagged |= {key for key, clients in clients_of.items() if len(clients) > 1}
            for key in sorted(flagged):
                self.add("duplicate_seat", service_id=service.id, asset_key=key)

    def duplicate_lines(self):
        found = set()
        active = [line for line in self.lines if line["active"]]
        for one in active:
            for other in active:
                same = all(one[cell] == other[cell] for cell in ("own_client", "product", "quantity", "stated_price", "currency"))
                if same and one["agreement"] != other["agreement"]:
                    found.add((one["own_client"], one["product"]))
        for client, product in sorted(found):
            self.add("duplicate_line", client_id=client, product_id=product)

    def commitments(self):
        groups = {}
        for row in self.taking_part():
            if "measure" in row:
                groups.setdefault((row["source"], row["account"], row["meter"]), []).append(row)
        for (source, account, meter), counts in sorted(groups.items()):
            stated = {measure: [c for c in counts if c["measure"] == measure] for measure in ("purchased", "assigned")}
            ends = [c["commitment_end"] for c in counts if c["commitment_end"] and c["commitment_end"] > self.as_of]
            if not stated["purchased"] or not stated["assigned"] or not ends:
                continue
            surplus = sum(c["quantity"] for c in stated["purchased"]) - sum(c["quantity"] for c in stated["assigned"])
            if surplus <= 0:
                continue
            costs = {(c["cost"], c["currency"]) for c in stated["purchased"] if c["cost"] is not None}
            impact = None
            if costs:
                cost, currency = next(iter(costs))  # worlds give all subscriptions of one meter one cost
                impact = rounded(surplus * cost * begun_months(self.as_of, min(ends)), minor_places(currency))
            self.add("commitment", source=source, account_id=account, meter_id=meter, quantity=surplus, until=min(ends).isoformat(), impact=impact)

    def stale_sources(self):
        old = {name: read_batch(files) for name, files in self.world.in_force(before(self.period)).items()}
        for name in self.world.sources:
            batch = self.batches.get(name)
            if batch is None or (name in old and 2 * batch.rows < old[name].rows):
                self.add("source_stale", source=name)


def not_applied(months, approvals):
    """Rows of the last of `months`: what was approved in an earlier one and no month since has shown.

    `approvals`: {period, client, service, before, target, effective} in order; the newest of a client and service counts."""
    month = months[-1]
    psa = [name for name, side in month.world.sources.items() if side == "psa"]
    if not psa or any(name not in month.batches for name in psa):
        return []
    newest = {(a["client"], a["service"]): a for a in approvals if a["effective"] <= month.as_of}
    rows = []
    for (client, service), approval in sorted(newest.items()):
        def billed_in(one):
            position = one.positions.get((client, service))
            return position.billed if position else Fraction(0)

        def is_shown(one):
            return billed_in(one) >= approval["target"] if approval["target"] >= approval["before"] else billed_in(one) <= approval["target"]

        position = month.positions.get((client, service))
        parent, rolls_up = month.clients.get(client, ("", False))
        if not position and parent and rolls_up:
            continue
        if any(is_shown(one) for one in months if one.period > approval["period"]):
            continue
        price = position.price if position else None
        rows.append({"kind": "not_applied", "client_id": client, "service_id": service, "billed": billed_in(month),
                     "counted": position.counted if position else None, "difference": approval["target"] - billed_in(month),
                     "quantity": approval["target"], "unit_price": shown_price(price), "impact": None, "since": approval["period"]})
    return rows


def shown_price(price):
    return None if price is None else rounded(price, 4)


class World:
    """What worlds.py wrote into a folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        plan = json.loads((self.folder / "world.json").read_text(encoding="utf-8"))
        self.currency = plan["currency"]
        self.sources = plan["sources"]  # name -> side
        self.periods = plan["periods"]  # [{"period", "as_of"}]
        self.imports = plan["imports"]  # [{"source", "period", "files"}] in order
        self.ignored_meters = {tuple(pair) for pair in plan["ignored_meters"]}
        definitions = json.loads((self.folder / "services.json").read_text(encoding="utf-8"))
        self.services = [Service(definition, self.currency) for definition in definitions]
        self.links = {(row["source"], row["account_id"]): row for row in read_csv(self.folder / "links.csv")}
        self.exceptions = read_csv(self.folder / "exceptions.csv")

    def service(self, service_id):
        return next(service for service in self.services if service.id == service_id)

    def in_force(self, period):
        """source -> files of its newest batch of the period."""
        return {entry["source"]: [self.folder / file for file in entry["files"]] for entry in self.imports if entry["period"] == period}

    def months(self):
        done = []
        for entry in self.periods:
            as_of = day(entry["as_of"]) if entry["as_of"] else last_day(entry["period"])
            done.insert(0, Month(self, entry["period"], as_of, list(done)))
        return list(reversed(done))


def positions_of(month):
    out = {}
    for (client, service), p in month.positions.items():
        out[client, service] = {
            "billed": p.billed, "counted": p.counted, "difference": p.difference(), "unit_price": shown_price(p.price),
            "currency": p.currency, "impact": p.impact(p.difference()), "verified": p.counted is not None,
        }
    return out
