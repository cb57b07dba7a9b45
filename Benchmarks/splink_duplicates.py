"""Duplicates of a case's roll by Splink with settings as its documentation gives them for a table of persons.

Comparisons of the library with term frequencies, u by random sampling, m by expectation maximization over two blocking
rules, predictions at 0.5. Scored against kunci.csv. Prints one line.
"""

import csv
import sys
from pathlib import Path

import duckdb
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

CUT = 0.5


def main():
    case = Path(sys.argv[1])
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    for number, file in enumerate(sorted((case / "daftar-pemilih").glob("*.csv"))):
        # One file at a time, in its order: the truth names rows by physical line.
        connection.execute(f"""
            {"CREATE TABLE pemilih AS" if number == 0 else "INSERT INTO pemilih"}
            SELECT '{file.name}:' || (row_number() OVER () + 1) AS unique_id,
              NIK AS nik, NKK AS nkk, upper(NAMA_PEMILIH) AS nama,
              split_part(upper(NAMA_PEMILIH), ' ', 1) AS depan, split_part(upper(NAMA_PEMILIH), ' ', -1) AS belakang,
              TEMPAT_LAHIR AS tempat, KODE_DESA AS desa, JENIS_KELAMIN AS kelamin,
              strftime(try_strptime(replace(TANGGAL_LAHIR, '|', '-'), '%d-%m-%Y'), '%Y-%m-%d') AS lahir
            FROM read_csv('{file}', all_varchar = true)
        """)
    backend = DuckDBAPI(connection)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison("depan", "belakang"),
            cl.DateOfBirthComparison("lahir", input_is_string=True),
            cl.DamerauLevenshteinAtThresholds("nik", [1, 2]),
            cl.ExactMatch("tempat").configure(term_frequency_adjustments=True),
            cl.ExactMatch("desa").configure(term_frequency_adjustments=True),
            cl.ExactMatch("kelamin"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("nik"),
            block_on("lahir", "depan"),
            block_on("lahir", "belakang"),
        ],
    )
    linker = Linker(backend.register("pemilih"), settings, log_level=None)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("nik"), block_on("nama", "lahir")], recall=0.7)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("lahir", "depan"))
    training.estimate_parameters_using_expectation_maximisation(block_on("nik"))
    found = linker.inference.predict(threshold_match_probability=0.01)
    rows = connection.execute(
        f"SELECT unique_id_l, unique_id_r, match_probability FROM {found.physical_name} ORDER BY 3 DESC"
    ).fetchall()
    score(case, rows)


def score(case, rows):
    truth = set()
    with open(case / "kunci.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["jenis"] == "pasangan" and row["aturan"] == "ganda":
                truth.add(frozenset(
                    f"{Path(row[name]).name}:{row[line]}"
                    for name, line in [("berkas", "baris"), ("berkas_pembanding", "baris_pembanding")]))
    hits, best, at_cut = 0, 0.0, (0, 0.0, 0.0, 0.0)
    for count, (left, right, probability) in enumerate(rows, 1):
        hits += frozenset((left, right)) in truth
        precision, recall = hits / count, hits / max(1, len(truth))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        best = max(best, f1)
        if probability >= CUT:
            at_cut = (count, precision, recall, f1)
    print("%d pairs at 0.5, precision %.3f, recall %.3f, F1 %.3f; best F1 of any cut %.3f" % (*at_cut, best))


if __name__ == "__main__":
    main()
