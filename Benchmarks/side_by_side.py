"""Times padan, DuckDB's exact-NIK query and Splink over one case, in turn, and prints ratios of medians.

Usage: side_by_side.py PADAN CASE RESULT ROUNDS
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent


def timed(command):
    """Wall seconds and peak memory in MiB of a process; what it printed last."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} ended with status {status}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024, output.strip().splitlines()


def main():
    padan, case, result, rounds = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    query, tool, ratios, peak = [], [], [], 0
    for number in range(rounds):
        # The query runs in a process of its own, so that it is the first of it; only the query is timed.
        _, _, lines = timed([sys.executable, str(HERE / "duckdb_exact.py"), case])
        query.append(float(lines[-1]))
        shutil.rmtree(result, ignore_errors=True)
        seconds, memory, _ = timed([padan, "periksa", case, "--keluaran", result])
        tool.append(seconds)
        ratios.append(seconds / query[-1])
        peak = max(peak, memory)
        print(f"round {number + 1}: DuckDB {query[-1]:.2f} s, padan {seconds:.2f} s, ratio {ratios[-1]:.1f}")
    print(f"DuckDB exact NIK  median {statistics.median(query):.2f} s")
    print(f"padan periksa     median {statistics.median(tool):.2f} s, peak {peak:.0f} MiB")
    print(f"ratio             median {statistics.median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f})")

    summary = json.loads((Path(result) / "ringkasan.json").read_text())
    print("\nstage                 seconds      rows      pairs      bytes  peak MiB")
    for stage in summary["waktu"]["tahap"]:
        print(
            f"{stage['nama']:<20} {stage['detik']:>8.2f} {stage['baris']:>9} {stage['pasangan']:>10}"
            f" {stage['bita']:>10} {stage['puncak_memori_mib']:>9}"
        )
    subprocess.run([padan, "nilai", result, str(Path(case) / "kunci.csv")], check=False)

    seconds, memory, lines = timed([sys.executable, str(HERE / "splink_duplicates.py"), case])
    print(f"\nSplink, duplicates of the roll alone: {seconds:.1f} s, peak {memory:.0f} MiB; {lines[-1]}")
    print(f"padan's whole run is {seconds / statistics.median(tool):.1f} times as fast")


if __name__ == "__main__":
    main()
