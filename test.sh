#!/usr/bin/env bash
# Installs what the tests need, builds, checks formatting and runs every test. --long runs the deep ones as well.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
if [[ ${1-} == --long ]]; then
    export HPCVERIFY_LONG=1
elif [[ $# -gt 0 ]]; then
    echo "usage: ./test.sh [--long]" >&2
    exit 2
fi

scripts/install-native.sh --tests
scripts/install-sarif-validator.sh
source scripts/dotnet-environment.sh

step() {
    echo "== $1 (after $SECONDS s)"
}

# A package source may fail once; wrong lock files fail three times.
restore() {
    local attempt
    for attempt in 1 2 3; do
        dotnet restore HpcVerify.sln && return
        sleep $((attempt * 5))
    done
    return 1
}

step restore
restore
step build
dotnet build HpcVerify.sln -c Release --no-restore -v quiet -nologo
step format
dotnet format HpcVerify.sln --no-restore --verify-no-changes

# One project at a time: several of them time things, and two test hosts would share the same cores.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failures=()
for project in tests/*.Tests; do
    step "$project"
    dotnet test "$project" -c Release --no-build -nologo --blame-hang-timeout 10m --blame-hang-dump-type none </dev/null 2>&1 | tee -a "$log" || failures+=("$project")
done

count() {
    { grep -oE "$1: +[0-9]+" "$log" || true; } | awk '{ total += $2 } END { print total + 0 }'
}

echo "== $(count Passed) passed, $(count Failed) failed, after $SECONDS s"
if [[ ${#failures[@]} -gt 0 ]]; then
    echo "== failed: ${failures[*]}"
    grep -E '^ *Failed |Test host process crashed|aborted' "$log" | head -n 50 || true
    exit 1
fi
