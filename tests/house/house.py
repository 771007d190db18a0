#!/usr/bin/env python3
"""The house rules of ARCHITECTURE.md, as a test: arrows between floors, file budgets, forbidden words, sentences.

house.py ROOT checks a tree and lists every breach; house.py --self-test proves that each rule notices a breach.
"""
import pathlib
import re
import sys
import tempfile

CORE_LOW = {"core/base", "core/domain"}
# floor -> what it may include besides itself. A floor that is not listed is a breach: draw its arrow here first.
ARROWS = {
    "core/base": set(),
    "core/domain": {"core/base"},
    "core/tabular": {"core/base"},
    "core/reconcile": CORE_LOW,
    "core/query": CORE_LOW,
    "core/connect": CORE_LOW,
    "core/store": CORE_LOW | {"core/reconcile"},        # packs and tallies are cut by the engine's own rules
    "core/words": CORE_LOW | {"core/reconcile"},        # puts words to the engine's codes
    "core/exchange": CORE_LOW | {"core/tabular"},
    "core/workspace": CORE_LOW | {"core/reconcile", "core/store", "core/connect", "core/exchange", "core/words", "core/tabular", "core/query"},
    "core/session": CORE_LOW | {"core/workspace", "core/connect"},
    "connectors": CORE_LOW | {"core/connect", "core/tabular"},
    "demo": CORE_LOW,                                   # stand-in vendors: they must not share code with what they prove
    "ui/theme": {"core/base"},
    "ui/models": CORE_LOW | {"core/query", "core/words"},
    "ui/delegates": CORE_LOW | {"core/words", "ui/models", "ui/theme"},
    "ui/widgets": CORE_LOW | {"core/query", "core/words", "ui/models", "ui/theme", "ui/delegates"},
    "ui/dialogs": CORE_LOW | {"core/words", "core/query", "core/connect", "core/workspace", "core/session", "core/reconcile", "ui/models",
                              "ui/theme", "ui/delegates", "ui/widgets"},
    "ui/pages": CORE_LOW | {"core/words", "core/query", "core/connect", "core/workspace", "core/session", "core/reconcile", "ui/models",
                            "ui/theme", "ui/delegates", "ui/widgets", "ui/dialogs"},
    "ui/mainwindow": CORE_LOW | {"core/words", "core/workspace", "core/session", "core/connect", "ui/models", "ui/theme", "ui/delegates",
                                 "ui/widgets", "ui/dialogs", "ui/pages"},
    "app/sample": CORE_LOW | {"core/workspace", "core/connect"},
    "app/i18n": set(),
    "app/memory": set(),
    "app/secrets": CORE_LOW | {"core/connect"},
    "app/parts": CORE_LOW | {"core/connect", "core/exchange"},
    "app/keychain": CORE_LOW | {"core/connect", "app/parts"},
    "app/printing": CORE_LOW | {"core/exchange", "app/parts"},
    "app/demo": CORE_LOW | {"core/connect", "core/workspace", "demo"},
    "app/cli": CORE_LOW | {"core/tabular", "core/reconcile", "core/query", "core/connect", "core/exchange", "core/words", "core/workspace",
                           "app/sample", "app/i18n", "demo", "app/secrets", "app/parts"},
    "app/gui": CORE_LOW | {"demo", "app/demo", "core/query", "core/connect", "core/words", "core/workspace", "core/session", "app/sample", "app/i18n", "app/keychain", "app/printing", "ui/theme", "ui/models",
                           "ui/delegates", "ui/widgets", "ui/dialogs", "ui/pages", "ui/mainwindow"},
}
# CMake target -> floor, for link lines.
TARGETS = {"br_" + floor.split("/")[1]: floor for floor in ARROWS if floor.startswith("core/")}
TARGETS |= {"br_ui_" + floor.split("/")[1]: floor for floor in ARROWS if floor.startswith("ui/")}
TARGETS |= {"br_demo": "demo", "br_app_demo": "app/demo", "br_keychain": "app/keychain", "br_secrets": "app/secrets", "br_parts": "app/parts", "br_printing": "app/printing",
            "br_sample": "app/sample", "br_i18n": "app/i18n", "br_ui_discrepancies": "ui/pages"}
