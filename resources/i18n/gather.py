#!/usr/bin/env python3
"""Writes the sentences of words("Context", "text", …) and QT_TRANSLATE_NOOP for lupdate, which drops the former where their arguments
stand in braces, and the latter inside a call of tr().

Usage: gather.py ROOT OUTPUT.cpp FOLDER…
"""
import pathlib
import re
import sys

LITERAL = r'"(?:[^"\\\n]|\\.)*"'
CALL = re.compile(r"\b(?:words|QT_TRANSLATE_NOOP)\(\s*(" + LITERAL + r")\s*,\s*((?:" + LITERAL + r"\s*)+)")


def main():
    root, output, folders = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
    found = set()
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".cpp", ".h"):
                continue
            for context, texts in CALL.findall(path.read_text(encoding="utf-8")):
                found.add((context, " ".join(re.findall(LITERAL, texts))))
    lines = [f"QT_TRANSLATE_NOOP({context}, {text})" for context, text in sorted(found)]
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text("// Made by gather.py.\n" + ";\n".join(lines) + ";\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
