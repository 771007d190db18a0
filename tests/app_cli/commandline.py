"""The command line as a script sees it: exit codes, where the reason stands, one JSON document, clean cancel."""

import csv
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile
from pathlib import Path

CLI = None
PERIOD = ("--period", "2026-10")
FIELDS = ("key kind client_id service_id other_service_id source account_id meter_id product_id asset_key billed counted difference quantity "
          "unit_price currency impact estimate since until state explanation").split()


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return str(Path(self.folder.name) / name)

    def run_cli(self, *arguments, expect=0):
        done = subprocess.run([CLI, *arguments], capture_output=True, text=True, cwd=self.folder.name)
        self.assertEqual(done.returncode, expect, f"{arguments}\n{done.stdout}\n{done.stderr}")
        if expect:
            self.assertNotEqual(done.stderr.strip(), "", "the reason stands on stderr")
        return done

    def write(self, name, rows):
        with open(self.path(name), "w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows(rows)

    def small_world(self):
        self.write("lines.csv", [["client_id", "client_name", "agreement_id", "line_id", "product_id", "quantity", "unit_price", "currency"],
                                 ["C1", "=Acme, \"Inc\"", "A1", "L1", "EDR", "40", "4.50", "EUR"]])
        self.write("agents.csv", [["account_id", "account_name", "meter_id", "measure", "quantity"], ["acme", "Acme", "agent", "used", "47"]])
        self.write("links.csv", [["source", "account_id", "client_id", "state", "reason"], ["rmm", "acme", "C1", "linked", ""]])
        service = {"id": "edr", "billed": [{"product": "EDR"}], "counted": [{"source": "rmm", "meter": "agent", "measure": "used"}]}
        Path(self.path("services.json")).write_text(json.dumps([service]), encoding="utf-8")
        for line in ("init w.brw --name World --currency EUR", "source add w.brw psa --connector file --side psa",
                     "source add w.brw rmm --connector file --side vendor", "import w.brw psa lines.csv --period 2026-10",
                     "import w.brw rmm agents.csv --period 2026-10", "services import w.brw services.json", "links import w.brw links.csv",
                     "reconcile w.brw --period 2026-10"):
            self.run_cli(*line.split())

    def test_speaks_german_and_writes_the_same_json(self):
        self.small_world()
        env = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_MESSAGES")}
        german = {**env, "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"}

        def told(*arguments, **environment):
            done = subprocess.run([CLI, *arguments], capture_output=True, text=True, cwd=self.folder.name, **environment)
            self.assertEqual(done.returncode, 0, done.stderr)
            return done.stdout

        for verb, heading in (("discrepancies", "Schlüssel"), ("positions", "berechnet")):
            line = (verb, "w.brw", *PERIOD)
            english = told(*line)
            self.assertNotIn(heading, english)
            self.assertIn(heading, told(*line, "--lang", "de"))
            self.assertIn(heading, told("--lang=de", *line))
            self.assertIn(heading, told(*line, env=german))
            self.assertEqual(told(*line, "--lang", "en", env=german), english)
        line = ("discrepancies", "w.brw", *PERIOD, "--json")
        plain, translated = (json.loads(told(*line, "--lang", code))[0] for code in ("en", "de"))
        self.assertEqual(list(plain), list(translated))
        self.assertEqual([name for name in plain if plain[name] != translated[name]], ["explanation"])
        self.assertEqual((translated["kind"], translated["state"], translated["impact"]), ("underbilled", "open", "31.50"))
        english, german = (json.loads(told("positions", "w.brw", *PERIOD, "--json", "--lang", code))[0] for code in ("en", "de"))
        steps = list(zip(english.pop("trace"), german.pop("trace")))
        self.assertEqual(english, german)
        self.assertEqual({name for one, other in steps for name in one if one[name] != other[name]}, {"sentence"})
        self.assertEqual(*(told("discrepancies", "w.brw", *PERIOD, "--format", "csv", "--lang", code).splitlines()[0] for code in ("en", "de")))
        tables = [list(csv.DictReader(told("discrepancies", "w.brw", *PERIOD, "--format", "csv", "--lang", code).splitlines())) for code in ("en", "de")]
        differ = {name for one, other in zip(*tables) for name in one if one[name] != other[name]}
        self.assertLessEqual(differ, {"explanation"})  # numbers and codes are for programs
        self.assertIn("31.50 EUR", told("discrepancies", "w.brw", *PERIOD, "--lang", "de"))  # scripts cut tables, too
        self.assertIn("31,50 EUR", translated["explanation"])
        self.assertIn("de, en", self.run_cli(*line, "--lang", "xx", expect=2).stderr)
        self.assertIn("--lang", self.run_cli(*line, "--lang", expect=2).stderr)

    def test_usage_is_two(self):
        for line in ("", "nonsense", "source", "check", "check a b", "reconcile a.brw", "reconcile a.brw --period 2026-13", "init a.brw --currency XQ",
                     "source add a.brw n --connector file --side both", "positions a.brw --period 2026-10 --nope",
                     "discrepancies a.brw --period 2026-10 --format pdf", "discrepancies a.brw --period 2026-10 --filter kind:nonsense",
                     "decide a.brw key maybe", "export a.brw --period 2026-10 --sheet other -o x.csv"):
            self.run_cli(*line.split(), expect=2)

    def test_refusal_is_one(self):
        Path(self.path("text.brw")).write_text("no workspace")
        self.run_cli("check", "text.brw", expect=1)
        self.run_cli("check", "missing.brw", expect=1)
        self.run_cli("init", "w.brw")
        self.run_cli("init", "w.brw", expect=1)
        self.run_cli("positions", "w.brw", *PERIOD, expect=1)  # never reconciled is not "all clean"
        self.run_cli("discrepancies", "w.brw", *PERIOD, expect=1)
        self.run_cli("source", "add", "w.brw", "x", "--connector", "nonsense", "--side", "psa", expect=1)

    def test_the_same_file_twice_and_a_report_without_rows(self):
        brw = self.path("twice.brw")
        self.run_cli("init", brw, "--currency", "EUR")
        self.run_cli("source", "add", brw, "edr", "--connector", "file", "--side", "vendor")
        header = ["account_id", "meter_id", "measure", "quantity"]
        one, same, none = (self.path(name) for name in ("one.csv", "same.csv", "none.csv"))
        for name in ("one.csv", "same.csv"):
            self.write(name, [header, ["T1", "agent", "used", "5"]])
        self.write("none.csv", [header])
        refused = self.run_cli("import", brw, "edr", one, same, "--period", "2026-10", expect=1)
        self.assertIn("one.csv and same.csv are the same file", refused.stderr)
        refused = self.run_cli("import", brw, "edr", one, same, "--period", "2026-10", "--force", expect=1)
        self.assertIn("one.csv and same.csv are the same file", refused.stderr)  # they would count twice, whoever wants it
        self.assertIn("without rows", self.run_cli("import", "--help").stdout)
        refused = self.run_cli("import", brw, "edr", none, "--period", "2026-10", expect=1)
        self.assertIn("no row to read", refused.stderr)
        self.run_cli("import", brw, "edr", none, "--period", "2026-10", "--force")
        sources = json.loads(self.run_cli("source", "list", brw, "--json").stdout)
        self.assertIn("2026-10", json.dumps(sources))

    def test_what_can_be_forced_says_how(self):
        self.small_world()
        header = ["account_id", "meter_id", "measure", "quantity"]
        self.write("bad.csv", [header, ["T1", "agent", "used", "5"], ["T2", "agent", "used", "x"]])
        refused = self.run_cli("import", "w.brw", "rmm", "bad.csv", *PERIOD, expect=1)
        self.assertIn("With --force it is taken all the same.", refused.stderr)
        self.run_cli("import", "w.brw", "rmm", "bad.csv", *PERIOD, "--force")
        self.write("worse.csv", [header, ["T2", "agent", "used", "x"]])
        refused = self.run_cli("import", "w.brw", "rmm", "worse.csv", *PERIOD, expect=1)
        self.assertNotIn("--force", refused.stderr)  # nothing could be read: there is nothing to force

    def test_what_is_not_there_is_refused_by_name(self):
        self.small_world()
        self.assertIn("99", self.run_cli("rejected", "w.brw", "99", expect=1).stderr)
        self.assertIn("99", self.run_cli("rejected", "w.brw", "99", "--warnings", expect=1).stderr)
        self.assertIn("\"NOPE\"", self.run_cli("note", "w.brw", "hello", "--client", "NOPE", expect=1).stderr)
        self.run_cli("note", "w.brw", "hello", "--client", "C1")
        self.assertIn("never reconciled", self.run_cli("adjustments", "w.brw", "--period", "2026-09", expect=1).stderr)
        self.write("exceptions.csv", [["client_id", "service_id", "quantity", "reason", "author", "until"], ["NOPE", "edr", "1", "x", "Jana", ""],
                                      ["C1", "edr", "1", "x", "Jana", ""]])
        told = self.run_cli("exceptions", "import", "w.brw", "exceptions.csv").stdout
        self.assertIn("row 2: no import of the PSA has a client with the id \"NOPE\"", told)
        self.assertNotIn("row 3", told)

    def test_a_psa_month_without_a_line_is_told(self):
        self.small_world()
        self.write("products.csv", [["product_id", "product_name", "list_price"], ["EDR", "Endpoint", "4.50"]])
        told = self.run_cli("import", "w.brw", "psa", "products.csv", "--period", "2026-11").stdout
        self.assertIn("There is no billed line in this import, and the batch of 2026-10 before it had 1", told)
        told = self.run_cli("import", "w.brw", "psa", "products.csv", *PERIOD).stdout
        self.assertIn("There is no billed line in this import", told)
        self.assertNotIn("no billed line", self.run_cli("import", "w.brw", "psa", "lines.csv", *PERIOD).stdout)

    def test_the_same_line_twice_is_taken_once(self):
        self.small_world()
        header = ["client_id", "agreement_id", "line_id", "product_id", "quantity"]
        self.write("twice.csv", [header, ["C1", "A1", "L1", "EDR", "40"], ["C1", "A1", "L1", "EDR", "40"], ["C2", "A2", "L2", "EDR", "1"]])
        told = self.run_cli("import", "w.brw", "psa", "twice.csv", *PERIOD).stdout
        self.assertIn("3 rows in, 3 kept, 0 rejected", told)
        self.assertIn("The same line as on row 2; it is taken once.", told)
        self.run_cli("reconcile", "w.brw", *PERIOD)
        positions = json.loads(self.run_cli("positions", "w.brw", *PERIOD, "--json").stdout)
        self.assertEqual([p["billed"] for p in positions if p["client_id"] == "C1"], ["40"])

    def test_every_verb_has_help_with_examples(self):
        verbs = re.findall(r"^  ([a-z]+(?: [a-z]+)?)  +\S", self.run_cli("--help").stdout, re.M)
        self.assertGreater(len(verbs), 25)
        for verb in verbs:
            text = self.run_cli(*verb.split(), "--help").stdout
            self.assertIn("Usage:", text, verb)
            self.assertIn("Examples:\n  billingreconcile-cli " + verb, text, verb)

    def test_version(self):
        self.assertRegex(self.run_cli("--version").stdout, r"^billingreconcile-cli \d+\.\d+\.\d+\n$")

    def test_every_list_is_one_json_document(self):
        self.small_world()
        for line in ("source list w.brw", "source list w.brw --period 2026-10", "batches w.brw rmm", "rejected w.brw 1", "profiles w.brw", "links list w.brw",
                     "links suggest w.brw --period 2026-10", "services list w.brw", "exceptions list w.brw", "meter list w.brw --period 2026-10",
                     "positions w.brw --period 2026-10", "discrepancies w.brw --period 2026-10", "clients w.brw --period 2026-10",
                     "decisions w.brw 2026-10/underbilled/C1/edr", "notes w.brw --client C1", "adjustments w.brw --period 2026-10", "events w.brw",
                     "check w.brw"):
            json.loads(self.run_cli(*line.split(), "--json").stdout)
            self.assertNotEqual(self.run_cli(*line.split()).stdout, "", line)

    def test_discrepancies_in_three_formats(self):
        self.small_world()
        row, = json.loads(self.run_cli("discrepancies", "w.brw", *PERIOD, "--format", "json").stdout)
        self.assertEqual(list(row)[:len(FIELDS)], FIELDS)
        self.assertEqual((row["difference"], row["unit_price"], row["impact"], row["other_service_id"]), ("7", "4.50", "31.50", None))
        table = list(csv.DictReader(self.run_cli("discrepancies", "w.brw", *PERIOD, "--format", "csv").stdout.splitlines()))
        self.assertEqual(list(table[0]), list(row))
        self.assertEqual(table[0]["impact"], "31.50")
        self.assertEqual(table[0]["client_name"], "'=Acme, \"Inc\"")  # a spreadsheet must not run it
        self.run_cli("discrepancies", "w.brw", *PERIOD, "--format", "xlsx", expect=2)
        self.run_cli("discrepancies", "w.brw", *PERIOD, "--format", "xlsx", "-o", "d.xlsx")
        self.assertIn("xl/workbook.xml", zipfile.ZipFile(self.path("d.xlsx")).namelist())
        self.assertEqual(json.loads(self.run_cli("discrepancies", "w.brw", *PERIOD, "--filter", "impact:>100", "--json").stdout), [])

    # An annual term that is paid once a year: charged in October, silent in November.
    def test_a_term_paid_once_a_year_is_not_zero_in_its_second_month(self):
        header = ["CustomerId", "CustomerName", "ProductId", "SkuId", "SkuName", "ChargeType", "BillableQuantity", "Subtotal", "EffectiveUnitPrice",
                  "Currency", "SubscriptionId", "ChargeStartDate", "ChargeEndDate", "TermAndBillingCycle", "SubscriptionEndDate"]

        def charge(customer, product, quantity, start, end, term):
            return [customer, customer, product, "1", product, "cycleCharge", quantity, "10", "10", "EUR", customer + product, start, end, term, ""]
        monthly, yearly = "One-Year commitment for monthly billing", "One-Year commitment for yearly billing"
        self.write("october.csv", [header, charge("acme", "BP", 12, "10/9/2026", "10/8/2027", yearly), charge("bolt", "BP", 3, "10/1/2026", "10/31/2026", monthly)])
        self.write("november.csv", [header, charge("bolt", "BP", 4, "11/1/2026", "11/30/2026", monthly)])
        self.write("lines.csv", [["client_id", "product_id", "quantity", "unit_price"], ["acme", "BP", "10", "20"], ["bolt", "BP", "3", "20"]])
        self.write("links.csv", [["source", "account_id", "client_id", "state", "reason"], ["csp", "acme", "acme", "linked", ""],
                                 ["csp", "bolt", "bolt", "linked", ""]])
        service = {"id": "bp", "billed": [{"product": "BP"}], "counted": [{"source": "csp", "meter": "BP:1", "measure": "purchased"}]}
        Path(self.path("services.json")).write_text(json.dumps([service]), encoding="utf-8")
        for line in ("init w.brw --currency EUR", "source add w.brw psa --connector file --side psa", "source add w.brw csp --connector file --side vendor",
                     "services import w.brw services.json", "links import w.brw links.csv", "import w.brw psa lines.csv --period 2026-10",
                     "import w.brw psa lines.csv --period 2026-11", "import w.brw csp october.csv --period 2026-10",
                     "import w.brw csp november.csv --period 2026-11", "reconcile w.brw --period 2026-10", "reconcile w.brw --period 2026-11"):
            self.run_cli(*line.split())

        def found(period):
            rows = json.loads(self.run_cli("positions", "w.brw", "--period", period, "--json").stdout)
            return {row["client_id"]: (row["counted"], row["verified"]) for row in rows}
        self.assertEqual(found("2026-10"), {"acme": ("12", True), "bolt": ("3", True)})
        self.assertEqual(found("2026-11"), {"acme": (None, False), "bolt": ("4", True)})
        kinds = {(row["kind"], row["client_id"]) for row in json.loads(self.run_cli("discrepancies", "w.brw", "--period", "2026-11", "--json").stdout)}
        self.assertIn(("unverified", "acme"), kinds)
        self.assertNotIn(("no_usage", "acme"), kinds)

    def test_a_decision_leaves_in_every_sheet_and_format(self):
        self.small_world()
        key = "2026-10/underbilled/C1/edr"
        self.run_cli("decide", "w.brw", key, "accept", expect=1)  # without a reason
        made = json.loads(self.run_cli("decide", "w.brw", key, "approve", "--quantity", "47", "--from", "2026-11-01", "--by", "Jana", "--json").stdout)
        self.assertEqual((made["act"], made["quantity"], made["from"], made["by"]), ("approve", "47", "2026-11-01", "Jana"))
        for sheet in ("neutral", "connectwise", "autotask", "halopsa"):
            for ending in ("csv", "xlsx", "pdf"):
                name = f"{sheet}.{ending}"
                done = json.loads(self.run_cli("export", "w.brw", *PERIOD, "--sheet", sheet, "-o", name, "--json").stdout)
                self.assertEqual(done["made"]["rows"], 1)
                start = Path(self.path(name)).read_bytes()[:4]
                self.assertTrue({"csv": start.isascii() or start.startswith(b"\xef\xbb\xbf"), "xlsx": start[:2] == b"PK", "pdf": start == b"%PDF"}[ending], name)
        what = [event["what"] for event in json.loads(self.run_cli("events", "w.brw", "--json").stdout)]
        self.assertEqual(sum("export" in word for word in what), 12)

    def test_a_full_disk_is_told(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("this system has no /dev/full to write to")
        self.run_cli("init", "w.brw")
        with open("/dev/full", "w") as full:
            done = subprocess.run([CLI, "events", "w.brw", "--json"], stdout=full, stderr=subprocess.PIPE, cwd=self.folder.name)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"could not be written", done.stderr)

    def test_control_c_cancels_an_import_and_leaves_nothing_behind(self):
        self.run_cli("init", "w.brw")
        self.run_cli("source", "add", "w.brw", "rmm", "--connector", "file", "--side", "vendor")
        rows = [["acme", "Acme", "agent", f"id-{i}", f"pc-{i}"] for i in range(600_000)]
        self.write("big.csv", [["account_id", "account_name", "meter_id", "asset_id", "asset_name"], *rows])
        lock = Path(self.path("w.brw.lock"))  # stands from the moment that the workspace is open: the import has begun
        process = subprocess.Popen([CLI, "import", "w.brw", "rmm", "big.csv", *PERIOD], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder.name)
        while process.poll() is None and not lock.exists():
            time.sleep(0.005)
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, reason = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 1, reason)
        self.assertNotEqual(reason.strip(), b"")
        self.assertEqual(json.loads(self.run_cli("batches", "w.brw", "rmm", "--json").stdout), [])
        self.run_cli("check", "w.brw")


if __name__ == "__main__":
    CLI = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
