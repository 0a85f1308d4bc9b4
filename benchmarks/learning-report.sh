#!/usr/bin/env bash
# Writes docs/results/learning.md and its figures from the numbers in docs/results/learning/runs, which benchmarks/learning.sh keeps there.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
results=$root/docs/results runs=$root/docs/results/learning/runs

# The tables and the figures of runs whose names match one of two patterns of the shell, in a folder of their own.
section() {
    local folder=$1 pattern=$2 other=${3:-$2}
    local chosen
    mapfile -t chosen < <(find "$runs" -mindepth 1 -maxdepth 1 \( -name "$pattern" -o -name "$other" \) | sort)
    [[ ${#chosen[@]} -gt 0 ]] || return 0
    rm -rf "${results:?}/learning/$folder"
    "$root/hpcverify" plot "${chosen[@]}" --out "$results/learning/$folder" >/dev/null
    cat "$results/learning/$folder/tables.md"
    rm "$results/learning/$folder/tables.md"
    echo
    for figure in "$results/learning/$folder"/*.svg; do
        echo "![$(basename "$figure" .svg)](learning/$folder/$(basename "$figure"))"
    done
}

first=$(find "$runs" -mindepth 2 -name run.json | sort | head -n 1)
[[ $first ]] || { echo "there are no runs in $runs (benchmarks/learning.sh DIR --publish keeps them there)" >&2; exit 1; }
{
    echo "# Learning"
    echo
    echo "Written by \`benchmarks/learning-report.sh\` from [the runs' numbers](learning/runs), which \`benchmarks/learning.sh\` made on $(sed -n 's/^  "hardware": "\(.*\)",$/\1/p' "$first"): \`$(sed -n 's/^    "task": "\(.*\)",$/\1/p' "$first")\`, one thread."
    echo "A run's time is that of sampling, scoring and updating; the base model is made before. Bands and dots are runs with different seeds; intervals are Student's, for the mean over them. The peak is that of one core."
    echo
    echo "## With learning and without"
    echo
    section levels 'o[0-9]-*'
    echo
    echo "## One thing at a time"
    echo
    echo "One seed each where no more are counted, beside the runs of the first seed above. Minutes differ."
    echo
    section ablations 'ablation-*' 'o[13]-*-1'
} >"$results/learning.md"
echo "docs/results/learning.md: $(find "$runs" -mindepth 1 -maxdepth 1 -type d | wc -l) runs"
