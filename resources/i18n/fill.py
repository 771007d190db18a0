#!/usr/bin/env python3
"""Fills the English plurals ("row(s)" → "row", "rows") and reports how much of each translation is done. Run after lupdate."""
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

HERE = pathlib.Path(__file__).resolve().parent


# One of them: the verb and the pronoun follow.
ONE = ((r"^(All )?(%n \w+(?: \w+)?) are ", r"\1\2 is "), (r"^(%n \w+) need ", r"\1 needs "), (r"^(%n \w+) have ", r"\1 has "),
       (r"what they (count|use|bill)\b", r"what it \1s"), (r": they are listed", ": it is listed"))


def english(source, many):
    text = re.sub(r"(\w+)y\(ies\)", (r"\1ies" if many else r"\1y"), source)
    text = re.sub(r"\(s\)", "s" if many else "", text)
    for plural, single in () if many else ONE:
        text = re.sub(plural, single, text)
    return text


def main():
    for path in sorted(HERE.glob("*.ts")):
        document = tree.parse(path)
        done = every = 0
        for message in document.getroot().iter("message"):
            every += 1
            translation = message.find("translation")
            if path.stem.endswith("_en") and message.get("numerus") == "yes":
                source = message.find("source").text
                for number, form in enumerate(translation.findall("numerusform")):
                    form.text = english(source, number > 0)
                translation.attrib.pop("type", None)
            done += translation.get("type") != "unfinished"
        text = tree.tostring(document.getroot(), encoding="unicode")
        path.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + text + "\n", encoding="utf-8")
        print(f"{path.name}: {done} of {every}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
