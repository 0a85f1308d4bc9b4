#!/usr/bin/env bash
# Makes the runs that say whether a model learns, each with the same time, goes on with those that were broken off, and writes docs/results/learning.md.
# usage: benchmarks/learning.sh DIR [--minutes M] [--task T] [--seeds "1 2 3"] [--only PATTERN] [-- MORE OPTIONS OF train]
#   DIR holds a folder for each run, by its name, and what has a file 'done' in it is not made again
#   --minutes M       of each run (default 5)
#   --only PATTERN    runs whose names match this pattern of the shell, as in 'o3-*'
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
usage() { sed -n '3,6s/^# //p' "$0" >&2; exit 2; }
[[ $# -ge 1 && $1 != -* ]] || usage
folder=$1; shift
minutes=5 task=matmul seeds="1 2 3" only='*'
while [[ $# -gt 0 ]]; do
    case $1 in
        --minutes) minutes=$2; shift 2 ;;
        --task) task=$2; shift 2 ;;
        --seeds) seeds=$2; shift 2 ;;
        --only) only=$2; shift 2 ;;
        --) shift; break ;;
        *) usage ;;
    esac
done
more=("$@")
mkdir -p "$folder"

# One run: begun, or gone on with for what is left of its time; each minute that it was worked on is counted in 'spent'.
run() {
    local name=$1; shift
    # shellcheck disable=SC2053 # a pattern is meant
    [[ $name == $only ]] || return 0
    local out=$folder/$name
    [[ -e $out/done ]] && return 0
    local spent=0 resume=()
    [[ -e $out/run.json ]] && resume=(--resume)
    [[ -e $out/metrics.jsonl ]] && spent=$(sed -E 's/.*"seconds\/sampling":([0-9.e+-]+).*"seconds\/scoring":([0-9.e+-]+).*"seconds\/update":([0-9.e+-]+).*/\1 \2 \3/' "$out/metrics.jsonl" | awk '{ s += $1 + $2 + $3 } END { print s / 60 }')
    local left
    left=$(awk -v all="$minutes" -v spent="$spent" 'BEGIN { left = all - spent; print (left > 0.01 ? left : 0.01) }')
    echo "== $name: $left of $minutes minutes" >&2
    "$root/hpcverify" train "$task" --out "$out" --iterations 100000 --minutes "$left" "${resume[@]}" "$@" "${more[@]}" >"$folder/$name.txt"
    touch "$out/done"
}

# Register blocking, cache blocking and SIMD from the seed kernel, on one thread with a processor of its own: what is measured is the kernel and not the team.
begin=(--fixed-prompts --stages 3 --threads 1)
rate=(--lr 3e-4)
for level in O3 O1 O0; do
    for seed in $seeds; do
        run "${level,,}-learning-$seed" "${begin[@]}" "${rate[@]}" --opt "$level" --seed "$seed"
        run "${level,,}-still-$seed" "${begin[@]}" --opt "$level" --seed "$seed" --lr 0
    done
done
for seed in $seeds; do
    run "ablation-beta-0.001-$seed" "${begin[@]}" "${rate[@]}" --opt O3 --seed "$seed" --beta 0.001
    run "ablation-beta-0.01-$seed" "${begin[@]}" "${rate[@]}" --opt O3 --seed "$seed" --beta 0.01
    run "ablation-staged-$seed" --stages 1-3 --threads 1 "${rate[@]}" --opt O3 --seed "$seed"
    run "ablation-meta-$seed" "${begin[@]}" "${rate[@]}" --opt O3 --seed "$seed" --meta-normalisation
    run "ablation-verified-$seed" "${begin[@]}" "${rate[@]}" --opt O3 --seed "$seed" --profile verified
    run "ablation-paper-$seed" "${begin[@]}" "${rate[@]}" --opt O3 --seed "$seed" --profile paper
done

mapfile -t runs < <(find "$folder" -mindepth 2 -maxdepth 2 -name 'done' -printf '%h\n' | sort)
[[ ${#runs[@]} -gt 0 ]] || { echo "no run is done" >&2; exit 1; }
"$root/hpcverify" plot "${runs[@]}" --out "$folder/figures" >/dev/null
mkdir -p "$root/docs/results/learning"
cp "$folder"/figures/*.svg "$root/docs/results/learning/"
{
    echo "# Learning"
    echo
    echo "Made by \`benchmarks/learning.sh\`: \`$task\`, ${#runs[@]} runs of $minutes minutes each, seeds $seeds, on $(sed -n 's/^  "hardware": "\(.*\)",$/\1/p' "${runs[0]}/run.json")."
    echo "A run's time is that of sampling, scoring and updating; the base model is made before. Bands and dots are runs with different seeds; intervals are Student's, for the mean of the best."
    echo
    cat "$folder/figures/tables.md"
    echo
    for figure in "$folder"/figures/*.svg; do
        echo "![$(basename "$figure" .svg)](learning/$(basename "$figure"))"
    done
} >"$root/docs/results/learning.md"
echo "docs/results/learning.md: ${#runs[@]} runs"
