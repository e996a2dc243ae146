"""Answers questions with logic-v2 of nomenklatura: CSV on standard input, CSV (id, score) on standard output.

Columns: ask, id, schema, names_a, births_a, names_b, births_b; several values in a cell are parted by |.
`pair` asks how alike a and b are; `listed` keeps a; `query` asks how alike a is to the most alike of
those kept. Ids of entities are unique, for the package's caches hash on them alone.
"""

import csv
import itertools
import sys
import time

from followthemoney import ValueEntity, model
from nomenklatura.matching import LogicV2

numbers = itertools.count()
config = LogicV2.default_config()


def entity(row, side):
    made = ValueEntity(model.get(row["schema"]), {"id": f"side-{next(numbers)}"})
    for name in filter(None, row["names_" + side].split("|")):
        made.add("name", name)
    if row["schema"] == "Person":
        for birth in filter(None, row["births_" + side].split("|")):
            made.add("birthDate", birth, fuzzy=True)
    return made


def score(query, result):
    return LogicV2.compare(query=query, result=result, config=config).score


def main():
    csv.field_size_limit(1 << 24)
    out = csv.writer(sys.stdout)
    out.writerow(["id", "score"])
    listed = []
    pairs = 0
    began = time.process_time()
    for row in csv.DictReader(sys.stdin):
        one = entity(row, "a")
        if row["ask"] == "listed":
            listed.append(one)
            continue
        if row["ask"] == "query":
            found = max((score(one, other) for other in listed), default=0.0)
            pairs += len(listed)
        else:
            found = score(one, entity(row, "b"))
            pairs += 1
        out.writerow([row["id"], f"{found:.4f}"])
    seconds = time.process_time() - began
    print(f"logic-v2: {pairs} pairs in {seconds:.0f} CPU seconds", file=sys.stderr)


main()
