#!/usr/bin/env bash
# Runs 'hpcverify races' on the C files of a DataRaceBench checkout, whose names say what is right, and prints how often it is.
# usage: benchmarks/dataracebench.sh DIR      (commit e1bffc57f35f2751afea6c9379b5863e0b2abfd9 is what docs/results speak of)
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
[[ $# -eq 1 && -d $1/micro-benchmarks ]] || { echo "usage: $0 DIR, a checkout of github.com/LLNL/dataracebench" >&2; exit 2; }

# Files of affine loops and of single-program regions, by their numbers; the others need tasks, teams, hand-made
# synchronisation, or the contents of memory.
numbers=$root/benchmarks/dataracebench.numbers

cd "$1/micro-benchmarks"
answers=$(mktemp)
times=$(mktemp)
trap 'rm -f "$answers" "$times"' EXIT
begin=$(date +%s%N)
"$root/hpcverify" races DRB*.c >"$answers" 2>/dev/null || true
end=$(date +%s%N)

# Each file by itself, process start and all, in milliseconds of processor time.
TIMEFORMAT='%U %S'
for file in DRB*.c; do
    { time "$root/hpcverify" races "$file" >/dev/null 2>&1 || true; } 2>>"$times"
done
median=$(awk '{ print int(1000 * ($1 + $2)) }' "$times" | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }')

awk -v milliseconds=$(((end - begin) / 1000000)) -v median="$median" '
    FNR == NR { isWanted[$1] = 1; next }
    /^DRB[^ :]*\.c: (race|race-free|open|unread)$/ {
        file = substr($1, 1, length($1) - 1); answer = $2 == "unread" ? "open" : $2
        label = file ~ /-yes\.c$/ ? "yes" : "no"; number = substr(file, 4, 3) + 0
        count["all", label, answer]++; files["all"]++
        if (number in isWanted) { count["affine and SPMD", label, answer]++; files["affine and SPMD"]++ }
        if ((label == "yes" && answer == "race-free") || (label == "no" && answer == "race")) wrong[++wrongs] = file " " answer
    }
    function table(set,   label) {
        printf "%s: %d files, %d decided\n", set, files[set], files[set] - count[set, "yes", "open"] - count[set, "no", "open"]
        printf "  label   race  race-free  open\n"
        for (label = 0; label < 2; label++)
            printf "  %-5s %6d %10d %5d\n", word[label], count[set, word[label], "race"], count[set, word[label], "race-free"], count[set, word[label], "open"]
    }
    END {
        word[0] = "yes"; word[1] = "no"
        table("affine and SPMD"); table("all")
        printf "wrong: %d\n", wrongs; for (i = 1; i <= wrongs; i++) print "  " wrong[i]
        printf "time: %.1f s, %d ms for a file on average; by itself, with the start of the process, the median is %d ms of processor time\n", milliseconds / 1000, files["all"] ? milliseconds / files["all"] : 0, median
    }' "$numbers" "$answers"
