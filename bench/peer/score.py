"""Scores labelled pairs with logic-v2 of nomenklatura.

Reads CSV (id, schema, is_match, names_a, births_a, names_b, births_b; several values parted by |),
writes CSV (id, score). Ids of entities are unique, for the package's caches hash on them alone.
"""

import csv
import itertools
import sys
import time

from followthemoney import ValueEntity, model
from nomenklatura.matching import LogicV2

numbers = itertools.count()


def entity(schema, names, births):
    made = ValueEntity(model.get(schema), {"id": f"pair-{next(numbers)}"})
    for name in filter(None, names.split("|")):
        made.add("name", name)
    if schema == "Person":
        for birth in filter(None, births.split("|")):
            made.add("birthDate", birth, fuzzy=True)
    return made


def main(pairs, scores):
    config = LogicV2.default_config()
    with open(pairs, encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    began = time.process_time()
    with open(scores, "w", encoding="utf-8", newline="") as target:
        out = csv.writer(target)
        out.writerow(["id", "score"])
        for row in rows:
            schema = row["schema"]
            query = entity(schema, row["names_a"], row["births_a"])
            result = entity(schema, row["names_b"], row["births_b"])
            found = LogicV2.compare(query=query, result=result, config=config)
            out.writerow([row["id"], f"{found.score:.4f}"])
    seconds = time.process_time() - began
    print(f"{len(rows)} pairs in {seconds:.1f} CPU seconds", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
