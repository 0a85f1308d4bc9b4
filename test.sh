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

scripts/install-native.sh
dotnet build HpcVerify.sln -c Release -v quiet -nologo
dotnet format HpcVerify.sln --no-restore --verify-no-changes

# One project at a time: several of them time things, and two test hosts would share the same cores.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test HpcVerify.sln -c Release --no-build -nologo -m:1 | tee "$log" || status=$?

count() { grep -oE "$1: +[0-9]+" "$log" | grep -oE '[0-9]+' | awk '{ total += $1 } END { print total + 0 }'; }
failed=$(count Failed)
echo "$(count Passed) passed, $failed failed"
[[ $status -eq 0 && $failed -eq 0 ]]