NO_WIDGETS = ("core/", "connectors/", "demo/", "app/cli", "app/sample", "ui/models")
# Fonts and painters belong to the windows and to app/printing: each run of the command line would pay for Qt Gui's libraries.
NO_GUI = ("core/", "connectors/", "demo/", "ui/models", "app/cli", "app/parts", "app/secrets", "app/keychain", "app/sample")
BUDGETS = {".cpp": 400, ".h": 150}
SPECIAL_BUDGETS = {"ui/mainwindow/mainwindow.cpp": 300}
SQL = re.compile(r'"\s*(select\s+\S.*|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|replace\s+into\s|'
                 r'create\s+(unique\s+|temp\s+|temporary\s+|virtual\s+)?(table|index|view|trigger)\s|drop\s+(table|index|view|trigger)\s|alter\s+table\s)')
STRING = r'(?:u?R"\((?:.|\n)*?\)"|"(?:[^"\\\n]|\\.)*")'


class House:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.breaches = []
        self.files = sorted(p for room in ("core", "connectors", "demo", "ui", "app") for p in (self.root / room).rglob("*") if p.suffix in (".h", ".cpp"))

    def breach(self, path, line, text):
        where = path.relative_to(self.root) if isinstance(path, pathlib.Path) else path
        self.breaches.append(f"{where}:{line}: {text}")

    def check(self):
        for path in self.files:
            text = path.read_text(encoding="utf-8")
            name = str(path.relative_to(self.root))
            self.arrows(path, name, text)
            self.budget(path, name, text)
            self.forbidden(path, name, text)
            self.sentences(path, text)
            if path.suffix == ".h":
                self.purpose(path, text)
        self.links()
        self.everywhere()
        return self.breaches

    def floor_of(self, name):
        return max((f for f in ARROWS if name.startswith(f + "/")), key=len, default=None)

    def arrows(self, path, name, text):
        floor = self.floor_of(name)
        if floor is None:
            self.breach(path, 1, "stands on no floor: draw its arrow in tests/house/house.py")
            return
        first = None
        for number, line in enumerate(text.splitlines(), 1):
            found = re.match(r'\s*#include\s+(?:"([^"]+)"|<([^>]+)>)', line)
            if not found:
                continue
            first = first or found.group(1) or found.group(2)
            if found.group(1) is None:
                self.library(path, name, number, found.group(2))
                continue
            target = found.group(1)
            if target.endswith(".moc"):
                continue
            if not (self.root / target).exists() and "/" not in target:
                self.breach(path, number, f'"{target}" is not included by its full path')
                continue
            if target.split("/")[0] == "resources":
                continue
            other = self.floor_of(target)
            if other is None or (other != floor and other not in ARROWS[floor]):
                self.breach(path, number, f"{floor} must not see {target}")
            if floor == "connectors" and target.startswith("connectors/") and target.split("/")[1] != name.split("/")[1]:
                self.breach(path, number, "one connector must not see another")
        own = path.with_suffix(".h")
        if path.suffix == ".cpp" and own.exists() and first != str(own.relative_to(self.root)):
            self.breach(path, 1, "its own header is not the first include")

    def library(self, path, name, number, header):
        if re.match(r"(QtWidgets/|QtGui/|QtSql/|QtCore/|QtNetwork/)", header):
            self.breach(path, number, f"<{header}>: a module prefix slips past the link line; write the class alone")
        if re.match(r"(QtWidgets|QWidget$|QApplication|QMainWindow|QDialog)", header) and name.startswith(NO_WIDGETS):
            self.breach(path, number, f"<{header}>: no widgets below ui")
        if re.match(r"(QGuiApplication|QPixmap|QPainter|QIcon|QFont$)", header) and name.startswith(NO_GUI):
            self.breach(path, number, f"<{header}>: no Qt Gui here")
        if re.match(r"(QSql|sqlite3)", header) and not name.startswith("core/store/"):
            self.breach(path, number, f"<{header}>: only core/store sees SQL")
        if header in ("QThread", "QObject") and name.startswith("core/") and not name.startswith("core/session/"):
            self.breach(path, number, f"<{header}>: QObject lives in core/session only")

    def budget(self, path, name, text):
        lines = text.count("\n")
        wall = SPECIAL_BUDGETS.get(name, BUDGETS[path.suffix])
        if lines > wall:
            self.breach(path, lines, f"{lines} lines, the wall is {wall}: what is the second thing this file does?")

    def forbidden(self, path, name, text):
        in_store = name.startswith("core/store/")
        for number, line in enumerate(text.splitlines(), 1):
            code = line.split("//")[0]
            if re.search(r"\b(class|struct)\s+\w*(Manager|Helper|Utils?)\b", code):
                self.breach(path, number, "Manager, Helper and Utils say nothing: name what it is or does")
            if not in_store and re.search(r"\bQSql\w+|\bsqlite3\w*", re.sub(STRING, '""', code)):
                self.breach(path, number, "SQL outside core/store")
            asks_table = " from " in code.lower() or not re.search(r'"\s*select\s', code.lower())     # SELECT changes() asks no table
            if SQL.search(code.lower()) and not (in_store and not asks_table) and "words(" not in code and "tr(" not in code:
                self.breach(path, number, "SQL text belongs in resources/sql")
            if re.search(r"\bthrow\b", re.sub(STRING, '""', code)):
                self.breach(path, number, "no exceptions of ours: return a Result")
            if name.startswith("core/") and re.search(r"\b(double|float)\b", code) and re.search(r"money|price|quantit|amount|impact", code, re.I):
                self.breach(path, number, "money and quantities are never binary floats")
        if re.search(r"(manager|helper|utils?)\.(h|cpp)$", name):
            self.breach(path, 1, "Manager, Helper and Utils say nothing: name the file for what is in it")
        if path.name != path.name.lower():
            self.breach(path, 1, "file names are lower-case")

    def purpose(self, path, text):
        first = text.split("\n", 1)[0]
        if not re.match(r"// [A-Z0-9\"#].{20,}", first):
            self.breach(path, 1, "a header begins with one sentence that says what it is for")
        if "#pragma once" not in text:
            self.breach(path, 1, "#pragma once is missing")

    def sentences(self, path, text):
        for call in re.finditer(r'\b(words|tr)\(\s*((?:"[^"\n]*",\s*)?)((?:' + STRING + r'\s*)+)(,\s*\{)?', text):
            line = text.count("\n", 0, call.start()) + 1
            if call.group(1) == "words" and not call.group(2):
                continue        # words(context, variable …)
            sentence = "".join(part[1:-1] for part in re.findall(STRING, call.group(3)))
            places = sorted({int(n) for n in re.findall(r"%L?([1-9])", sentence)})
            if places != list(range(1, len(places) + 1)):
                self.breach(path, line, f"the places of «{sentence}» are not %1, %2, … without a gap")
            if call.group(1) == "words":
                given = self.arguments(text, call.end()) if call.group(4) else 0
                if given is not None and given != len(places):
                    self.breach(path, line, f"«{sentence}» has {len(places)} places and {given} arguments")

    @staticmethod
    def arguments(text, at):
        """How many arguments stand in the braces that open just before `at`."""
        depth, count, some, quoted = 0, 1, False, False
        while at < len(text):
            c = text[at]
            if quoted:
                if c == "\\":
                    at += 1
                elif c == '"':
                    quoted = False
            elif c == '"':
                quoted, some = True, True
            elif c in "([{":
                depth += 1
            elif c in ")]}":
                if depth == 0:
                    return count if some else 0
                depth -= 1
            elif c == "," and depth == 0:
                count += 1
            elif not c.isspace():
                some = True
            at += 1
        return None

    def links(self):
        for path in sorted(self.root.glob("*/**/CMakeLists.txt")):
            name = str(path.relative_to(self.root))
            floor = self.floor_of(name)
            if floor is None:
                continue
            text = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))
            for call in re.finditer(r"(?:br_floor|target_link_libraries)\s*\(([^)]*)\)", text):
                for target in re.findall(r"\bbr_\w+", call.group(1)):
                    other = TARGETS.get(target)
                    if other and other != floor and other not in ARROWS[floor]:
                        self.breach(path, text.count("\n", 0, call.start()) + 1, f"{floor} must not link {target}")
                widgets = "Qt6::Widgets" in call.group(1)
                if widgets and name.startswith(NO_WIDGETS):
                    self.breach(path, 1, "no widgets below ui")
                if "Qt6::Sql" in call.group(1) and floor != "core/store":
                    self.breach(path, 1, "only core/store links Qt Sql")

    def everywhere(self):
        marks = re.compile(r"\b(" + "TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b")
        places = re.compile("/wor" + "k/(main|shared|build|brief)")
        kinds = {".h", ".cpp", ".py", ".md", ".txt", ".cmake", ".json", ".sql", ".sh", ".mjs", ""}
        for room in ("core", "connectors", "demo", "ui", "app", "tests", "resources", "cmake", "packaging", "docs", ".ci"):
            for path in sorted((self.root / room).rglob("*")):
                if not path.is_file() or path.suffix not in kinds or path.name == "house.py" or "/files/" in str(path):
                    continue
                for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                    if marks.search(line):
                        self.breach(path, number, "unfinished work belongs in an issue, not in the code")
                    if places.search(line):
                        self.breach(path, number, "names a place of one machine")


