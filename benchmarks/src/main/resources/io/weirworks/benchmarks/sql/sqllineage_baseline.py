"""Every tenth case of a corpus through sqllineage, with columns; prints one row of the table."""

import json
import sys
import time

from sqllineage.runner import LineageRunner


def analyse(case):
    dialect = "hive" if case["dialect"] == "hive" else "sparksql"
    try:
        runner = LineageRunner(case["sql"], dialect=dialect)
        runner.get_column_lineage()
    except Exception:
        return False
    return True


with open(sys.argv[1], encoding="utf-8") as lines:
    cases = [json.loads(line) for line in lines][::10]
analyse(cases[0])
times = []
read = 0
for case in cases:
    began = time.perf_counter()
    read += analyse(case)
    times.append(time.perf_counter() - began)
times.sort()
at = lambda share: times[min(len(times) - 1, int(share * len(times)))] * 1e3
print(
    f"| sqllineage ({read} of {len(cases)} read) | {len(times) / sum(times):,.0f} |"
    f" {at(0.5):.3f} | {at(0.99):.3f} | {at(0.999):.3f} |"
)
