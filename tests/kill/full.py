"""Fills a real small file system to the brim and runs import, reconcile, decide and export on it.

    python3 full.py --cli PATH

For each verb and each of a few sizes of free space: the verb either is done, or it exits 1 and says in words that the
disk is full; the workspace then passes `check`, its batch in force, positions, decisions and the sheet of before are as they were,
no other file lies about, and once there is room the verb works. Needs a tmpfs: as root, or in a user namespace; where neither is
allowed it says so and exits 77 (skipped).
"""

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PERIOD = "2026-10"
FREE = (0, 4, 64, 300, 1500)  # KB; memory comes in pages of 4
SIZE = 24  # MB


class Wrong(Exception):
    pass


class Disk:
    def __init__(self, cli, folder):
        self.cli, self.folder = cli, Path(folder)
        self.file = str(self.folder / "full.brw")
        self.ballast = self.folder / "ballast"
        self.outside = Path(tempfile.mkdtemp(prefix="billingreconcile-full-"))  # what is imported lies on another disk
        self.refused = self.done = 0

    def run(self, *words, fine=(0,)):
        done = subprocess.run([self.cli, *words], capture_output=True, text=True, cwd=self.outside, timeout=120)
        if done.returncode not in fine:
            raise Wrong(f"{' '.join(words)}: exit {done.returncode}\n  {done.stderr.strip()}\n  {done.stdout.strip()[:800]}")
        return done

    def read(self, *words):
        return json.loads(self.run(*words, "--json").stdout)

    def write(self, name, columns, rows):
        with open(self.outside / name, "w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            writer.writerow(columns)
            writer.writerows(rows)

    def prepare(self):
        clients = [f"C{i}" for i in range(50)]
        self.write("lines.csv", ["client_id", "client_name", "agreement_id", "agreement_name", "line_id", "product_id", "product_name",
                                 "quantity", "unit_price", "currency", "billable"],
                   [[c, c, f"A-{c}", "Care", f"L-{c}", "EDR", "EDR", 100, "4.50", "EUR", "true"] for c in clients])
        for name, size in (("small.csv", 6000), ("large.csv", 30000)):
            self.write(name, ["account_id", "account_name", "meter_id", "meter_name", "asset_id", "asset_name"],
                       [[f"acc-{i % 50}", f"Account {i % 50}", "agent", "Agent", f"id-{i}-{i * 7919 % 104729}", f"pc-{i}"] for i in range(size)])
        self.write("links.csv", ["source", "account_id", "client_id", "state", "reason"], [["rmm", f"acc-{i}", c, "linked", ""] for i, c in enumerate(clients)])
        service = {"id": "edr", "billed": [{"product": "EDR"}], "counted": [{"source": "rmm", "meter": "agent", "measure": "assets"}]}
        (self.outside / "services.json").write_text(json.dumps([service]), encoding="utf-8")
        self.run("init", self.file)
        for name, side in (("psa", "psa"), ("rmm", "vendor")):
            self.run("source", "add", self.file, name, "--connector", "file", "--side", side)
        self.run("import", self.file, "psa", "lines.csv", "--period", PERIOD)
        self.run("import", self.file, "rmm", "small.csv", "--period", PERIOD)
        self.run("services", "import", self.file, "services.json")
        self.run("links", "import", self.file, "links.csv")
        self.run("reconcile", self.file, "--period", PERIOD)
        self.keys = [row["key"] for row in self.read("discrepancies", self.file, "--period", PERIOD)]
        self.run("decide", self.file, self.keys[0], "approve", "--by", "Jana")
        self.sheet = self.folder / "adjustments.csv"
        self.run("export", self.file, "--period", PERIOD, "--sheet", "neutral", "-o", str(self.sheet))

    def fill(self, free):
        with open(self.ballast, "wb", buffering=0) as stream:
            for piece in (1 << 20, 4096):
                try:
                    while True:
                        stream.write(b"\0" * piece)
                except OSError:
                    pass
            stream.truncate(max(0, stream.tell() - free * 1024))
        left = shutil.disk_usage(self.folder).free
        if not free * 1024 <= left <= free * 1024 + 8192:
            raise Wrong(f"{left} bytes are free, {free} KB were wanted")

    def state(self):
        return {"batch": self.read("batches", self.file, "rmm")[0], "positions": self.read("positions", self.file, "--period", PERIOD),
                "decisions": self.read("decisions", self.file, self.keys[1]), "sheet": self.sheet.read_bytes()}

    def strays(self):
        known = {"full.brw", "full.brw-wal", "full.brw-shm", "full.brw.lock", "ballast", "adjustments.csv"}
        return sorted(path.name for path in self.folder.iterdir() if path.name not in known)

    def attempt(self, free, *words):
        before = self.state()
        self.fill(free)
        tried = self.run(*words, fine=(0, 1))
        self.ballast.unlink()
        what = f"{words[0]} with {free} KB"
        if self.strays():
            raise Wrong(f"{what}: left behind {self.strays()}")
        if not self.read("check", self.file)["whole"]:
            raise Wrong(f"{what}: check finds the file broken")
        if tried.returncode == 0:
            self.done += 1
            return
        self.refused += 1
        reason = tried.stderr
        if str(self.folder) not in reason or not any(word in reason for word in ("full", "space", "room")):
            raise Wrong(f"{what}: the reason does not say that the disk of {self.folder} is full: {reason.strip()}")
        if self.state() != before:
            raise Wrong(f"{what}: something changed though it was refused")
        self.run(*words)  # there is room again

    def play(self):
        self.prepare()
        for free in FREE:
            self.attempt(free, "import", self.file, "rmm", "large.csv", "--period", PERIOD)
            self.run("import", self.file, "rmm", "small.csv", "--period", PERIOD)
            self.attempt(free, "reconcile", self.file, "--period", PERIOD)
            self.attempt(free, "decide", self.file, self.keys[1], "approve", "--quantity", "7", "--by", "Jana")
            self.attempt(free, "export", self.file, "--period", PERIOD, "--sheet", "neutral", "-o", str(self.sheet))
            self.attempt(free, "export", self.file, "--period", PERIOD, "--sheet", "neutral", "--format", "xlsx", "-o", str(self.sheet))
            self.run("decide", self.file, self.keys[1], "reopen", "--reason", "again", "--by", "Jana")
            self.run("reconcile", self.file, "--period", PERIOD)


def mounted(folder):
    return subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "none", folder], capture_output=True, text=True)


def skip(reason):
    print(f"SKIPPED: no small file system can be made here ({reason}); the disk-full test needs root or user namespaces", flush=True)
    return 77


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--cli", required=True)
    options.add_argument("--inside", action="store_true", help="already in a user namespace of its own")
    chosen = options.parse_args()
    folder = tempfile.mkdtemp(prefix="billingreconcile-disk-")
    made = mounted(folder)
    if made.returncode != 0:
        os.rmdir(folder)
        if chosen.inside or not shutil.which("unshare") or subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode != 0:
            return skip(made.stderr.strip() or "mount refused")
        return subprocess.run(["unshare", "-rm", sys.executable, "-B", __file__, "--cli", chosen.cli, "--inside"]).returncode
    disk = Disk(str(Path(chosen.cli).resolve()), folder)
    try:
        disk.play()
    except Wrong as problem:
        print(f"WRONG: {problem}")
        return 1
    finally:
        subprocess.run(["umount", folder])
        os.rmdir(folder)
        shutil.rmtree(disk.outside)
    print(f"{disk.refused} refused in words with nothing half-written, {disk.done} had room enough")
    return 0 if disk.refused >= len(FREE) else 1


if __name__ == "__main__":
    sys.exit(main())
