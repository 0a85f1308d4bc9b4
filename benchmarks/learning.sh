#!/usr/bin/env bash
# Makes the runs that say whether a model learns, each with the same time, and goes on with those that were broken off.
# usage: benchmarks/learning.sh DIR [--minutes M] [--task T] [--seeds "1 2 3"] [--only PATTERN] [--publish] [-- MORE OPTIONS OF train]
#   DIR holds a folder for each run, by its name, and what has a file 'done' in it is not made again
#   --minutes M       of each run (default 3)
#   --only PATTERN    runs whose names match this pattern of the shell, as in 'o3-*'
#   --publish         keep the numbers of all runs of DIR in docs/results/learning/runs, and write docs/results/learning.md
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
usage() { sed -n '3,7s/^# //p' "$0" >&2; exit 2; }
[[ $# -ge 1 && $1 != -* ]] || usage
folder=$1; shift
minutes=3 task=matmul seeds="1 2 3" only='*' publish=
while [[ $# -gt 0 ]]; do
    case $1 in
        --minutes) minutes=$2; shift 2 ;;
        --task) task=$2; shift 2 ;;
        --seeds) seeds=$2; shift 2 ;;
        --only) only=$2; shift 2 ;;
        --publish) publish=yes; shift ;;
        --) shift; break ;;
        *) usage ;;
    esac
done
more=("$@")
mkdir -p "$folder"

# Peak ratios need a peak: what this machine's units do is measured once, where nobody knows its clock.
machine=$folder/machine.json
[[ -e $machine ]] || "$root/hpcverify" hardware detect -o "$machine" >"$folder/machine.txt"

# One run: begun, or gone on with for what is left of its time.
run() {
    local name=$1; shift
    # shellcheck disable=SC2053 # a pattern is meant
    [[ $name == $only ]] || return 0
    local out=$folder/$name
    [[ -e $out/done ]] && return 0
    local spent=0 resume=()
    [[ -e $out/run.json ]] && resume=(--resume)
    [[ -e $out/metrics.jsonl ]] && spent=$(sed -E 's/.*"seconds\/sampling":([0-9.eE+-]+).*"seconds\/scoring":([0-9.eE+-]+).*"seconds\/update":([0-9.eE+-]+).*/\1 \2 \3/' "$out/metrics.jsonl" | awk '{ s += $1 + $2 + $3 } END { print s / 60 }')
    local left
    left=$(awk -v all="$minutes" -v spent="$spent" 'BEGIN { left = all - spent; print (left > 0.01 ? left : 0.01) }')
    echo "== $name: $left of $minutes minutes" >&2
    "$root/hpcverify" train "$task" --out "$out" --hardware "$machine" --threads 1 --iterations 100000 --minutes "$left" "${resume[@]}" "$@" "${more[@]}" >"$folder/$name.txt"
    touch "$out/done"
}

# Register blocking, cache blocking and SIMD from the seed kernel, on one thread with a processor of its own: what is measured is the kernel and not the team.
begin=(--fixed-prompts --stages 3)
rate=(--lr 3e-4)
for seed in $seeds; do
    for level in O3 O1 O0; do
        run "${level,,}-learning-$seed" "${begin[@]}" "${rate[@]}" --opt "$level" --seed "$seed"
        run "${level,,}-still-$seed" "${begin[@]}" --opt "$level" --seed "$seed" --lr 0
    done
done

# One thing at a time, at O3 where nothing else is said: at O1 a policy settles early, and what keeps it from that is tried there. Baselines are shared among the groups of a step, so that
# these runs have four.
staged=(--stages 1-3 --per-step 4 -g 8)
for seed in $seeds; do
    run "ablation-beta-0.001-$seed" "${begin[@]}" "${rate[@]}" --seed "$seed" --beta 0.001
    run "ablation-beta-0.01-$seed" "${begin[@]}" "${rate[@]}" --seed "$seed" --beta 0.01
    run "ablation-o1-beta-0.01-$seed" "${begin[@]}" "${rate[@]}" --opt O1 --seed "$seed" --beta 0.01
    run "ablation-o1-surprise-$seed" "${begin[@]}" "${rate[@]}" --opt O1 --seed "$seed" --meta-normalisation surprise
    run "ablation-o1-trl-$seed" "${begin[@]}" "${rate[@]}" --opt O1 --seed "$seed" --objective trl
    run "ablation-o1-group-32-$seed" "${begin[@]}" "${rate[@]}" --opt O1 --seed "$seed" -g 32
    run "ablation-group-8-$seed" "${begin[@]}" "${rate[@]}" --seed "$seed" -g 8
    run "ablation-group-32-$seed" "${begin[@]}" "${rate[@]}" --seed "$seed" -g 32
    run "ablation-paper-$seed" "${begin[@]}" "${rate[@]}" --seed "$seed" --profile paper
    run "ablation-verified-$seed" "${begin[@]}" "${rate[@]}" --seed "$seed" --profile verified
    run "ablation-staged-$seed" "${staged[@]}" "${rate[@]}" --seed "$seed"
    run "ablation-staged-still-$seed" "${staged[@]}" --seed "$seed" --lr 0
    run "ablation-staged-sharing-$seed" "${staged[@]}" "${rate[@]}" --seed "$seed" --meta-normalisation sharing
    run "ablation-staged-surprise-$seed" "${staged[@]}" "${rate[@]}" --seed "$seed" --meta-normalisation surprise
done

if [[ $publish ]]; then
    mapfile -t runs < <(find "$folder" -mindepth 2 -maxdepth 2 -name 'done' -printf '%h\n' | sort)
    [[ ${#runs[@]} -gt 0 ]] || { echo "no run is done" >&2; exit 1; }
    rm -rf "$root/docs/results/learning/runs"
    "$root/hpcverify" plot "${runs[@]}" --out "$folder/figures" --data "$root/docs/results/learning/runs" >/dev/null
    "$root/benchmarks/learning-report.sh"
fi
