#!/usr/bin/env python3
"""leave_out_pairs.py GOLD.jsonl.gz < FOUND: FOUND without the quotations between two straight single marks (''…'').
The gold pieces of PolNeAR are those between double marks; what else is quoted is not in them."""
import gzip
import json
import sys

with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
    texts = {d["id"]: d["text"] for d in map(json.loads, lines)}
for found in map(json.loads, sys.stdin):
    text = texts[found["id"]]
    found["quotations"] = [q for q in found["quotations"] if not text.startswith("''", q["segments"][0]["start"])]
    print(json.dumps(found))
