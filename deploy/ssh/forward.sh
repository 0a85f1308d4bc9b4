#!/usr/bin/env bash
# Keeps a broker reachable through ssh, on loopback at both ends; README.md says which end runs it.
set -uo pipefail

usage() {
    echo "usage: forward.sh pull|push HOST [--broker PORT] [--port PORT]" >&2
    exit 2
}

is_port() {
    [[ $1 =~ ^[1-9][0-9]{0,4}$ && $1 -le 65535 ]]
}

[[ $# -ge 2 ]] || usage
direction=$1 host=$2
shift 2
[[ $host != -* ]] || usage
broker=5672 port=
while [[ $# -gt 0 ]]; do
    [[ $# -ge 2 ]] && is_port "$2" || usage
    case $1 in
        --broker) broker=$2 ;;
        --port) port=$2 ;;
        *) usage ;;
    esac
    shift 2
done

way=127.0.0.1:${port:-$broker}:127.0.0.1:$broker
case $direction in
    pull) forward=(-L "$way") ;;
    push) forward=(-R "$way") ;;
    *) usage ;;
esac

child=
is_over=
end() {
    is_over=1
    [[ -z $child ]] || kill -TERM "$child" 2>/dev/null
}
trap end TERM INT

# The connection is given up after 45 s of silence, and made anew.
seconds=1
while [[ -z $is_over ]]; do
    begun=$SECONDS
    ssh -N -T -o BatchMode=yes -o ExitOnForwardFailure=yes -o ServerAliveInterval=15 -o ServerAliveCountMax=3 "${forward[@]}" -- "$host" </dev/null &
    child=$!
    wait "$child"
    [[ -z $is_over ]] || break
    [[ $((SECONDS - begun)) -lt 60 ]] || seconds=1
    echo "forward.sh: the connection to $host has ended; trying again in $seconds s" >&2
    sleep "$seconds" &
    child=$!
    wait "$child"
    seconds=$((seconds < 32 ? 2 * seconds : 60))
done
[[ -z $child ]] || wait "$child" 2>/dev/null
exit 0
