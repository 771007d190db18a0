"""Kills the program (SIGKILL) at random moments of import (small, and large enough to be written without the log), reconcile, decide
and the update of an older file, and looks whether anything was lost.

    python3 kill.py --cli PATH [--points 50] [--seed N]

After each kill: `check` passes; the batch in force is the one before or the new one, whole; positions are those before or
those after, never a mixture; every decision that the program confirmed is there; a file of an older program opens with all
that was in it, and its backup, where there is one, is the file as it was. The seed is printed; with the same seed the
same moments are tried (the machine's own timing is not repeatable).
"""

import argparse
import csv
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

PERIOD = "2026-10"
CLIENTS = 40
ASSETS = 12000
LARGE = 18 * 1024 * 1024  # bytes; from 16 MB on an import is written once, under a rollback journal (core/store/bulkwriting.h)
OLDER = Path(__file__).parent.parent / "core_workspace/fixtures/version1.brw.qz"  # qCompress: four bytes of length, then zlib


class Lost(Exception):
    pass


class Harness:
    def __init__(self, cli, folder, pick):
        self.cli, self.folder, self.pick = cli, Path(folder), pick
        self.file = str(self.folder / "kill.brw")
        self.acts = {}  # key -> confirmed acts, in order
        self.killed = {"import": 0, "large import": 0, "reconcile": 0, "decide": 0, "update": 0}
        self.journals = 0  # kills that left a rollback journal
        self.current = {"rmm": "a.csv", "large": "c.csv"}
        self.old = str(self.folder / "old.brw")
        self.original = zlib.decompress(OLDER.read_bytes()[4:])
        self.durations = {}

    def command(self, verb, *arguments):
        return [self.cli, verb, self.file, *arguments]

    def run(self, verb, *arguments):
        return self.run_on(self.file, verb, *arguments)

    def run_on(self, file, verb, *arguments):
        words = verb.split()
        done = subprocess.run([self.cli, *words, file, *arguments], capture_output=True, text=True, cwd=self.folder)
        if done.returncode != 0:
            raise Lost(f"{verb} {' '.join(arguments)}: exit {done.returncode}\n  {done.stderr.strip()}\n  {done.stdout.strip()[:1000]}")
        return done.stdout

    def read(self, verb, *arguments):
        return json.loads(self.run(verb, *arguments, "--json"))

    # --- the world

    def write(self, name, columns, rows):
        with open(self.folder / name, "w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            writer.writerow(columns)
            writer.writerows(rows)

    def prepare(self):
        clients = [f"C{i}" for i in range(CLIENTS)]
        self.write("lines.csv", ["client_id", "client_name", "agreement_id", "agreement_name", "line_id", "product_id", "product_name", "quantity",
                                 "unit_price", "currency", "billable"],
                   [[c, c, f"A-{c}", "Care", f"L-{c}", "EDR", "EDR", 100, "4.50", "EUR", "true"] for c in clients])
        self.sizes = {"a.csv": ASSETS, "b.csv": ASSETS + 1, "c.csv": ASSETS, "d.csv": ASSETS + 1}
        for name, size in self.sizes.items():
            tail = [f"-{self.pick.randbytes(LARGE // ASSETS // 2).hex()}" if name in ("c.csv", "d.csv") else "" for _ in range(size)]
            rows = [[f"acc-{i % CLIENTS}", f"Account {i % CLIENTS}", "agent", "Agent", f"id-{i}", f"pc-{i}{tail[i]}"] for i in range(ASSETS)]
            rows += [["acc-0", "Account 0", "agent", "Agent", f"id-{i}", f"pc-{i}{tail[i]}"] for i in range(ASSETS, size)]
            self.write(name, ["account_id", "account_name", "meter_id", "meter_name", "asset_id", "asset_name"], rows)
        self.write("links.csv", ["source", "account_id", "client_id", "state", "reason"], [["rmm", f"acc-{i}", c, "linked", ""] for i, c in enumerate(clients)])
        service = {"id": "edr", "billed": [{"product": "EDR"}], "counted": [{"source": "rmm", "meter": "agent", "measure": "assets"}]}
        (self.folder / "services.json").write_text(json.dumps([service]), encoding="utf-8")
        self.run("init")
        for name, side in (("psa", "psa"), ("rmm", "vendor"), ("large", "vendor")):
            self.run("source add", name, "--connector", "file", "--side", side)
        self.run("import", "psa", "lines.csv", "--period", PERIOD)
        self.run("services import", "services.json")
        self.run("links import", "links.csv")
        self.durations["import"] = self.timed("import", "rmm", "a.csv", "--period", PERIOD)
        self.durations["large import"] = self.timed("import", "large", "c.csv", "--period", PERIOD)
        self.durations["reconcile"] = self.timed("reconcile", "--period", PERIOD)
        self.keys = [f"{PERIOD}/underbilled/{c}/edr" for c in clients[1:]]  # C0 is the client whose numbers move
        self.durations["decide"] = self.timed("decide", self.keys[0], "approve", "--by", "Jana")
        self.acts[self.keys[0]] = ["approve"]
        self.restore_old()
        self.durations["update"] = self.timed_on(self.old, "reconcile", "--period", "2026-11")

    def timed(self, verb, *arguments):
        return self.timed_on(self.file, verb, *arguments)

    def timed_on(self, file, verb, *arguments):
        start = time.monotonic()
        self.run_on(file, verb, *arguments)
        return time.monotonic() - start

    def restore_old(self):
        for stray in self.folder.glob("old.brw*"):
            stray.unlink()
        Path(self.old).write_bytes(self.original)

    # --- one kill

    def strike(self, verb, *arguments):
        return self.strike_command(verb, self.command(verb, *arguments))

    def strike_command(self, name, command):
        """True when the program confirmed before it was killed."""
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder)
        time.sleep(self.pick.uniform(0, self.durations[name] * 1.05))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if process.returncode == -signal.SIGKILL:
            self.killed[name] += 1
            self.journals += Path(self.file + "-journal").exists()
        elif process.returncode != 0:
            raise Lost(f"{name} ended by itself with {process.returncode}")
        return process.returncode == 0

    def check(self):
        found = self.read("check")
        if not found["whole"]:
            raise Lost(f"check: {found}")

    def strike_import(self):
        self.strike_batch("import", "rmm", "b.csv" if self.current["rmm"] == "a.csv" else "a.csv")

    def strike_large_import(self):
        self.strike_batch("large import", "large", "d.csv" if self.current["large"] == "c.csv" else "c.csv")

    def strike_batch(self, name, source, wanted):
        before = self.read("batches", source)[0]
        confirmed = self.strike_command(name, self.command("import", source, wanted, "--period", PERIOD))
        self.check()
        now = self.read("batches", source)[0]
        is_new = now["id"] != before["id"]
        if confirmed and not is_new:
            raise Lost("a confirmed import is not there")
        if not is_new and now != before:
            raise Lost(f"the batch in force changed: {before} → {now}")
        if is_new and (not now["complete"] or now["rows_kept"] != self.sizes[wanted]):
            raise Lost(f"half a batch is in force: {now}")
        if is_new:
            self.current[source] = wanted

    def positions(self):
        return [(row["client_id"], row["billed"], row["counted"]) for row in self.read("positions", "--period", PERIOD)]

    def strike_reconcile(self):
        before = self.positions()
        self.strike("reconcile", "--period", PERIOD)
        self.check()
        found = self.positions()
        self.run("reconcile", "--period", PERIOD)
        after = self.positions()
        if found not in (before, after):
            raise Lost(f"positions are neither the old nor the new ones ({len(found)} of {len(after)})")
        if len(after) != CLIENTS or sum(int(counted) for _, _, counted in after) != self.sizes[self.current["rmm"]]:
            raise Lost(f"the batch in force is not the one that counts: {after[:2]}")

    def strike_decide(self):
        key = self.pick.choice(self.keys)
        acts = self.acts.setdefault(key, [])
        arguments = ["reopen", "--reason", "again"] if acts and acts[-1] == "approve" else ["approve"]
        confirmed = self.strike("decide", key, *arguments, "--by", "Jana")
        self.check()
        stored = [decision["act"] for decision in self.read("decisions", key)]
        if stored != acts + arguments[:1] and (confirmed or stored != acts):
            raise Lost(f"{key}: confirmed {acts}, tried {arguments[0]}, stored {stored}")
        self.acts[key] = stored

    def strike_update(self):
        self.restore_old()
        self.strike_command("update", [self.cli, "reconcile", self.old, "--period", "2026-11"])
        backup = Path(self.old + ".v1.backup")
        if backup.exists() and backup.read_bytes() != self.original:
            raise Lost("the backup is not the file as it was")
        if not backup.exists() and Path(self.old).read_bytes() != self.original:
            raise Lost("the old file was changed before it had a backup")
        self.run_on(self.old, "reconcile", "--period", "2026-11")
        if not json.loads(self.run_on(self.old, "check", "--json"))["whole"]:
            raise Lost("check finds the updated file broken")
        states = {row["key"]: row["state"] for row in json.loads(self.run_on(self.old, "discrepancies", "--period", "2026-10", "--json"))}
        wanted = {"2026-10/underbilled/C1/edr": "approved", "2026-10/underbilled/C1/backup": "accepted", "2026-10/overbilled/C2/edr": "open"}
        if states != wanted:
            raise Lost(f"of the old file {states} are left, not {wanted}")

    def everything_confirmed_is_there(self):
        states = {row["key"]: row["state"] for row in self.read("discrepancies", "--period", PERIOD)}
        for key in self.keys:
            expected = "approved" if (self.acts.get(key) or [""])[-1] == "approve" else "open"
            if states.get(key) != expected:
                raise Lost(f"{key} is {states.get(key)}, confirmed was {self.acts.get(key)}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--cli", required=True)
    options.add_argument("--points", type=int, default=50)
    options.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    chosen = options.parse_args()
    folder = tempfile.mkdtemp(prefix="billingreconcile-kill-")
    print(f"seed {chosen.seed}, {chosen.points} points, in {folder}", flush=True)
    harness = Harness(str(Path(chosen.cli).resolve()), folder, random.Random(chosen.seed))
    try:
        harness.prepare()
        for point in range(chosen.points):
            getattr(harness, "strike_" + ("import", "decide", "reconcile", "update", "large_import")[point % 5])()
            harness.everything_confirmed_is_there()
    except Lost as problem:
        print(f"LOST: {problem}\n  the workspace is kept in {folder}; --seed {chosen.seed} tries the same moments")
        return 1
    print(f"nothing lost; killed before the end: {harness.killed}; {harness.journals} times while a rollback journal was there")
    shutil.rmtree(folder)
    return 0 if min(harness.killed.values()) > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
