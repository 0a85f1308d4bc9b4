#!/usr/bin/env bash
# Installs the native programs and libraries that HpcVerify uses and this machine lacks (Debian 12 package names).
# With --tests also what only tests use. Does nothing when all are there; exits 2 with the command to run when it may not install.
set -euo pipefail
export PATH=$PATH:/usr/sbin:/sbin

# Alternatives are separated by '|'; any one of them will do.
declare -A package_of=(
    ["libclang-19.so.1|libclang-20.so.1|libclang-21.so.1|libclang-22.so.1|libclang-18.so.1|libclang-17.so.1"]=libclang1-19
    [libz3.so.4]=libz3-4
    [libisl.so.23]=libisl23
    [libopenblas.so.0]=libopenblas0
    [libgomp.so.1]=libgomp1
    [cvc5]=cvc5
    [bwrap]=bubblewrap
    [gcc]=gcc
    ["g++"]="g++"
    [python3]=python3
    [prlimit]=util-linux
    ["chromium|chromium-browser|google-chrome"]=chromium
)

# A broker or ssh server that is installed is also started: not on a machine of somebody who only checks kernels.
if [[ ${1-} == --tests ]]; then
    package_of[rabbitmq-server]=rabbitmq-server
    package_of[sshd]=openssh-server
    package_of[ssh]=openssh-client
fi

known_libraries=$(ldconfig -p)
mapfile -t library_folders < <(sed -n 's|.*=> \(.*\)/[^/]*$|\1|p' <<<"$known_libraries" | sort -u)

# The loader also finds names that are only links to the name in its cache: libclang-19.so.1 is one.
can_load() {
    local folder
    [[ $known_libraries == *"$1 "* ]] && return 0
    for folder in "${library_folders[@]}"; do
        [[ -e $folder/$1 ]] && return 0
    done
    return 1
}

is_there() {
    case $1 in
        libclang-*) [[ -f ${HPCVERIFY_LIBCLANG-} ]] || can_load "$1" ;;
        libz3.*) [[ -f ${HPCVERIFY_LIBZ3-} ]] || can_load "$1" ;;
        *.so.*) can_load "$1" ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

any_is_there() {
    local alternatives alternative
    IFS='|' read -ra alternatives <<<"$1"
    for alternative in "${alternatives[@]}"; do
        if is_there "$alternative"; then
            return 0
        fi
    done
    return 1
}

missing=()
for thing in "${!package_of[@]}"; do
    any_is_there "$thing" || missing+=("${package_of[$thing]}")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

by_hand="sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}"
if [[ $(id -u) -eq 0 ]]; then
    as_root=(env)
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n env)
else
    echo "hpcverify: missing: ${missing[*]}" >&2
    echo "hpcverify: run: $by_hand" >&2
    exit 2
fi

apt() {
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a apt-get -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

# Another installation may hold apt's locks, and one unreachable source fails the update although the others suffice.
install() {
    local attempt
    for attempt in 1 2 3; do
        apt update || true
        if apt install -y --no-install-recommends "${missing[@]}"; then
            return 0
        fi
        sleep $((attempt * 5))
    done
    return 1
}

echo "hpcverify: installing ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! install >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    echo "hpcverify: could not install; run: $by_hand" >&2
    exit 2
fi
