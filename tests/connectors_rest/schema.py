#!/usr/bin/env python3
"""The grammar of manifests by an independent implementation of JSON Schema (python3-jsonschema).

schema.py VENDORS PROGRAM WORK: every shipped manifest is valid; what PROGRAM (test_connectors_rest) refuses by the grammar is refused here, too.
"""
import json
import os
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is missing: the grammar is NOT checked by an independent implementation")
    sys.exit(77)


def main(vendors, program, work):
    vendors, work = pathlib.Path(vendors), pathlib.Path(work)
    schema = json.loads((vendors / "manifest.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    wrong = 0
    shipped = [path for path in sorted(vendors.glob("*.json")) if path.name != "manifest.schema.json"]
    for path in shipped:
        for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
            print(f"{path.name}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
            wrong += 1
    for path in work.glob("*.json"):
        path.unlink()
    run = subprocess.run([program, "rest_manifest", "writeBrokenOnes"], env=dict(os.environ, BR_BROKEN_MANIFESTS=str(work)), timeout=60)
    if run.returncode != 0:
        print("the broken manifests could not be written")
        return 1
    broken = sorted(work.glob("broken-*.json"))
    for path in broken:
        if validator.is_valid(json.loads(path.read_text(encoding="utf-8"))):
            print(f"{path.name} is accepted here and refused by the program")
            wrong += 1
    if not validator.is_valid(json.loads((work / "good.json").read_text(encoding="utf-8"))):
        print("good.json is refused here and accepted by the program")
        wrong += 1
    print(f"{len(shipped)} shipped manifests, {len(broken)} broken ones, {wrong} wrong")
    return 1 if wrong or len(shipped) < 16 or len(broken) < 12 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
