#!/usr/bin/env bash
# Which x86 intrinsics the C files of some folders use, and which of those the model library defines; prints Markdown.
#   scripts/intrinsic-coverage.sh [--missing] <folder>...
# An intrinsic is a name that the compiler's own headers declare; tokens are counted, wherever they stand.
set -euo pipefail
library=$(cd "$(dirname "${BASH_SOURCE[0]}")/../src/Parser/Library" && pwd)
show_missing=0
if [[ ${1-} == --missing ]]; then
    show_missing=1
    shift
fi
if [[ $# -eq 0 ]]; then
    echo "usage: scripts/intrinsic-coverage.sh [--missing] <folder>..." >&2
    exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
name='_(MM|[a-z]+[0-9]*)_[A-Za-z0-9_]+'

# declared: every intrinsic of the compiler, and the header that declares it first.
echo '#include <x86intrin.h>' >"$work/all.c"
gcc -E -dD -march=native "$work/all.c" | awk '
    /^# [0-9]+ "/ { count = split($3, part, "/"); header = part[count]; sub(/"$/, "", header); next }
    header !~ /intrin\.h$/ { next }
    /^#define _[A-Za-z0-9_]+[( ]/ { word = $2; sub(/\(.*/, "", word); if (word ~ /^_(mm|MM|[a-z])/) print word, header; next }
    { rest = $0
      while (match(rest, /_[a-z][A-Za-z0-9_]* *\(/)) {
          word = substr(rest, RSTART, RLENGTH); sub(/ *\($/, "", word)
          if (RSTART == 1 || substr(rest, RSTART - 1, 1) !~ /[A-Za-z0-9_]/) print word, header
          rest = substr(rest, RSTART + RLENGTH) } }' |
    grep -E "^($name) " | awk '!seen[$1]++' >"$work/declared"

# modelled: those the library defines, as a function with a body or as a macro.
gcc -E -P -nostdinc -I "$library" "$work/all.c" | tr ';{}' '\n' | grep -E 'static inline' |
    grep -oE "\b($name) *\(" | tr -d '( ' | sort -u >"$work/functions"
grep -hoE '^#define +_[A-Za-z0-9_]+' "$library"/*.h | awk '{ print $2 }' >"$work/macros"
cat "$work/functions" "$work/macros" >"$work/modelled"

for folder in "$@"; do
    { grep -rhoE "\b($name)\b" "$folder" \
        --include='*.c' --include='*.h' --include='*.cc' --include='*.cpp' --include='*.hpp' --include='*.inc' || true; } |
        sort | uniq -c | awk -v folder="$(basename "$folder")" '{ print folder, $2, $1 }'
done >"$work/used"

awk -v show_missing="$show_missing" '
    function share(part, whole) { return whole == 0 ? "-" : sprintf("%.1f %%", 100 * part / whole) }
    function row(label, count, known, uses, known_uses) {
        return sprintf("| %s | %d | %d | %s | %d | %s |", label, count, known, share(known, count), uses, share(known_uses, uses))
    }
    FILENAME ~ /modelled$/ { modelled[$1] = 1; next }
    FILENAME ~ /declared$/ { header[$1] = $2; next }
    !($2 in header) { next }
    {
        folder = $1; word = $2; uses = $3; known = word in modelled
        if (!(folder in folder_count)) order[++folders] = folder
        folder_count[folder]++; folder_known[folder] += known; folder_uses[folder] += uses
        folder_known_uses[folder] += known * uses
        if (header[word] !~ /^(amx|avx512bf16|avx512fp16)/) {
            if (!(word in total)) { scope_count++; scope_known += known }
            scope_uses += uses; scope_known_uses += known * uses
        }
        if (!(word in total)) {
            all_count++; all_known += known; h = header[word]; header_count[h]++; header_known[h] += known
        }
        total[word] += uses; all_uses += uses; all_known_uses += known * uses
        header_uses[header[word]] += uses; header_known_uses[header[word]] += known * uses
    }
    END {
        head = "| intrinsics used | modelled | share | uses | share of uses |\n|---|---:|---:|---:|---:|---:|"
        print "| collection " head
        for (i = 1; i <= folders; i++) { f = order[i]; print row(f, folder_count[f], folder_known[f], folder_uses[f], folder_known_uses[f]) }
        print row("all", all_count, all_known, all_uses, all_known_uses)
        print row("all but AMX, BF16 and FP16", scope_count, scope_known, scope_uses, scope_known_uses)
        print "\n| declared in " head
        sorter = "sort"
        for (h in header_count) print row("`" h "`", header_count[h], header_known[h], header_uses[h], header_known_uses[h]) | sorter
        close(sorter)
        if (show_missing) {
            print "\nNot modelled, by uses:\n"
            sorter = "sort -k4,4nr -k2,2"
            for (word in total) if (!(word in modelled)) printf "- `%s` (%s) %d\n", word, header[word], total[word] | sorter
            close(sorter)
        }
    }' "$work/modelled" "$work/declared" "$work/used"
