"""Reads story files: plain text that a billing manager can read, see README.md."""

import re
from pathlib import Path

LINE_NAMES = {
    "client": "client_id", "parent": "parent_client_id", "agreement": "agreement_id", "start": "agreement_start", "end": "agreement_end",
    "cycle": "billing_cycle", "line": "line_id", "product": "product_id", "included": "included_quantity", "price": "unit_price",
    "cost": "unit_cost", "effective": "effective_date", "cancelled": "cancelled_date",
}
VENDOR_NAMES = {
    "account": "account_id", "meter": "meter_id", "subscription": "subscription_id", "cost": "unit_cost", "id": "asset_id",
    "name": "asset_name", "class": "asset_class", "assigned": "assigned_at", "ended": "ended_at", "seen": "last_seen_at",
}
EXPECT_NAMES = {
    "client": "client_id", "service": "service_id", "other": "other_service_id", "account": "account_id", "meter": "meter_id",
    "product": "product_id", "asset": "asset_key", "price": "unit_price",
}


class BadStory(Exception):
    pass


class Block:
    def __init__(self, word, rest, row):
        self.word, self.rest, self.row, self.lines = word, rest, row, []

    def table(self, names):
        if not self.lines:
            return []
        header = [names.get(cell, cell) for cell in cells(self.lines[0])]
        out = []
        for line in self.lines[1:]:
            values = cells(line)
            if len(values) != len(header):
                raise BadStory(f"line {self.row}: {len(values)} cells under {len(header)} columns: {line}")
            out.append(dict(zip(header, values)))
        return out


class Story:
    def __init__(self, file, row, sentence):
        self.file, self.row, self.sentence, self.blocks = file, row, sentence, []

    def label(self):
        return f"{self.file.name}:{self.row}"


def cells(line):
    return [cell.strip() for cell in line.split("|")]


WORDS = ("CURRENCY", "PERIOD", "PSA LINES", "PRODUCTS", "COUNTS", "ASSETS", "SOURCE", "SAME", "LINKS", "SERVICE", "EXCEPTIONS",
         "IGNORED METERS", "DECIDE", "EXPORT", "EXPECT", "POSITIONS", "TRACE")


def read_stories(path):
    stories, story, block = [], None, None
    for row, raw in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        line = raw.rstrip()
        if line.startswith("#") or not line:
            continue
        if line.startswith("STORY "):
            story = Story(Path(path), row, line[6:].strip())
            stories.append(story)
            continue
        if story is None:
            raise BadStory(f"{path}:{row}: text before the first STORY")
        word = next((word for word in WORDS if line == word or line.startswith(word + " ")), None)
        if word:
            block = Block(word, line[len(word):].strip(), row)
            story.blocks.append(block)
        elif line.startswith(" ") and block:
            block.lines.append(line.strip())
        else:
            raise BadStory(f"{path}:{row}: not understood: {line}")
    return stories


def service_of(block):
    out = {"id": block.rest, "billed": [], "counted": []}
    for line in block.lines:
        name, _, value = line.partition(":")
        value = value.strip()
        if name == "billed by":
            out["billed"] = [billed_by(part.strip()) for part in value.split(",")]
        elif name == "counted by":
            out["counted"].append(counted_by(value))
        elif name == "default price":
            out["default_price"], out["currency"] = value.split()
        elif name == "combine":
            out["combine"], *by = value.split(" by ")
            if by:
                out["distinct_by"] = by[0]
        elif name == "distinct by":
            out["distinct_by"] = value
        elif name == "tolerance":
            out["tolerance"] = dict(part.split() for part in value.split(","))
        elif name in ("grace days", "stale after days"):
            out[name.replace(" ", "_")] = int(value)
        elif name in ("name", "group", "included", "minimum", "pack"):
            out[name] = value
        else:
            raise BadStory(f"line {block.row}: a service knows no \"{name}\"")
    return out


def billed_by(text):  # "BUNDLE each 5"
    product, _, each = text.partition(" each ")
    return {"product": product, **({"each": each} if each else {})}


def counted_by(text):  # "rmm agent assets, class workstation|server, each 2"
    first, *options = [part.strip() for part in text.split(",")]
    source, meter, measure = first.split()
    out = {"source": source, "meter": meter, "measure": measure}
    for option in options:
        name, _, value = option.partition(" ")
        out[name] = value.split("|") if name in ("class", "status") else value
    return out


def number_of(text):
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None