BREACHES = {
    "core/base/up.h": ('// Up: a header that looks up to a floor above it.\n#pragma once\n#include "core/store/database.h"\n', "must not see"),
    "ui/pages/a.cpp": ('#include "core/store/database.h"\n', "must not see"),
    "ui/pages/b.cpp": ('#include "connectors/file/layout.h"\n', "must not see"),
    "core/domain/c.cpp": ("#include <QtWidgets/QWidget>\n", "module prefix"),
    "core/workspace/d.cpp": ("#include <QSqlQuery>\n", "only core/store"),
    "core/store/e.cpp": ('auto q = "SELECT a FROM b";\n', "resources/sql"),
    "core/query/f.h": ("#pragma once\n", "one sentence"),
    "core/query/g.cpp": ("class QueryManager final {};\n", "say nothing"),
    "core/words/h.cpp": ("\n" * 401, "the wall is"),
    "core/words/i.cpp": ('auto s = words("x", "%1 of %2", {one});\n', "2 places and 1 arguments"),
    "core/words/j.cpp": ('auto s = words("x", "%1 of %3", {one, two});\n', "without a gap"),
    "core/words/k.cpp": ("// TO" + "DO later\n", "belongs in an issue"),
    "core/exchange/l.cpp": ("double price = 0;\n", "binary floats"),
    "core/tabular/CMakeLists.txt": ("br_floor(tabular LINKS br_store)\n", "must not link"),
    "core/connect/m.cpp": ("void f() { throw 1; }\n", "exceptions"),
    "demo/server/o.cpp": ('#include "connectors/rest/http/httpclient.h"\n', "must not see"),
    "core/nowhere/n.cpp": ("\n", "stands on no floor"),
}


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        for name, (text, _) in BREACHES.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        breaches = House(folder).check()
    missed = [name for name, (_, reason) in BREACHES.items() if not any(b.startswith(name + ":") and reason in b for b in breaches)]
    for name in missed:
        print(f"the house test did not notice {name}")
    print(f"{len(BREACHES) - len(missed)} of {len(BREACHES)} breaches noticed")
    return 1 if missed else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    house = House(sys.argv[1] if len(sys.argv) > 1 else ".")
    breaches = house.check()
    for text in breaches:
        print(text)
    print(f"{len(house.files)} files, {len(breaches)} breaches of the house rules")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
