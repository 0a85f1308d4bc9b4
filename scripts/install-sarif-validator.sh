#!/usr/bin/env bash
# Fetches the official SARIF validator into .cache, for the tests that ask it. Without npm or a network they say so.
set -euo pipefail
folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.cache/sarif-multitool
validator=$folder/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
if [[ -x $validator ]]; then
    exit 0
fi

if ! command -v npm >/dev/null; then
    echo "no npm: reports are not shown to the SARIF validator" >&2
    exit 0
fi

mkdir -p "$folder"
if ! npm install --prefix "$folder" --no-audit --no-fund --silent @microsoft/sarif-multitool@5.7.0; then
    echo "npm cannot fetch the SARIF validator: reports are not shown to it" >&2
    exit 0
fi

chmod u+x "$validator"
