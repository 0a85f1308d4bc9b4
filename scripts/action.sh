#!/usr/bin/env bash
# One step of a GitHub workflow: annotations on standard output, a SARIF log, and a table in the job summary. What users
# write in a workflow arrives in variables and is never part of a command.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
shopt -s nullglob globstar
IFS=$'\n'
# shellcheck disable=SC2206 # The pattern is there to be expanded; nothing else in it is.
files=(${HPCVERIFY_FILES:?})
unset IFS
if [[ ${#files[@]} -eq 0 ]]; then
    echo "::error title=HpcVerify::no file matches the pattern"
    exit 2
fi

arguments=("${HPCVERIFY_COMMAND:-check}" --format github --output - --output "sarif-github=${HPCVERIFY_SARIF:-hpcverify.sarif}")
[[ -z ${GITHUB_STEP_SUMMARY-} ]] || arguments+=(--output "markdown=$GITHUB_STEP_SUMMARY")
[[ -z ${HPCVERIFY_KERNEL-} ]] || arguments+=(--kernel "$HPCVERIFY_KERNEL")
[[ -z ${HPCVERIFY_BASELINE-} ]] || arguments+=(--baseline "$HPCVERIFY_BASELINE")
[[ -z ${HPCVERIFY_FAIL_ON-} ]] || arguments+=(--fail-on "$HPCVERIFY_FAIL_ON")
exec "$root/hpcverify" "${arguments[@]}" -- "${files[@]}"
