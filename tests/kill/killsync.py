"""Kills the program (SIGKILL) at random moments of a sync, and looks whether anything was lost, half stored or left behind.

    python3 killsync.py --cli PATH [--points 50] [--seed N]

A stand-in vendor runs here. After each kill: `check` passes; the batch in force is the one before or the new one, whole; the record
of attempts says "done" of exactly the batches that are there; what the killed sync had spooled is gone once the workspace was
opened for writing. The seed is printed; with the same seed the same moments are tried (the machine's own timing is not repeatable).
"""

import argparse
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "app_cli"))
from standin import MANIFEST, StandIn  # noqa: E402

PERIOD = "2026-10"
CUSTOMERS = 12


class Lost(Exception):
    pass


class Harness:
    def __init__(self, cli, folder, pick):
        self.cli, self.folder, self.pick = cli, pathlib.Path(folder), pick
        self.killed = {"before anything was stored": 0, "afterwards": 0}
        self.spools = 0
        self.standin = StandIn()
        self.environment = dict(os.environ) | {"BILLINGRECONCILE_VENDORS": str(self.folder / "vendors"), "BILLINGRECONCILE_SECRET_RMM_API_KEY": "right-key"}
        (self.folder / "vendors").mkdir()
        (self.folder / "vendors/standin.json").write_text(json.dumps(MANIFEST), encoding="utf-8")

    def run(self, *words):
        done = subprocess.run([self.cli, *words], capture_output=True, text=True, cwd=self.folder, env=self.environment)
        if done.returncode != 0:
            raise Lost(f"{' '.join(words)}: exit {done.returncode}\n  {done.stderr.strip()}\n  {done.stdout.strip()[:1000]}")
        return done.stdout

    def read(self, *words):
        return json.loads(self.run(*words, "--json"))

    def leftovers(self):
        return [path.name for path in self.folder.iterdir() if ".sync-" in path.name]

    def prepare(self):
        self.manners = self.standin.source("rmm", customers=CUSTOMERS, devices=900)
        self.manners.page = 310
        self.run("init", "k.brw")
        self.run("source", "add", "k.brw", "rmm", "--connector", "rest", "--vendor", "standin", "--set", "road=rmm", "--connect-to",
                 f"api.standin.example={self.standin.address}")
        self.run("sync", "k.brw", "rmm", "--period", PERIOD)
        self.requests, self.manners.requests = self.manners.requests, 0
        start = time.monotonic()
        process = self.begin()
        self.wait_for_the_last_page(process)
        self.until_last = time.monotonic() - start
        process.communicate()
        self.duration = time.monotonic() - start
        self.rows = self.state()["batch"]["rows_kept"]

    def state(self):
        return self.read("source", "list", "k.brw", "--period", PERIOD)[0]

    def begin(self):
        self.manners.requests = 0
        return subprocess.Popen([self.cli, "sync", "k.brw", "rmm", "--period", PERIOD], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder,
                                env=self.environment)

    def wait_for_the_last_page(self, process):
        while self.manners.requests < self.requests and process.poll() is None:
            time.sleep(0.002)

    def strike(self, while_storing):
        before = self.state()
        self.manners.devices = 901 if self.manners.devices == 900 else 900  # the same number of pages
        wanted = self.rows + (CUSTOMERS if self.manners.devices == 901 else 0)
        process = self.begin()
        if while_storing:
            self.wait_for_the_last_page(process)
            time.sleep(self.pick.uniform(0, (self.duration - self.until_last) * 1.2))
        else:
            time.sleep(self.pick.uniform(0, self.duration * 1.05))
        process.send_signal(signal.SIGKILL)
        _, reason = process.communicate()
        if process.returncode not in (0, -signal.SIGKILL):
            raise Lost(f"the sync ended by itself with {process.returncode}: {reason.decode()}")
        self.spools += len(self.leftovers())
        found = self.read("check", "k.brw")
        if not found["whole"]:
            raise Lost(f"check: {found}")
        now = self.state()
        is_new = now["batch"]["id"] != before["batch"]["id"]
        if process.returncode == 0 and not is_new:
            raise Lost("a confirmed sync is not there")
        if not is_new and (now["batch"], now["last_sync"]) != (before["batch"], before["last_sync"]):
            raise Lost(f"nothing was confirmed, and yet it changed: {before} → {now}")
        if is_new and (not now["batch"]["complete"] or now["batch"]["rows_kept"] != wanted):
            raise Lost(f"half a sync is in force: {now['batch']}, wanted {wanted}")
        if now["last_sync"]["outcome"] != "done" or now["last_sync"]["batch_id"] != now["batch"]["id"]:
            raise Lost(f"the record does not fit the batch: {now['last_sync']}")
        if process.returncode:
            self.killed["afterwards" if is_new else "before anything was stored"] += 1
        if not is_new:
            self.manners.devices = 901 if self.manners.devices == 900 else 900
        self.run("meter", "ignore", "k.brw", "rmm", "agent", "--reason", "test")  # opens the file for writing
        if self.leftovers():
            raise Lost(f"left beside the workspace: {self.leftovers()}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--cli", required=True)
    options.add_argument("--points", type=int, default=50)
    options.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    chosen = options.parse_args()
    folder = tempfile.mkdtemp(prefix="billingreconcile-killsync-")
    print(f"seed {chosen.seed}, {chosen.points} points, in {folder}", flush=True)
    harness = Harness(str(pathlib.Path(chosen.cli).resolve()), folder, random.Random(chosen.seed))
    try:
        harness.prepare()
        for point in range(chosen.points):
            harness.strike(while_storing=point % 2 == 1)
    except Lost as problem:
        print(f"LOST: {problem}\n  the workspace is kept in {folder}; --seed {chosen.seed} tries the same moments")
        return 1
    finally:
        harness.standin.close()
    print(f"nothing lost; killed {harness.killed}, {harness.spools} spools were left and swept")
    shutil.rmtree(folder)
    return 0 if harness.killed["before anything was stored"] > 0 and harness.spools > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
