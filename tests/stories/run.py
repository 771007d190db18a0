"""Plays the stories through the command line and compares every discrepancy.

    python3 run.py --cli PATH [FILE or part of a sentence …] [--keep FOLDER]

Exit code 0: every story ends as it says. Otherwise each difference is printed with the story's place.
"""

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

from storyfile import EXPECT_NAMES, LINE_NAMES, VENDOR_NAMES, BadStory, number_of, read_stories, service_of

SUBJECT = ("client_id", "service_id", "other_service_id", "source", "account_id", "meter_id", "product_id", "asset_key")
UNKNOWN = "–"


class Unlike(Exception):
    pass


def equal(expected, found):
    if expected == "":
        return True  # not said
    if expected == UNKNOWN:
        return found is None
    if isinstance(found, bool):
        return expected == ("yes" if found else "no")
    if isinstance(found, int):
        return expected == str(found)
    if found is None:
        return False
    if number_of(expected) and number_of(found):
        return Decimal(expected) == Decimal(found)
    return expected == found


class Player:
    def __init__(self, cli, story, folder):
        self.cli, self.story, self.folder, self.file = cli, story, Path(folder), str(Path(folder) / "story.brw")
        self.currency, self.period, self.as_of = "EUR", None, None
        self.sources, self.services, self.serial = {}, [], 0
        self.links, self.exceptions, self.ignored = [], [], []
        self.data, self.last, self.imported = {}, {}, {}  # (source, table) -> rows
        self.made = self.ruled = False
        self.rows = None

    def run(self, *arguments):
        environment = {**os.environ, "BILLINGRECONCILE_USER": "story"}
        done = subprocess.run([self.cli, *arguments], capture_output=True, text=True, cwd=self.folder, env=environment)
        if done.returncode != 0:
            raise Unlike(f"{' '.join(arguments)} → {done.returncode}\n    {done.stderr.strip()}\n    {done.stdout.strip()[:800]}")
        return done.stdout

    def play(self):
        self.expected = False
        for block in self.story.blocks:
            getattr(self, "do_" + block.word.lower().replace(" ", "_"))(block)
        if not self.expected:
            raise BadStory("no EXPECT")

    # --- blocks that gather

    def do_currency(self, block):
        self.currency = block.rest

    def do_period(self, block):
        self.period, _, as_of = block.rest.partition(" as of ")
        self.as_of = as_of or None
        self.last = self.data or self.last
        self.data, self.imported = {}, {}

    def do_source(self, block):
        self.sources.setdefault(block.rest, "vendor")

    def do_same(self, block):  # SAME PSA LINES, SAME COUNTS rmm
        word, _, source = block.rest.rpartition(" ")
        key = ("psa", "lines") if block.rest == "PSA LINES" else ("psa", "products") if block.rest == "PRODUCTS" else (source, word.lower())
        self.data[key] = self.last[key]

    def do_psa_lines(self, block):
        self.sources.setdefault("psa", "psa")
        self.data["psa", "lines"] = block.table(LINE_NAMES)

    def do_products(self, block):
        self.sources.setdefault("psa", "psa")
        self.data["psa", "products"] = block.table({"product": "product_id", "cost": "unit_cost"})

    def do_counts(self, block):
        self.sources.setdefault(block.rest, "vendor")
        self.data[block.rest, "counts"] = block.table(VENDOR_NAMES)

    def do_assets(self, block):
        self.sources.setdefault(block.rest, "vendor")
        rows = []
        for row in block.table(VENDOR_NAMES):
            times = int(row.pop("times", "") or 1)
            rows += [dict(row) for _ in range(times)]
        self.data[block.rest, "assets"] = rows

    def do_links(self, block):
        for line in block.lines:  # rmm acme -> C1, rmm lab -> ignored: our own
            account, _, client = (part.strip() for part in line.partition("->"))
            source, _, account = account.partition(" ")
            ignored = client.startswith("ignored")
            self.links.append({"source": source, "account_id": account.strip(), "client_id": "" if ignored else client,
                               "state": "ignored" if ignored else "linked", "reason": client.partition(":")[2].strip() or ("lab" if ignored else "")})
        self.ruled = False

    def do_service(self, block):
        service = service_of(block)
        self.services = [one for one in self.services if one["id"] != service["id"]] + [service]
        self.ruled = False

    def do_exceptions(self, block):
        self.exceptions = [{"reason": "agreed", "author": "Jana", "until": "", **row}
                           for row in block.table({"client": "client_id", "service": "service_id"})]
        self.ruled = False

    def do_ignored_meters(self, block):
        self.ignored = [line.split() for line in block.lines]
        self.ruled = False

    # --- blocks that act

    def do_decide(self, block):
        for line in block.lines:
            key, act, *options = shell_words(line)
            self.run("decide", self.file, key, act, *options)

    def do_export(self, block):  # EXPORT neutral
        self.run("export", self.file, "--period", self.period, "--sheet", block.rest, "-o", f"{block.rest}-{self.period}.csv")

    def do_expect(self, block):
        self.expected = True
        self.make()
        self.bring()
        self.rule()
        more = ["--as-of", self.as_of] if self.as_of else []
        self.run("reconcile", self.file, "--period", self.period, *more)
        found = json.loads(self.run("discrepancies", self.file, "--period", self.period, "--json"))
        self.compare(block.table(EXPECT_NAMES), found)

    def do_positions(self, block):
        found = json.loads(self.run("positions", self.file, "--period", self.period, "--json"))
        for row in block.table(EXPECT_NAMES):
            match = [one for one in found if one["client_id"] == row["client_id"] and one["service_id"] == row["service_id"]]
            if row.get("billed") == "none":
                if match:
                    raise Unlike(f"there is a position {row['client_id']} {row['service_id']}")
                continue
            if not match:
                raise Unlike(f"no position {row['client_id']} {row['service_id']}")
            self.fields(f"position {row['client_id']} {row['service_id']}", row, match[0])

    def do_trace(self, block):
        client, service = block.rest.split()
        found = json.loads(self.run("positions", self.file, "--period", self.period, "--json"))
        steps = [step for one in found if (one["client_id"], one["service_id"]) == (client, service) for step in one["trace"]]
        at = 0
        for row in block.table({}):
            match = next((i for i in range(at, len(steps)) if all(equal(v, steps[i].get(n)) for n, v in row.items())), None)
            if match is None:
                raise Unlike(f"trace of {client} {service}: no step {row} in {[{k: s[k] for k in ('step', 'amount', 'running')} for s in steps]}")
            at = match + 1

    # --- feeding the program

    def write(self, name, rows):
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with open(self.folder / name, "w", newline="", encoding="utf-8") as stream:
            writer = csv.DictWriter(stream, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
        return name

    def make(self):
        if not self.made:
            self.run("init", self.file, "--currency", self.currency)
            self.known = set()
            self.made = True
        for name, side in self.sources.items():
            if name not in self.known:
                self.run("source", "add", self.file, name, "--connector", "file", "--side", side)
                self.known.add(name)

    def bring(self):
        for source in dict.fromkeys(source for source, _ in self.data):
            tables = {table: rows for (name, table), rows in self.data.items() if name == source}
            if self.imported.get(source) == tables:
                continue
            self.imported[source] = tables
            files = []
            for table, rows in tables.items():
                self.serial += 1
                filled = [self.filled(table, row, number) for number, row in enumerate(rows, 1)]
                files.append((table, self.write(f"{self.serial}-{table}.csv", filled)))
            self.run("import", self.file, source, *[name for _, name in files], "--period", self.period)

    def filled(self, table, row, number):
        row = {name: "" if value == UNKNOWN else value for name, value in row.items()}
        if table == "lines":
            client = row["client_id"]
            defaults = {"client_name": client, "parent_client_id": "", "roll_up": "", "agreement_id": f"A-{client}", "agreement_name": "Agreement",
                        "agreement_start": "", "agreement_end": "", "billing_cycle": "monthly", "line_id": f"L{number}", "product_name": row["product_id"],
                        "quantity": "0", "included_quantity": "", "unit_price": "", "unit_cost": "", "currency": self.currency, "billable": "true",
                        "effective_date": "", "cancelled_date": ""}
        elif table == "products":
            defaults = {"product_id": "", "product_name": row["product_id"], "list_price": "", "unit_cost": "", "currency": self.currency}
        elif table == "counts":
            defaults = {"account_id": "", "account_name": row["account_id"], "meter_id": "", "meter_name": row["meter_id"], "subscription_id": f"s{number}",
                        "measure": "used", "quantity": "0", "unit_cost": "", "currency": self.currency, "term": "", "commitment_end": "", "status": ""}
        else:
            defaults = {"account_id": "", "account_name": row["account_id"], "meter_id": "", "meter_name": row["meter_id"], "asset_id": f"id-{number}",
                        "asset_name": f"pc-{number}", "asset_class": "", "status": "", "assigned_at": "", "ended_at": "", "last_seen_at": ""}
        return {**defaults, **row}

    def rule(self):
        if self.ruled:
            return
        (self.folder / "services.json").write_text(json.dumps(self.services, ensure_ascii=False), encoding="utf-8")
        self.run("services", "import", self.file, "services.json")
        if self.links:
            self.run("links", "import", self.file, self.write("links.csv", self.links))
        if self.exceptions:
            self.run("exceptions", "import", self.file, self.write("exceptions.csv", self.exceptions))
        for source, meter in self.ignored:
            self.run("meter", "ignore", self.file, source, meter)
        self.ruled = True

    # --- comparing

    def compare(self, expected, found):
        left = list(found)
        for row in expected:
            match = [one for one in left if one["kind"] == row["kind"] and all(equal(row[name], one[name]) for name in SUBJECT if row.get(name))]
            if not match:
                raise Unlike(f"missing: {row}\n    found: {[brief(one) for one in found]}")
            exact = [one for one in match if all(equal(value, one.get(name)) for name, value in row.items())]
            self.fields(row["kind"], row, (exact or match)[0])
            left.remove((exact or match)[0])
        if left:
            raise Unlike("\n    ".join(["not expected:"] + [brief(one) for one in left]))

    def fields(self, what, row, found):
        for name, value in row.items():
            if name not in found:
                raise BadStory(f"{what}: there is no field {name}")
            if not equal(value, found[name]):
                raise Unlike(f"{what}: {name} is {found[name]}, the story says {value}\n    {brief(found)}")


def brief(row):
    return " ".join(f"{name}={value}" for name, value in row.items() if value is not None and name not in ("trace", "explanation", "key", "sources"))


def shell_words(line):
    import shlex
    return shlex.split(line)


def play(cli, story, keep):
    folder = Path(keep) / f"{story.file.stem}-{story.row}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        Player(cli, story, folder).play()
    except (Unlike, BadStory) as problem:
        return f"{story.label()} {story.sentence}\n    {problem}\n    kept in {folder}"
    shutil.rmtree(folder)
    return None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--cli", required=True)
    options.add_argument("--keep", default=os.path.join(tempfile.gettempdir(), "billingreconcile-stories"))
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("only", nargs="*")
    chosen = options.parse_args()
    stories = [story for path in sorted(Path(__file__).parent.glob("*.story")) for story in read_stories(path)]
    if chosen.only:
        stories = [story for story in stories if any(part in story.label() or part in story.sentence for part in chosen.only)]
    cli = str(Path(chosen.cli).resolve())
    with ThreadPoolExecutor(chosen.jobs) as pool:
        problems = [problem for problem in pool.map(lambda story: play(cli, story, chosen.keep), stories) if problem]
    for problem in problems:
        print(problem)
    print(f"{len(stories)} stories, {len(problems)} differ")
    return 1 if problems or not stories else 0


if __name__ == "__main__":
    sys.exit(main())
