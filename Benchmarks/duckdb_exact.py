"""The query that everybody starts with: voters who share a NIK, from the CSV files of a case. Prints its seconds."""

import sys
import time

import duckdb

start = time.perf_counter()
connection = duckdb.connect()
connection.execute("SET threads = 2")
connection.execute(
    "SELECT count(*) FROM (SELECT NIK, count(*) FROM"
    f" read_csv('{sys.argv[1]}/daftar-pemilih/*.csv', all_varchar = true) GROUP BY NIK HAVING count(*) > 1)"
).fetchall()
print(time.perf_counter() - start)
