"""Runs the program and the reference on the same random worlds and compares every number.

    python3 compare.py --cli PATH [--worlds 40] [--seed 1] [--only SEED] [--keep FOLDER]

Exit code 0: all equal. At the first difference the seed, the field and the folder with the world's files are printed.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from reference import World, last_day, not_applied, positions_of
from worlds import make_world

SUBJECT = ("client_id", "service_id", "other_service_id", "source", "account_id", "meter_id", "product_id", "asset_key")


class Failed(Exception):
    pass


class Program:
    def __init__(self, cli, folder):
        self.cli, self.folder, self.file = cli, folder, str(folder / "world.brw")

    def run(self, *arguments):
        done = subprocess.run([self.cli, *arguments], capture_output=True, text=True, cwd=self.folder)
        if done.returncode != 0:
            raise Failed(f"{' '.join(arguments)}\n  exit {done.returncode}: {done.stderr.strip()}\n  {done.stdout.strip()[:2000]}")
        return done.stdout

    def load(self, world):
        self.run("init", self.file, "--currency", world.currency)
        for name, side in world.sources.items():
            self.run("source", "add", self.file, name, "--connector", "file", "--side", side)
        for entry in world.imports:
            self.run("import", self.file, entry["source"], *entry["files"], "--period", entry["period"])
        self.run("services", "import", self.file, "services.json")
        self.run("links", "import", self.file, "links.csv")
        self.run("exceptions", "import", self.file, "exceptions.csv")
        for source, meter in sorted(world.ignored_meters):
            self.run("meter", "ignore", self.file, source, meter)

    def month(self, entry):
        more = ["--as-of", entry["as_of"]] if entry["as_of"] else []
        self.run("reconcile", self.file, "--period", entry["period"], *more)
        read = lambda verb: json.loads(self.run(verb, self.file, "--period", entry["period"], "--json"), parse_float=Decimal)
        return read("positions"), read("discrepancies")


def same(expected, found):
    if isinstance(expected, (Fraction, int)) and not isinstance(expected, bool):
        return isinstance(found, str) and Fraction(Decimal(found)) == expected
    return expected == found


def shown(value):
    return str(float(value)) if isinstance(value, Fraction) else repr(value)


def compare_maps(what, expected, found):
    for key in sorted(set(expected) | set(found), key=str):
        if key not in found:
            raise Failed(f"{what} {key}: missing, the reference has {({k: shown(v) for k, v in expected[key].items()})}")
        if key not in expected:
            raise Failed(f"{what} {key}: not in the reference, the program has {found[key]}")
        for name, value in expected[key].items():
            if not same(value, found[key].get(name)):
                raise Failed(f"{what} {key}: {name} is {found[key].get(name)!r}, the reference says {shown(value)}")


def by_subject(rows):
    out = {}
    for row in rows:
        key = (row["kind"], *(row.get(name) for name in SUBJECT))
        if key in out:
            raise Failed(f"discrepancy {key} stands twice")
        out[key] = {name: value for name, value in row.items() if name not in SUBJECT and name != "kind"}
    return out


def approve_some(program, period, rows, pick):
    """About every third row of a quantity is approved, to what was counted or to some other number, from the next month or later."""
    made = []
    for row in rows:
        if row["kind"] not in ("underbilled", "not_billed", "overbilled", "no_usage", "stale_quantity") or pick.random() > 0.35:
            continue
        usual = Decimal(row["billed"]) + Decimal(row["difference"])
        target = pick.choice([usual, usual, usual + 2, Decimal(row["billed"]) + 1])
        effective = last_day(period) + timedelta(days=pick.choice([1, 1, 1, 1 + 31]))
        if target < 0 or target != round(target, 4) or target == Decimal(row["billed"]):
            continue
        program.run("decide", program.file, row["key"], "approve", "--quantity", f"{target:f}", "--from", effective.isoformat())
        made.append({"period": period, "client": row["client_id"], "service": row["service_id"], "before": Fraction(Decimal(row["billed"])),
                     "target": Fraction(target), "effective": effective})
    return made


def compare_world(cli, seed, folder):
    make_world(seed, folder)
    world = World(folder)
    months = world.months()
    program = Program(cli, folder)
    program.load(world)
    positions_seen = rows_seen = not_applied_seen = 0
    approvals, pick = [], random.Random(seed)
    for number, (entry, month) in enumerate(zip(world.periods, months), 1):
        positions, rows = program.month(entry)
        found = {(row["client_id"], row["service_id"]): row for row in positions}
        if len(found) != len(positions):
            raise Failed(f"{entry['period']}: a position stands twice")
        compare_maps(f"{entry['period']} position", positions_of(month), found)
        compare_maps(f"{entry['period']} discrepancy", by_subject(month.rows + not_applied(months[:number], approvals)), by_subject(rows))
        approvals += approve_some(program, entry["period"], rows, pick)
        positions_seen += len(positions)
        rows_seen += len(rows)
        not_applied_seen += sum(row["kind"] == "not_applied" for row in rows)
    return positions_seen, rows_seen, not_applied_seen


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--cli", required=True)
    options.add_argument("--worlds", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", type=int)
    options.add_argument("--keep", default=os.path.join(tempfile.gettempdir(), "billingreconcile-oracle"))
    options.add_argument("--all", action="store_true", help="go on after a difference")
    chosen = options.parse_args()
    cli = str(Path(chosen.cli).resolve())
    seeds = [chosen.only] if chosen.only is not None else range(chosen.seed, chosen.seed + chosen.worlds)
    positions, rows, unapplied, failures = 0, 0, 0, 0
    for seed in seeds:
        folder = Path(chosen.keep) / f"world-{seed}"
        shutil.rmtree(folder, ignore_errors=True)
        try:
            seen = compare_world(cli, seed, folder)
        except Failed as failure:
            print(f"seed {seed}: {failure}\n  the world is kept in {folder}")
            failures += 1
            if not chosen.all:
                return 1
            continue
        positions, rows, unapplied = positions + seen[0], rows + seen[1], unapplied + seen[2]
        shutil.rmtree(folder)
    print(f"{len(seeds)} worlds, {failures} differ; equal in {positions} positions and {rows} discrepancies, {unapplied} of them approvals that were not applied")
    return 1 if failures or positions == 0 or rows == 0 or (unapplied == 0 and len(seeds) >= 40) else 0


if __name__ == "__main__":
    sys.exit(main())
