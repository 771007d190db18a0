"""Syncs as a script sees them: side by side, partial failure, held results, cancel, the lock, and no secret anywhere."""

import json
import os
import pathlib
import pty
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from standin import MANIFEST, StandIn  # noqa: E402

CLI = None
OCTOBER = ("--period", "2026-10")
KEY = "right-key"


class Syncing(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="br-sync-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.standin = StandIn()
        self.addCleanup(self.standin.close)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("BILLINGRECONCILE_SECRET", "DBUS_", "XDG_"))}
        self.environment = kept | {"HOME": str(self.folder / "home"), "XDG_DATA_HOME": str(self.folder / "data"), "LC_ALL": "C.UTF-8",
                                   "XDG_RUNTIME_DIR": str(self.folder / "run"), "BILLINGRECONCILE_USER": "Jana"}
        for name in ("home", "data", "run"):
            (self.folder / name).mkdir(mode=0o700)
        own = pathlib.Path(next(one["own_folder"] for one in json.loads(self.cli("connector", "list", "--json").stdout) if one["id"] == "rest"))
        self.assertTrue(own.is_relative_to(self.folder), f"the test would write into {own}")
        own.mkdir(parents=True, exist_ok=True)
        self.manifest = own / "standin.json"
        self.manifest.write_text(json.dumps(MANIFEST), encoding="utf-8")
        self.cli("init", "w.brw")

    def command(self, *words):
        return [CLI, *words]

    def cli(self, *words, expect=0, stdin=None):
        done = subprocess.run(self.command(*words), capture_output=True, text=True, cwd=self.folder, env=self.environment, timeout=120, input=stdin)
        self.assertEqual(done.returncode, expect, f"{words}\n{done.stdout}\n{done.stderr}")
        if expect:
            self.assertNotEqual(done.stderr.strip(), "", "the reason stands on stderr")
        return done

    def read(self, *words, expect=0):
        return json.loads(self.cli(*words, "--json", expect=expect).stdout)

    def add(self, name, key=KEY, **manners):
        made = self.standin.source(name, **manners)
        self.cli("source", "add", "w.brw", name, "--connector", "rest", "--vendor", "standin", "--set", f"road={name}", "--connect-to",
                 f"api.standin.example={self.standin.address}")
        if key:
            self.environment[f"BILLINGRECONCILE_SECRET_{name.upper()}_API_KEY"] = key
        return made

    def sources(self):
        return {row["name"]: row for row in self.read("source", "list", "w.brw", *OCTOBER)}

    def start(self, *words):
        return subprocess.Popen(self.command(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.folder, env=self.environment)

    def leftovers(self):
        return [path.name for path in self.folder.iterdir() if ".sync-" in path.name]

    def test_all_are_read_and_one_that_fails_stops_none(self):
        self.add("a", customers=3, devices=5)
        self.add("b", key="wrong")
        self.add("c", customers=1, devices=1)
        told = self.read("sync", "w.brw", "--all", *OCTOBER, expect=1)
        outcomes = {one["attempt"]["source"]: one["attempt"]["outcome"] for one in told["sources"]}
        self.assertEqual(outcomes, {"a": "done", "b": "failed", "c": "done"})
        batch = next(one["batch"] for one in told["sources"] if one["attempt"]["source"] == "a")
        self.assertEqual((batch["origin"], batch["held"], batch["complete"]), ("sync", False, True))
        devices = next(file for file in batch["files"] if file["name"] == "Devices" or file["name"] == "devices")
        self.assertEqual((devices["rows_kept"], devices["pages"]), (15, 9))  # three customers, three pages each
        self.assertEqual(batch["requests"], 2 + 9)
        rows = self.sources()
        self.assertEqual((rows["a"]["has_period"], rows["b"]["has_period"]), (True, False))
        self.assertEqual(rows["b"]["last_sync"]["outcome"], "failed")
        self.assertNotEqual(rows["b"]["last_sync"]["reason"], None)
        self.assertIn("failed", self.cli("source", "list", "w.brw").stdout)
        self.cli("check", "w.brw")
        self.assertEqual(self.leftovers(), [])

    def test_one_line_a_source_for_a_log(self):
        self.add("a", customers=1, devices=3)
        self.add("b", key="wrong")
        done = self.cli("sync", "w.brw", "--all", *OCTOBER, expect=1)
        first = [line for line in done.stdout.splitlines() if " a 2026-10 " in line]
        self.assertEqual(len(first), 1, done.stdout)
        self.assertRegex(first[0], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z a 2026-10 done: \d+ rows, 3 requests, \d+ s$")
        self.assertRegex(done.stdout, r"Z b 2026-10 failed: ")
        self.assertIn("b: ", done.stderr)

    def test_a_page_that_fails_leaves_the_last_complete_batch(self):
        manners = self.add("a", customers=3, devices=4)
        self.cli("sync", "w.brw", "a", *OCTOBER)
        before = self.sources()["a"]["batch"]
        manners.requests, manners.fails_at = 0, 5
        told = self.read("sync", "w.brw", "a", *OCTOBER, expect=1)
        self.assertIn(told["sources"][0]["attempt"]["outcome"], ("failed", "incomplete"))
        row = self.sources()["a"]
        self.assertEqual(row["batch"], before)
        self.assertEqual(row["last_sync"]["batch_id"], None)
        self.assertEqual(len(self.read("batches", "w.brw", "a")), 1)
        self.assertEqual(self.leftovers(), [])

    def test_a_shrunken_result_waits_for_a_person(self):
        manners = self.add("a", customers=2, devices=5)
        self.cli("sync", "w.brw", "a", "--period", "2026-09")
        manners.devices = 1
        held = self.read("sync", "w.brw", "a", *OCTOBER, expect=1)
        self.assertEqual(held["sources"][0]["attempt"]["outcome"], "held")
        row = self.sources()["a"]
        self.assertEqual((row["has_period"], row["batch"], row["held"]["held"]), (False, None, True))
        self.cli("source", "confirm", "w.brw", "a", *OCTOBER, expect=2)  # without a reason
        self.cli("source", "confirm", "w.brw", "a", "--period", "2026-09", "--reason", "x", expect=1)
        batch = self.read("source", "confirm", "w.brw", "a", *OCTOBER, "--reason", "Two customers left")
        self.assertTrue(batch["confirmed"])
        self.assertTrue(self.sources()["a"]["has_period"])
        event = self.read("events", "w.brw")[0]
        self.assertEqual((event["what"], event["by"]), ("batch.confirm", "Jana"))
        self.assertIn("Two customers left", event["detail"])
        self.cli("check", "w.brw")

    def test_control_c_stops_a_vendor_that_never_answers(self):
        quick = self.add("quick", customers=1, devices=1)
        stuck = self.add("stuck")
        stuck.hangs = True
        process = self.start("sync", "w.brw", "--all", *OCTOBER, "--json")
        self.assertTrue(stuck.reached.wait(60))
        while quick.requests < 2:
            time.sleep(0.02)
        time.sleep(0.5)  # the quick one is stored
        process.send_signal(signal.SIGINT)
        out, reason = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1, reason)
        outcomes = {one["attempt"]["source"]: one["attempt"]["outcome"] for one in json.loads(out)["sources"]}
        self.assertEqual(outcomes["stuck"], "cancelled")
        self.assertIn(outcomes["quick"], ("done", "cancelled"))
        self.assertEqual(self.sources()["stuck"]["last_sync"]["outcome"], "cancelled")
        self.assertEqual(self.leftovers(), [])

    def test_the_lock_is_told_or_waited_for(self):
        manners = self.add("a", customers=1, devices=1)
        manners.gate = threading.Event()
        first = self.start("sync", "w.brw", "a", *OCTOBER)
        self.assertTrue(manners.reached.wait(60))
        self.assertIn("w.brw is open in", self.cli("sync", "w.brw", "--all", *OCTOBER, expect=1).stderr)
        second = self.start("sync", "w.brw", "--all", *OCTOBER, "--wait", "100")
        time.sleep(0.5)
        self.assertIsNone(second.poll())
        manners.gate.set()
        for process in (first, second):
            _, reason = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0, reason)
        self.assertEqual(len(self.read("batches", "w.brw", "a")), 2)

    def test_no_secret_is_anywhere(self):
        canary = "canary-5b1d7e"
        self.add("a", key=canary, customers=2, devices=2).key = canary
        self.add("b", key=canary + "-wrong", customers=2, devices=2)
        said = ""
        self.environment["QT_LOGGING_RULES"] = "*=true"
        for words, code in ((("sync", "w.brw", "--all", *OCTOBER), 1), (("source", "test", "w.brw", "a"), 0), (("source", "test", "w.brw", "b"), 1),
                            (("source", "list", "w.brw"), 0), (("events", "w.brw", "--json"), 0), (("check", "w.brw"), 0)):
            done = self.cli(*words, expect=code)
            said += done.stdout + done.stderr
        self.assertNotIn("canary-5b1d7e", said)
        for path in self.folder.rglob("*"):
            if path.is_file():
                self.assertNotIn(b"canary-5b1d7e", path.read_bytes(), path)

    def test_a_source_gets_other_settings(self):
        self.add("a", customers=1, devices=3)
        self.add("b", customers=2, devices=4)
        self.cli("sync", "w.brw", "a", *OCTOBER)
        before = self.sources()["a"]["batch"]
        self.assertEqual(self.read("source", "edit", "w.brw", "a", "--set", "road=b"), {"changed": "a"})
        self.assertEqual(self.sources()["a"]["batch"], before)  # what was imported stays
        self.assertEqual(self.cli("source", "edit", "w.brw", "a", expect=2).stdout, "")
        for wrong in (("a", "--set", "rod=b"), ("a", "--set", "road="), ("nobody", "--set", "road=b")):
            self.cli("source", "edit", "w.brw", *wrong, expect=1)
        self.cli("sync", "w.brw", "a", *OCTOBER)  # the stand-in's address was kept
        self.assertNotEqual(self.sources()["a"]["batch"]["rows_kept"], before["rows_kept"])
        self.cli("check", "w.brw")

    def test_a_missing_secret_says_what_to_do(self):
        self.add("a", key=None)
        reason = self.cli("sync", "w.brw", "a", *OCTOBER, expect=1).stderr
        self.assertIn("BILLINGRECONCILE_SECRET_A_API_KEY", reason)
        self.assertIn("keychain", reason)
        self.assertIn("keychain", self.cli("source", "secret", "w.brw", "a", "api_key", stdin="x\n", expect=1).stderr)

    def test_usage(self):
        self.add("a")
        for words in (("sync", "w.brw"), ("sync", "w.brw", "a", "--all"), ("sync", "w.brw", "a", "--wait", "soon"), ("sync", "w.brw", "a", "--period", "2026-13"),
                      ("source", "add", "w.brw", "x", "--connector", "rest")):
            self.cli(*words, expect=2)
        for words in (("sync", "w.brw", "nobody"), ("sync", "w.brw", "a", "--period", "2099-01"),
                      ("source", "add", "w.brw", "x", "--connector", "rest", "--vendor", "nobody"),
                      ("source", "add", "w.brw", "x", "--connector", "rest", "--vendor", "standin"),
                      ("source", "add", "w.brw", "x", "--connector", "rest", "--vendor", "standin", "--set", "road=x", "--set", "rod=x"),
                      ("source", "add", "w.brw", "x", "--connector", "rest", "--vendor", "standin", "--side", "psa", "--set", "road=x"),
                      ("source", "add", "w.brw", "x", "--connector", "rest", "--vendor", "standin", "--set", "road=x", "--connect-to", "h=https://evil.example:1"),
                      ("source", "secret", "w.brw", "a", "nonsense")):
            self.cli(*words, expect=1, stdin="x")
        self.assertEqual(list(self.sources()), ["a"])

    def test_a_files_source_is_not_synced(self):
        self.cli("source", "add", "w.brw", "f", "--connector", "file", "--side", "vendor")
        self.cli("sync", "w.brw", "--all", expect=1)
        self.assertIn("import", self.cli("sync", "w.brw", "f", expect=1).stderr)
        self.assertEqual(self.sources()["f"]["last_sync"]["outcome"], "failed")

    def test_a_dry_run_stores_nothing(self):
        self.standin.source("t", customers=2, devices=9)
        told = json.loads(self.cli("connector", "try", str(self.manifest), "--set", "road=t", "--secret", "api_key", "--records", "2", "--connect-to",
                                   f"api.standin.example={self.standin.address}", "--json", stdin=KEY + "\n").stdout)
        self.assertTrue(told["works"])
        customers, devices = told["streams"]
        self.assertEqual((customers["stream"], customers["records"], customers["declared"], customers["pages"]), ("Customers", 2, 2, 1))
        self.assertEqual((devices["lists"], devices["records"], devices["declared"]), (2, 18, None))
        self.assertEqual(devices["ended"], ["no next page is named"])
        kinds = [record["record"] for record in told["records"]]
        self.assertEqual((kinds.count("account"), kinds.count("asset")), (2, 2))
        self.assertEqual(next(r for r in told["records"] if r["record"] == "asset")["fields"]["asset_id"], "t-c0-d0")
        self.cli("connector", "try", str(self.manifest), "--set", "road=t", "--secret", "api_key", "--connect-to",
                 f"api.standin.example={self.standin.address}", stdin="wrong\n", expect=1)
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith("w.brw") or "sync-" in path.name], ["w.brw"])

    def test_a_dry_run_fails_where_a_sync_would(self):
        self.standin.source("t", customers=2, devices=9)
        wrong = json.loads(json.dumps(MANIFEST))
        wrong["streams"][1]["emit"][0]["fields"].update({"asset_id": "serial", "status": "sate"})
        path = self.folder / "wrong.json"
        path.write_text(json.dumps(wrong), encoding="utf-8")
        words = ("connector", "try", str(path), "--set", "road=t", "--secret", "api_key", "--connect-to", f"api.standin.example={self.standin.address}")
        told = json.loads(self.cli(*words, "--json", stdin=KEY + "\n", expect=1).stdout)
        self.assertFalse(told["works"])
        self.assertIn("18 of 20 records are rejected", told["reason"])
        self.assertEqual(told["streams"][1]["absent"], ["asset_id (serial)", "status (sate)"])
        said = self.cli(*words, stdin=KEY + "\n", expect=1)
        self.assertIn("Customers: 2 records on 1 pages, 2 declared", said.stdout)
        self.assertIn("status (sate)", said.stdout)
        self.assertIn("18 of 20", said.stderr)

    def test_manifests_are_checked(self):
        self.assertIn("can be used", self.cli("connector", "check", str(self.manifest)).stdout)
        broken = json.loads(json.dumps(MANIFEST))
        broken["streams"][0]["pagging"] = broken["streams"][0].pop("paging")
        path = self.folder / "broken.json"
        path.write_text(json.dumps(broken, indent=1), encoding="utf-8")
        told = json.loads(self.cli("connector", "check", str(path), "--json", expect=1).stdout)
        self.assertFalse(told["good"])
        self.assertTrue(any("pagging" in problem["what"] + (problem["key"] or "") for problem in told["problems"]), told)
        self.cli("connector", "check", str(self.folder / "none.json"), expect=1)
        schema = json.loads(self.cli("connector", "schema").stdout)
        self.assertIn("properties", schema)

    def test_a_terminal_sees_every_source(self):
        manners = self.add("a", customers=1, devices=1)
        manners.gate = threading.Event()
        reader, writer = pty.openpty()
        process = subprocess.Popen(self.command("sync", "w.brw", "a", *OCTOBER), stdout=subprocess.PIPE, stderr=writer, cwd=self.folder, env=self.environment)
        os.close(writer)
        self.assertTrue(manners.reached.wait(60))
        seen = b""
        while b"a: " not in seen:
            seen += os.read(reader, 4096)
        manners.gate.set()
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0)
        os.close(reader)


