#!/usr/bin/env python3
"""The question that Bawaslu Ogan Komering Ilir put at the pleno of 2 October 2025, as a case with made-up people.

577,241 voters before, 21,364 new, 7,218 struck, 388 of them as dead; 1,268 deaths on deeds. Makes the case with
`padan contoh --bersih`, changes codes and lists to those totals, examines it and prints what the run answers.
"""

import argparse
import csv
import pathlib
import random
import subprocess
import sys

BEFORE, NEW, STRUCK, DEAD, DEEDS = 577_241, 21_364, 7_218, 388, 1_268
MOVED = 5_300


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def put(path, rows):
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--padan", default=".build/release/padan")
    options.add_argument("folder", help="a folder that does not exist yet")
    given = options.parse_args()
    folder = pathlib.Path(given.folder)
    voters = BEFORE + NEW
    run([given.padan, "contoh", folder, "--pemilih", str(voters), "--benih", "20251002", "--model", "ringan", "--bersih",
         "--tanggal", "2025-10-02"])
    chance = random.Random(20251002)

    rolls = {path: lines(path) for path in sorted(folder.glob("daftar-pemilih/*.csv"))}
    earlier = {path: lines(path) for path in sorted(folder.glob("daftar-sebelumnya/*.csv"))}
    header = next(iter(rolls.values()))[0].split(",")
    mark, person = header.index("SARING"), header.index("DP_ID")
    was = {next(csv.reader([row]))[4] for rows in earlier.values() for row in rows[1:]}
    places = [(path, number) for path, rows in rolls.items() for number in range(1, len(rows))]
    cells = {place: next(csv.reader([rolls[place[0]][place[1]]])) for place in places}
    chance.shuffle(places)

    # New are those whom the earlier roll lacks: as many more of it are taken out as are wanted.
    kept = [place for place in places if cells[place][person] in was]
    more = NEW - (len(places) - len(kept))
    gone = {cells[place][person] for place in kept[:more]}
    stay = kept[more:]
    for path, rows in earlier.items():
        put(path, rows[:1] + [row for row in rows[1:] if next(csv.reader([row]))[4] not in gone])

    struck = stay[:STRUCK]
    for number, place in enumerate(struck):
        cells[place][mark] = "1" if number < DEAD else "4" if number < DEAD + MOVED else "2"
        rolls[place[0]][place[1]] = ",".join(f'"{cell}"' if "," in cell else cell for cell in cells[place])
    for path, rows in rolls.items():
        put(path, rows)

    # Deeds: all who are struck as dead, and voters who are not.
    deeds = folder / "kematian" / "akta-kematian.csv"
    rows = ["nama,nik,tanggal_lahir,jenis_kelamin,kode_desa,tanggal_meninggal,sumber"]
    names = [header.index(name) for name in ("NAMA_PEMILIH", "NIK", "TANGGAL_LAHIR", "JENIS_KELAMIN", "KODE_DESA")]
    old = [place for place in stay[STRUCK:] if cells[place][names[2]][-4:] < "1965"]
    for place in struck[:DEAD] + old[: DEEDS - DEAD]:
        row = [cells[place][column] for column in names]
        row[2] = row[2].replace("|", "-")
        rows.append(",".join(row + [f"2025-0{7 + chance.randrange(3)}-{1 + chance.randrange(28):02}", "akta kematian"]))
    put(deeds, rows)
    for empty in ("kematian/laporan-desa.csv", "rekap/rekap-tps.csv", "rekap/rekap-desa.csv"):
        (folder / empty).unlink(missing_ok=True)
    for path in folder.glob("rekap/*.csv"):
        path.unlink()

    run([given.padan, "periksa", folder, "--keluaran", folder / "hasil-oki", "--tanggal", "2025-10-02"])
    with open(folder / "hasil-oki" / "neraca.csv", encoding="utf-8") as file:
        whole = next(csv.DictReader(file))
    print({name: value for name, value in whole.items() if value not in ("0", "")})
    with open(folder / "hasil-oki" / "temuan.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["aturan"] in ("kematian-di-bawah-akta", "neraca-pemilih") and not row["kecamatan"]:
                print(row["aturan"] + ": " + row["penjelasan"])


def run(command):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if result.returncode:
        sys.exit(result.stderr)
    print(result.stdout.strip().splitlines()[-1])


if __name__ == "__main__":
    main()
