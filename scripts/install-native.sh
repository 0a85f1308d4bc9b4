#!/usr/bin/env bash
# Installs the native programs and libraries that HpcVerify uses and this machine lacks (Debian 12 package names).
# Does nothing when all are there; exits 2 with the command to run when it may not install.
set -euo pipefail

declare -A package_of=(
    [libclang-19.so.1]=libclang1-19
    [libz3.so.4]=libz3-4
    [libisl.so.23]=libisl23
    [libopenblas.so.0]=libopenblas0
    [libgomp.so.1]=libgomp1
    [cvc5]=cvc5
    [bwrap]=bubblewrap
    [gcc]=gcc
    [prlimit]=util-linux
)

missing=()
known_libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p)
for thing in "${!package_of[@]}"; do
    case $thing in
        *.so.*) [[ $known_libraries == *"$thing "* ]] || missing+=("${package_of[$thing]}") ;;
        *) command -v "$thing" >/dev/null || missing+=("${package_of[$thing]}") ;;
    esac
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

install="apt-get install -y --no-install-recommends ${missing[*]}"
if [[ $(id -u) -eq 0 ]]; then
    as_root=()
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    echo "hpcverify: missing: ${missing[*]}" >&2
    echo "hpcverify: run: sudo apt-get update && sudo $install" >&2
    exit 2
fi

echo "hpcverify: installing ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086
if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" $install; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    echo "hpcverify: could not install; run: sudo apt-get update && sudo $install" >&2
    exit 2
fi