class WithKeyring(Syncing):
    """source secret, sync and source remove with a real keychain."""

    def test_the_whole_life_of_a_secret(self):
        if not shutil.which("gnome-keyring-daemon") or not shutil.which("dbus-run-session"):
            print("SKIPPED: no gnome-keyring-daemon or dbus-run-session", file=sys.stderr)
            self.skipTest("no keyring")
        self.add("a", key=None, customers=1, devices=1)
        script = ('eval "$(printf "x\\n" | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null | sed "s/^/export /")"\n'
                  f'C={CLI}\nprintf "{KEY}\\n" | $C source secret w.brw a api_key || exit 10\n$C source test w.brw a || exit 11\n'
                  '$C sync w.brw a --period 2026-10 || exit 12\n$C source remove w.brw a || exit 13\n'
                  f'$C source add w.brw a --connector rest --vendor standin --set road=a --connect-to api.standin.example={self.standin.address} || exit 14\n'
                  '$C sync w.brw a --period 2026-10 && exit 15\n$C source secret w.brw a api_key --remove || exit 16\nexit 0\n')
        environment = {name: value for name, value in self.environment.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        done = subprocess.run(["timeout", "-k", "5", "100", "dbus-run-session", "--", "bash", "-c", script], capture_output=True, text=True, timeout=120,
                              cwd=self.folder, env=environment)
        mark = f"HOME={self.folder}/home".encode()
        for entry in pathlib.Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and mark in (entry / "environ").read_bytes().split(b"\0"):
                    os.kill(int(entry.name), signal.SIGKILL)
            except (OSError, ValueError):
                pass
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("There is no secret", done.stderr)  # removed with its source, and missed by the next
        self.assertIn("BILLINGRECONCILE_SECRET_A_API_KEY", done.stderr)


def load_tests(loader, tests, pattern):
    suite = loader.loadTestsFromTestCase(Syncing)
    suite.addTest(WithKeyring("test_the_whole_life_of_a_secret"))
    return suite


if __name__ == "__main__":
    CLI = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
