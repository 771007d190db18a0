#!/usr/bin/env python3
"""Measures the program against its targets, beside sqlite3 and DuckDB in the same run, and prints one table of ratios.

bench.py --build BUILD [--small]. Every ratio is ours / theirs; runs are paired (ours, theirs, ours, theirs …) and the table shows
the median of the paired ratios and, in brackets, the smallest. --small uses 100,000 and 500,000 assets, for a quick look.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PERIOD = "2026-10"


class Run:
    def __init__(self, ms, cpu, mb, out):
        self.ms, self.cpu, self.mb, self.out = ms, cpu, mb, out


def run(*command, env=None, stdin=None):
    """Wall and processor milliseconds, peak memory in MB and the output of one process; a failure ends the measurement.

    The disk is settled first: a file that was just copied would else be written out by the first fsync of whoever comes next."""
    os.sync()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen([str(c) for c in command], stdout=out, stderr=err, env={**os.environ, **(env or {})},
                                   stdin=subprocess.PIPE if stdin else subprocess.DEVNULL)
        if stdin:
            process.stdin.write(stdin.encode())
            process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        ms = (time.perf_counter() - start) * 1000
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode != 0:
            raise RuntimeError(f"{' '.join(map(str, command[:3]))} ended with {process.returncode}: {err.read().decode(errors='replace').strip()[-400:]}")
        return Run(ms, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024, out.read().decode(errors="replace"))


class Table:
    def __init__(self):
        self.rows = []

    def add(self, what, ours, theirs, value, aim, wall, unit="", note=""):
        verdict = "" if aim is None else "aim" if value <= aim else "wall" if value <= wall else "MISSED"
        self.rows.append((what, ours, theirs, f"{value:.2f}{unit}" if value < 100 else f"{value:.0f}{unit}",
                          "" if aim is None else f"{aim:g}{unit}", "" if aim is None else f"{wall:g}{unit}", verdict, note))

    def skip(self, what, reason):
        self.rows.append((what, "", "", "–", "", "", "not measured", reason))

    def ratio(self, what, pairs, aim, wall, by=lambda r: r.ms, note=""):
        ratios = [by(a) / by(b) for a, b in pairs]
        ours, theirs = (statistics.median(by(p[i]) for p in pairs) for i in (0, 1))
        self.add(what, f"{ours:.0f} ms", f"{theirs:.0f} ms", statistics.median(ratios), aim, wall,
                 note=f"[{min(ratios):.2f}] {note}".strip())

    def show(self):
        head = ("what", "ours", "theirs", "value", "aim", "wall", "reached", "")
        widths = [max(len(str(r[i])) for r in self.rows + [head]) for i in range(8)]
        for number, row in enumerate([head] + self.rows):
            print("  ".join(str(cell).ljust(width) for cell, width in zip(row, widths)).rstrip())
            if number == 0:
                print("  ".join("-" * width for width in widths))


class Bench:
    def __init__(self, build, folder, small):
        self.cli = build / "bin/billingreconcile-cli"
        self.parts = build / "bin/bench_parts"
        self.sheets = build / "bin/bench_sheets"
        self.window = build / "bin/bench_window"
        self.sync = build / "bin/bench_sync"
        self.make = build / "bin/bench_makeworld"
        self.folder = folder
        self.small = small
        self.table = Table()
        self.duck = None
        self.env = {"BILLINGRECONCILE_PLUGINS": str(build / "lib/billingreconcile/connectors"), "QT_QPA_PLATFORM": "offscreen"}

    def ours(self, *arguments):
        return run(self.cli, *arguments, env=self.env)

    def part(self, *arguments):
        return json.loads(run(self.parts, *arguments, env=self.env).out)

    def step(self, what):
        print(f"… {what}", file=sys.stderr, flush=True)

    # -- set-up ---------------------------------------------------------------------------------------------------------
    def prepare(self):
        self.sizes = {"1M": 100_000, "5M": 500_000} if self.small else {"1M": 1_000_000, "5M": 5_000_000}
        self.worlds = {}
        for name, assets in self.sizes.items():
            self.step(f"writing a world of {assets:,} assets")
            self.worlds[name] = self.folder / name
            self.worlds[name].mkdir()
            run(self.make, self.worlds[name], assets)
        self.prepare_duck()

    def prepare_duck(self):
        if not shutil.which("npm"):
            self.no_duck = "DuckDB: npm is not installed"
            return
        self.step("installing DuckDB for this run")
        try:
            run("npm", "install", "--no-audit", "--no-fund", "--prefix", self.folder / "duck", "@duckdb/node-api")
        except RuntimeError as error:
            self.no_duck = f"DuckDB could not be installed ({str(error)[-80:]})"
            return
        self.duck = {"DUCK_MODULES": str(self.folder / "duck/node_modules")}
        for name, world in self.worlds.items():
            run("node", HERE / "duck.mjs", "load", self.folder / f"{name}.duck", 2, world, env=self.duck)

    def duckdb(self, verb, name, threads=1):
        return run("node", HERE / "duck.mjs", verb, self.folder / f"{name}.duck", threads, env=self.duck)

    def workspace(self, name):
        """A workspace of twelve vendors with everything imported, not yet reconciled."""
        path, world = self.folder / f"{name}.brw", self.worlds[name]
        self.step(f"importing the world of {self.sizes[name]:,} assets")
        self.ours("init", path, "--name", "Bench", "--currency", "EUR")
        self.ours("source", "add", path, "psa", "--connector", "file", "--side", "psa")
        for vendor in range(12):
            self.ours("source", "add", path, f"vendor-{vendor}", "--connector", "file", "--side", "vendor")
        self.ours("services", "import", path, world / "services.json")
        self.ours("import", path, "psa", world / "lines.csv", "--period", PERIOD)
        for vendor in range(12):
            self.ours("import", path, f"vendor-{vendor}", world / f"assets-{vendor}.csv", "--period", PERIOD)
        self.ours("links", "import", path, world / "links.csv")
        return path

    # -- measurements ---------------------------------------------------------------------------------------------------
    def ingest(self):
        self.step("ingest beside sqlite3 .import")
        empty = self.folder / "ingest-empty.brw"
        self.ours("init", empty, "--name", "Ingest", "--currency", "EUR")
        self.ours("source", "add", empty, "all", "--connector", "file", "--side", "vendor")
        file = self.worlds["1M"] / "assets.csv"
        pairs = []
        for turn in range(3):
            path, db = self.folder / "ingest.brw", self.folder / "ingest.db"
            shutil.copy(empty, path)
            db.unlink(missing_ok=True)
            mine = self.ours("import", path, "all", file, "--period", PERIOD)
            pairs.append((mine, run("sqlite3", db, f".import --csv {file} asset")))
        self.table.ratio("ingest 1M assets / sqlite3 .import", pairs, 0.20, 0.40, note=f"file {path.stat().st_size / 1e6:.0f} MB, sqlite3 {db.stat().st_size / 1e6:.0f} MB")
        self.again(path, file)
        for one in (path, db):
            one.unlink()

    def again(self, path, file):
        """The same million again, one row in a hundred changed, against UPSERT into a keyed table."""
        changed = self.folder / "changed.csv"
        with open(file, encoding="utf-8") as old, open(changed, "w", encoding="utf-8") as new:
            for number, line in enumerate(old):
                new.write(line.replace("host-", "moved-") if number % 100 == 50 else line)
        keyed = self.folder / "keyed.db"
        run("sqlite3", keyed, stdin=f".import --csv {file} raw\nCREATE TABLE asset AS SELECT * FROM raw WHERE 0;\n"
            "CREATE UNIQUE INDEX asset_key ON asset (account_id, meter_id, asset_id);\nINSERT INTO asset SELECT * FROM raw;\nDROP TABLE raw;\n")
        columns = "account_name meter_name asset_name asset_class status assigned_at ended_at last_seen_at".split()
        upsert = (f".import --csv {changed} raw\nINSERT INTO asset SELECT * FROM raw WHERE true ON CONFLICT (account_id, meter_id, asset_id) DO UPDATE SET "
                  + ", ".join(f"{c} = excluded.{c}" for c in columns) + ";\n")
        pairs, second, table = [], self.folder / "again.brw", self.folder / "again.db"
        for turn in range(3):
            shutil.copy(path, second)
            shutil.copy(keyed, table)
            pairs.append((self.ours("import", second, "all", changed, "--period", PERIOD), run("sqlite3", table, stdin=upsert)))
        self.table.ratio("1M assets again, 1 % changed / UPSERT", pairs, 0.15, 0.3)
        for one in (keyed, second, table):
            one.unlink()

    def memory(self):
        self.step("memory while ingesting the large file")
        path = self.folder / "memory.brw"
        self.ours("init", path, "--name", "Memory", "--currency", "EUR")
        self.ours("source", "add", path, "all", "--connector", "file", "--side", "vendor")
        mine = self.ours("import", path, "all", self.worlds["5M"] / "assets.csv", "--period", PERIOD)
        self.table.add("memory while ingesting 5M", f"{mine.mb:.0f} MB", "", mine.mb, 200, 400, " MB", f"{mine.ms / 1000:.1f} s")
        path.unlink()

    def reconcile(self):
        results = {}
        for name in self.sizes:
            path = self.workspace(name)
            self.step(f"reconciling {name} cold, beside DuckDB and sqlite3")
            copy, mine, seats, counts = self.folder / "cold.brw", [], [], []
            for turn in range(7):  # a virtual machine's memory makes single runs twice as long as others
                shutil.copy(path, copy)
                mine.append(self.ours("reconcile", copy, "--period", PERIOD, "--json"))
                if self.duck:
                    seats.append(self.duckdb("seats", name))
                    counts.append(self.duckdb("counts", name))
            results[name] = mine
            if name == "5M":
                self.compare(copy, mine, seats, counts)
                self.sql(name, mine)
                self.change(copy)
            copy.unlink()
            path.unlink()
        small, large = (statistics.median(r.ms for r in results[n]) for n in ("1M", "5M"))
        self.table.add("reconcile growth 1M → 5M assets", f"{large:.0f} ms", f"{small:.0f} ms", large / small, 1.1, 1.5, "×")

    def compare(self, copy, mine, seats, counts):
        if not self.duck:
            self.table.skip("reconcile cold 5M / DuckDB", self.no_duck)
            return
        rows = json.loads(self.ours("discrepancies", copy, "--period", PERIOD, "--json").out)
        rows = rows if isinstance(rows, list) else next(v for v in rows.values() if isinstance(v, list))
        kinds = {}
        for row in rows:
            kinds[row["kind"]] = kinds.get(row["kind"], 0) + 1
        theirs = {row["kind"]: row["n"] for row in json.loads(seats[0].out)}
        same = all(kinds.get(kind) == n for kind, n in theirs.items())
        note = "same answer" if same else f"ANSWERS DIFFER: ours {kinds}, DuckDB {theirs}"
        self.table.ratio("reconcile cold 5M / DuckDB reading seats, 1 thread", list(zip(mine, seats)), 0.35, 0.8, note=note)
        self.table.ratio("the same / DuckDB over counts, processor time", list(zip(mine, counts)), 0.25, 0.5, by=lambda r: r.cpu)

    def sql(self, name, mine):
        db, world = self.folder / "sql.db", self.worlds[name]
        run("sqlite3", db, stdin="".join(f".import --csv {world / file}.csv {table}\n" for file, table in (("assets", "asset"), ("lines", "line"), ("links", "link")))
            + "CREATE INDEX asset_live ON asset (account_id, meter_id, status, assigned_at, ended_at);\nCREATE INDEX link_account ON link (account_id);\n")
        theirs = run("sqlite3", db, f".read {HERE / 'reconcile.sql'}")
        self.table.ratio("reconcile cold 5M / SQL in sqlite3, covering index", [(m, theirs) for m in mine], None, None)
        db.unlink()

    def change(self, copy):
        part = self.part("change", copy)
        for what, key in (("one account link changed → list up to date, 5M", "link"), ("one service changed → list up to date, 5M", "service")):
            self.table.add(what, f"{part[key]:.0f} ms", "", part[key], 30, 150, " ms",
                           f"{part[key + '_cpu']:.0f} ms of processor time; {part['rows']:.0f} rows; nothing changed: {part['again']:.0f} ms")

    def lists(self):
        self.step("lists of discrepancies")
        for rows, name, load, filtering, sort in ((100_000, "100k", (100, 250), (8, 30), None), (1_000_000, "1M", (900, 2000), (30, 100), (50, 150))):
            if self.small and rows > 100_000:
                continue
            part = self.part("list", rows)
            self.table.add(f"list: load {name}", f"{part['load']:.0f} ms", "", part["load"], *load, " ms")
            self.table.add(f"list: keystroke in the search, {name}, without painting", f"{part['filter']:.1f} ms", "", part["filter"], *filtering, " ms")
            if sort:
                self.table.add(f"list: slowest column to sort, {name}, without painting", f"{part['sort']:.0f} ms", "", part["sort"], *sort, " ms")
                self.table.add(f"facets and totals after a filter, {name}", f"{part['facets']:.0f} ms", "", part["facets"], 20, 60, " ms")
        if not self.small:
            part = self.part("list", 1_000_000, "assets")
            self.table.add("the same where 900k rows name an asset of their own", f"{part['filter']:.0f} ms", "", part["filter"], None, None, " ms",
                           f"load {part['load']:.0f} ms, sort {part['sort']:.0f} ms")
            memory = self.part("listmemory", 1_000_000)["memory"]
            self.table.add("list: memory for 1M rows", f"{memory:.0f} MB", "", memory, 80, 160, " MB")

    def windows(self):
        """Drawn into memory: Qt's platform "offscreen", as the pictures are. sqlitebrowser needs a display: xvfb-run where there is none."""
        self.step("the window")
        frame = json.loads(run(self.window, "frame", 100_000, env=self.env).out)
        self.table.add("list: one scrolled frame, 1200×800", f"{frame['page']:.1f} ms", "", frame["page"], 6, 12, " ms", f"a turn of the wheel {frame['lines']:.1f} ms, offscreen")
        filled = self.folder / "filled.brw"
        self.ours("init", filled, "--name", "Filled", "--currency", "EUR")
        self.ours("source", "add", filled, "psa", "--side", "psa", "--connector", "file")
        self.ours("import", filled, "psa", self.worlds["1M"] / "lines.csv", "--period", PERIOD)
        run(self.parts, "fill", filled, 100_000, env=self.env)
        mine = []
        for turn in range(5):
            began = int(time.time() * 1000)
            mine.append(json.loads(run(self.window, "start", filled, began, env=self.env).out)["start"])
        ours = statistics.median(mine)
        self.table.add("start → usable window on 100k discrepancies", f"{ours:.0f} ms", "", ours, None, None, " ms", "100k lines, list filled and drawn, offscreen")
        if not shutil.which("sqlitebrowser"):
            self.table.skip("the same / sqlitebrowser's start", "sqlitebrowser is not installed")
        else:
            self.table.skip("the same / sqlitebrowser's start", "sqlitebrowser tells nobody when its window can be used; by hand: time to its window")

    def network(self):
        self.step("records over the network")
        if not shutil.which("curl"):
            self.table.skip("records over TLS to the spool", "there is no curl to compare with")
            return
        part = json.loads(run(self.sync, 200_000, env=self.env).out)
        rate = part["records"] / part["sync"]
        self.table.add(f"{part['records']:,.0f} records over TLS to the spool / curl to /dev/null", f"{part['sync']:.0f} ms", f"{part['curl']:.0f} ms",
                       part["sync"] / part["curl"], None, None, note=f"{rate:.0f}k records/s, {part['megabytes']:.0f} MB")
        self.table.add("the same / simdjson parsing the same bodies alone", f"{part['sync']:.0f} ms", f"{part['simdjson']:.0f} ms",
                       part["sync"] / part["simdjson"], 3.3, 10, note=f"our reader takes {part['parse']:.0f} ms")
        # simdjson reads these bodies faster than any socket brings them; the target was set by a slower run of it.
        set_by = 1_250  # records a millisecond, of 350 bytes
        self.table.add("the same / simdjson as fast as when the target was set", f"{part['sync']:.0f} ms", f"{part['records'] / set_by:.0f} ms",
                       part["sync"] * set_by / part["records"], 3.3, 10, note="1.25 million records/s")

    def small_things(self):
        self.step("workbook, suggestions, sample month")
        part = json.loads(run(self.sheets, self.folder, env=self.env).out)
        self.table.add("XLSX of 100k adjustments / libxlsxwriter alone", f"{part['ours']:.0f} ms", f"{part['alone']:.0f} ms", part["ours"] / part["alone"], 1.1, 1.5)
        part = self.part("suggest")
        self.table.add("suggestions, 2,000 accounts × 2,000 clients", f"{part['suggest']:.0f} ms", "", part["suggest"], 100, 500, " ms")
        month = statistics.median(self.sample_month() for _ in range(3))
        self.table.add("full month on the sample by the command line", f"{month:.0f} ms", "", month / 1000, 1, 3, " s", "files in → adjustments out, 15 processes")

    def sample_month(self):
        files = ROOT / "resources/sample/files"
        sample = json.loads((ROOT / "resources/sample/sample.json").read_text())
        path = self.folder / "sample.brw"
        path.unlink(missing_ok=True)
        start = time.perf_counter()
        self.ours("init", path, "--name", "Sample", "--currency", sample["currency"])
        for source in sample["sources"]:
            self.ours("source", "add", path, source["name"], "--connector", source["connector"], "--side", source["side"])
        self.ours("services", "import", path, files / "services.json")
        last = sample["periods"][-1]
        for source in sample["sources"]:
            self.ours("import", path, source["name"], *(files / f for f in source["files"][last]), "--period", last)
        self.ours("links", "import", path, files / "links.csv")
        self.ours("exceptions", "import", path, files / "exceptions.csv")
        self.ours("reconcile", path, "--period", last)
        self.ours("discrepancies", path, "--period", last, "--format", "csv", "-o", self.folder / "d.csv")
        self.ours("export", path, "--period", last, "--sheet", "connectwise", "--format", "csv", "-o", self.folder / "a.csv")
        return (time.perf_counter() - start) * 1000

    def all(self):
        self.prepare()
        for measurement in (self.ingest, self.memory, self.reconcile, self.lists, self.windows, self.network, self.small_things):
            try:
                measurement()
            except (RuntimeError, KeyError, StopIteration, ValueError, OSError) as error:
                self.table.skip(measurement.__name__, "it failed: " + " ".join(str(error).split())[-160:])
        self.table.show()
        missed = sum(row[6] in ("MISSED",) for row in self.table.rows)
        print(f"\n{missed} of {len(self.table.rows)} miss their wall; sizes: " + ", ".join(f"{k} = {v:,}" for k, v in self.sizes.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--small", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="billingreconcile-bench-") as folder:
        Bench(options.build.resolve(), pathlib.Path(folder), options.small).all()


if __name__ == "__main__":
    main()
