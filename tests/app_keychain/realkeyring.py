"""The keychain of this system, really: gnome-keyring in a private D-Bus session, with nothing of the person's own.

    python3 realkeyring.py TOOL

Without gnome-keyring-daemon and dbus-run-session there is nothing to test here, and it says so.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

TOOL = None
NEEDED = ("gnome-keyring-daemon", "dbus-run-session", "dbus-send", "dbus-daemon")
LOCK = ("dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock "
        "array:objpath:/org/freedesktop/secrets/collection/login >/dev/null")


def python_with_dbus():
    for program in (sys.executable, "/usr/bin/python3"):
        if shutil.which(program) and subprocess.run([program, "-c", "import dbus"], capture_output=True).returncode == 0:
            return program
    return None


class RealKeyring(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="br-keyring-")
        self.addCleanup(self.folder.cleanup)
        self.addCleanup(self.end_daemons)
        root = Path(self.folder.name)
        (root / "run").mkdir(mode=0o700)
        (root / "home").mkdir()
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH", "LSAN_OPTIONS", "ASAN_OPTIONS")}
        self.environment = kept | {"HOME": str(root / "home"), "XDG_RUNTIME_DIR": str(root / "run"), "LC_ALL": "C.UTF-8",
                                   "XDG_DATA_HOME": str(root / "home/.local/share"), "TOOL": TOOL, "XDG_CURRENT_DESKTOP": "GNOME"}

    def end_daemons(self):
        """Those of this test's own session: what runs with our HOME."""
        mark = f"HOME={self.folder.name}/home".encode()
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    if mark in (entry / "environ").read_bytes().split(b"\0"):
                        os.kill(int(entry.name), signal.SIGKILL)
                except (OSError, ValueError):
                    pass

    def session(self, script, unlock=True, stdin=b""):
        """Runs a bash script in a fresh D-Bus session; the daemon's output goes nowhere, or it would keep our pipe open."""
        start = ""
        if unlock:
            start = 'eval "$(printf "test-only\\n" | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null | sed "s/^/export /")"\n'
        done = subprocess.run(["timeout", "-k", "5", "60", "dbus-run-session", "--", "bash", "-c", start + script], env=self.environment,
                              capture_output=True, timeout=90, input=stdin)
        return done.stdout

    def words(self, script, **how):
        """The first word of every line."""
        return [line.split(" ")[0] for line in self.session(script, **how).decode().splitlines()]

    def need_python_dbus(self):
        found = python_with_dbus()
        if not found:
            print("SKIPPED: another program that removes entries is not played, for want of python3-dbus", file=sys.stderr)
            self.skipTest("python3-dbus is not installed")
        return found

    def test_set_get_missing_remove(self):
        self.assertEqual(self.words('"$TOOL" probe; "$TOOL" get k; printf s3cret-A | "$TOOL" set k; "$TOOL" get k; echo; '
                                    'printf s3cret-B | "$TOOL" set k; "$TOOL" get k; echo; "$TOOL" remove k; "$TOOL" get k; "$TOOL" remove k'),
                         ["done", "NotFound", "done", "done", "s3cret-A", "done", "done", "s3cret-B", "done", "NotFound", "done"])

    def test_the_disk_does_not_hold_the_text(self):
        self.assertEqual(self.words('printf canary-91c4 | "$TOOL" set k'), ["done"])
        stored = list(Path(self.folder.name).rglob("*.keyring"))
        self.assertTrue(stored)
        for path in stored:
            self.assertNotIn(b"canary-91c4", path.read_bytes())
            self.assertEqual(path.stat().st_mode & 0o077, 0)

    def test_two_fields_do_not_touch_each_other(self):
        self.assertEqual(self.words('printf one | "$TOOL" set a; printf two | "$TOOL" set b; "$TOOL" remove a; "$TOOL" get b'),
                         ["done", "done", "done", "done", "two"])

    def test_lengths_and_text(self):
        cases = [b"x" * 2400, b"x" * 2401, b"x" * 2561, b"y" * 20000, "schlüssel €\n\"'\\ end\t".encode(), "€".encode() * 3000]
        for secret in cases:
            with self.subTest(size=len(secret)):
                (Path(self.folder.name) / "secret").write_bytes(secret)
                told = self.session(f'"$TOOL" set k < {self.folder.name}/secret; "$TOOL" get k')
                self.assertEqual(told, b"done\ndone\n" + secret)
        self.assertEqual(self.words('"$TOOL" remove k; "$TOOL" get k'), ["done", "NotFound"])

    def test_locked_is_told_and_nothing_is_lost(self):
        told = self.words(f'printf s3cret | "$TOOL" set k; {LOCK}; "$TOOL" probe; "$TOOL" get k; printf new | "$TOOL" set k; "$TOOL" remove k')
        self.assertEqual(told, ["done", "Locked", "Locked", "Locked", "Locked"])
        self.assertEqual(self.words('"$TOOL" get k'), ["done", "s3cret"])  # unlocked again: it was never removed

    def test_locked_between_two_reads_of_one_process(self):
        told = self.words(f'printf s3cret | "$TOOL" set k; mkfifo go; exec 3<>go; "$TOOL" twice k <&3 >out & sleep 0.1; '
                          f'while [ "$(wc -l <out)" -lt 2 ]; do sleep 0.05; done; {LOCK}; echo >&3; wait $!; cat out'.replace("go", f"{self.folder.name}/go")
                          .replace("out", f"{self.folder.name}/told"))
        self.assertEqual([word for word in told if word], ["done", "done", "s3cret", "Locked"])

    def test_a_killed_daemon_is_not_an_empty_keychain(self):
        # D-Bus starts it anew, locked.
        told = self.words('printf s3cret | "$TOOL" set k; for p in /proc/[0-9]*; do if grep -qs gnome-keyring-d $p/comm && tr "\\0" "\\n" < $p/environ 2>/dev/null '
                          '| grep -qx "HOME=$HOME"; then kill -9 ${p#/proc/}; fi; done; sleep 0.3; "$TOOL" get k; "$TOOL" remove k')
        self.assertEqual(told[0], "done")
        self.assertEqual(set(told[1:]) - {"Locked", "Unreachable"}, set(), "a reason, and never that there is no secret")
        self.assertEqual(self.words('"$TOOL" get k'), ["done", "s3cret"])

    def test_no_collection_was_made(self):
        self.assertEqual(self.words('"$TOOL" probe; "$TOOL" get k; printf x | "$TOOL" set k; "$TOOL" remove k', unlock=False), ["Unreachable"] * 4)

    def test_no_service_on_the_bus(self):
        config = Path(self.folder.name) / "empty.conf"
        config.write_text('<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default"><allow send_destination="*"/>'
                          '<allow receive_sender="*"/><allow own="*"/></policy></busconfig>')
        done = subprocess.run(["timeout", "-k", "5", "60", "dbus-run-session", f"--config-file={config}", "--", "bash", "-c",
                               '"$TOOL" probe; "$TOOL" get k; printf x | "$TOOL" set k; "$TOOL" remove k'], env=self.environment, capture_output=True, timeout=90)
        self.assertEqual([line.split(" ")[0] for line in done.stdout.decode().splitlines()], ["Unreachable"] * 4, done.stderr)

    def test_no_bus_at_all(self):
        for what in ("probe", "get", "set", "remove"):
            done = subprocess.run([TOOL, what, "k"], env=self.environment, capture_output=True, timeout=60, input=b"x")
            self.assertTrue(done.stdout.startswith(b"Unreachable "), (what, done.stdout))

    def test_an_entry_removed_elsewhere_is_not_found(self):
        python = self.need_python_dbus()
        script = Path(self.folder.name) / "remove.py"
        script.write_text("import dbus\nbus = dbus.SessionBus()\nservice = bus.get_object('org.freedesktop.secrets', '/org/freedesktop/secrets')\n"
                          "found, locked = service.SearchItems(dbus.Dictionary({'server': 'BillingReconcile'}, signature='ss'), dbus_interface='org.freedesktop.Secret.Service')\n"
                          "for path in found:\n    bus.get_object('org.freedesktop.secrets', path).Delete(dbus_interface='org.freedesktop.Secret.Item')\n"
                          "print('removed', len(found))\n")
        self.assertEqual(self.session(f'printf s | "$TOOL" set k; {python} {script}; "$TOOL" get k').decode().splitlines()[:2] , ["done", "removed 1"])
        self.assertEqual(self.words('"$TOOL" get k; "$TOOL" remove k'), ["NotFound", "done"])

    def test_one_part_of_a_long_secret_removed_elsewhere(self):
        python = self.need_python_dbus()
        script = Path(self.folder.name) / "remove.py"
        script.write_text("import dbus\nbus = dbus.SessionBus()\nservice = bus.get_object('org.freedesktop.secrets', '/org/freedesktop/secrets')\n"
                          "found, locked = service.SearchItems(dbus.Dictionary({'server': 'BillingReconcile'}, signature='ss'), dbus_interface='org.freedesktop.Secret.Service')\n"
                          "parts = [p for p in found if '#' in bus.get_object('org.freedesktop.secrets', p).Get('org.freedesktop.Secret.Item', 'Attributes', dbus_interface='org.freedesktop.DBus.Properties').get('user', '')]\n"
                          "bus.get_object('org.freedesktop.secrets', parts[0]).Delete(dbus_interface='org.freedesktop.Secret.Item')\nprint('parts', len(parts))\n")
        (Path(self.folder.name) / "secret").write_bytes(b"x" * 6000)
        told = self.session(f'"$TOOL" set k < {self.folder.name}/secret; {python} {script}; "$TOOL" get k').decode().splitlines()
        self.assertEqual(told[:2], ["done", "parts 3"])
        self.assertTrue(told[2].startswith("Damaged "), told)


if __name__ == "__main__":
    TOOL = str(Path(sys.argv.pop(1)).resolve())
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        print(f"SKIPPED: the real keychain is not tested, for want of {', '.join(missing)} (packages gnome-keyring, dbus)", file=sys.stderr)
        sys.exit(77)
    unittest.main()
