#!/usr/bin/env bash
# Makes docs/images/page.png anew, from kernels of the corpus that are scored for it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p docs/images
HPCVERIFY_PICTURE="$PWD/docs/images/page.png" dotnet test tests/Server.Tests -c Release -nologo --filter FullyQualifiedName~RealKernelTests
