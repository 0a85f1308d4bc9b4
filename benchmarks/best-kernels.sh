#!/usr/bin/env bash
# Takes the fastest different kernels of runs that benchmarks/learning.sh made, verifies each, times the first three in turn with OpenBLAS, and prints both as Markdown.
# usage: benchmarks/best-kernels.sh DIR [--task T] [--runs PATTERN] [--count N]
#   DIR               as benchmarks/learning.sh left it; the kernels go to DIR/best
#   --runs PATTERN    runs whose names match this pattern of the shell (default 'o3-learning-*')
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
usage() { sed -n '3,5s/^# //p' "$0" >&2; exit 2; }
[[ $# -ge 1 && -d $1 ]] || usage
folder=$1; shift
task=matmul runs='o3-learning-*' count=20
while [[ $# -gt 0 ]]; do
    case $1 in
        --task) task=$2; shift 2 ;;
        --runs) runs=$2; shift 2 ;;
        --count) count=$2; shift 2 ;;
        *) usage ;;
    esac
done

rm -rf "$folder/best"
mkdir -p "$folder/best"
find "$folder" -mindepth 2 -maxdepth 2 -path "$folder/$runs/archive.db" | sort | while read -r archive; do
    "$root/hpcverify" archive export "$archive" --format samples | sed "s|^{|{\"run\": \"$(basename "$(dirname "$archive")")\", |"
done >"$folder/best/samples.jsonl"

# A kernel's speed is that of its first measurement: equal texts share one.
python3 - "$folder/best" "$count" <<'PYTHON'
import json, pathlib, sys
folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
samples = [sample for line in (folder / "samples.jsonl").open() for sample in [json.loads(line)] if sample["performance"] is not None and sample["parent"] is not None]
first = {}
for sample in samples:
    first.setdefault(sample["child"], sample)
for place, sample in enumerate(sorted(first.values(), key=lambda sample: -sample["performance"])[:count], 1):
    (folder / f"{place:02}.c").write_text(sample["child"])
    (folder / f"{place:02}.txt").write_text(f"{sample['run']} #{sample['sample']} | {sample['performance']:.1f}")
PYTHON

echo "| kernel | sample | GFLOPS when it was written | verdict |"
echo "|--:|---|--:|---|"
for kernel in "$folder"/best/*.c; do
    verdict=$("$root/hpcverify" verify "$kernel" --kernel "$task" 2>/dev/null | awk '/^[^ ].* as / { sub(/^[^:]*: /, ""); said = $0 } /^  scope / { sub(/^  scope +/, ""); said = said "; " $0 } END { print said }' || true)
    echo "| $(basename "$kernel" .c) | $(cat "${kernel%.c}.txt") | $verdict |"
done
echo
for kernel in "$folder"/best/0[1-3].c; do
    "$root/hpcverify" score --threads 1 --timing robust "$kernel" --kernel "$task" || true
done
