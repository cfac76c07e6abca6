#!/usr/bin/env bash
# Publishes samples/Edge with NativeAOT and measures what a device would care about, on Linux:
#   samples/Edge/measure.sh [net10.0|net9.0] [more options of dotnet publish]
# The size of the file and, with each network that it knows, the resident memory must keep their limits. The time is only reported, since it is the machine's too.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
framework=${1:-net10.0}
shift || true

size_limit=2600000      # bytes
memory_limit=20000      # kB
time_limit=15000        # microseconds
starts=31
networks=(784-100-10 lenet)

[ -r /proc/self/status ] && [ -n "${EPOCHREALTIME:-}" ] || { echo "measure.sh needs Linux (/proc) and bash 5." >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet publish "$here" -c Release -f "$framework" -p:AotFramework="$framework" -o "$work/out" "$@" | tee "$work/publish.log"
if grep -qi warning "$work/publish.log"; then echo "The publish has warnings." >&2; exit 1; fi
edge=$work/out/Edge

# Any bytes without a zero: the kernels skip black pixels, and this is the slower case.
head -c 784 "$here/../../LICENSE" >"$work/image.raw"
mkfifo "$work/in" "$work/out.pipe"

now() { printf '%s' "${EPOCHREALTIME/[.,]/}"; }
median() { sort -n "$1" | sed -n "$((starts / 2 + 1))p"; }

# Starts with one network, into files of its name. From before the process is made to its first line: the image waits in the pipe, which stays open, so
# that the process is alive when its memory is read.
measure() {
    local i before after process line
    "$edge" --init "$1" --save "$work/$1.safetensors"
    for ((i = 0; i < starts; i++)); do
        exec 3<>"$work/in" 4<>"$work/out.pipe"
        cat "$work/image.raw" >&3
        before=$(now)
        "$edge" --model "$work/$1.safetensors" <&3 >&4 &
        process=$!
        read -r -t 10 line <&4 || { echo "No prediction within 10 s." >&2; exit 1; }
        after=$(now)
        awk '/^VmHWM:/ { print $2 }' "/proc/$process/status" >>"$work/$1.memory"
        echo $((after - before)) >>"$work/$1.times"
        kill "$process"
        wait "$process" 2>/dev/null || true
        exec 3>&- 4>&-
    done
}

verdict() { if [ "$1" -le "$2" ]; then echo "within"; else echo "ABOVE"; fi; }
# What is measured, the number, its limit, how many of it are one of the unit, the unit, and what follows.
report() {
    awk -v name="$1" -v number="$2" -v limit="$3" -v one="$4" -v unit="$5" -v behind="${6:-}" -v verdict="$(verdict "$2" "$3")" \
        'BEGIN { printf "  %-17s %6.2f %s   %s %4.1f %s%s\n", name, number / one, unit, verdict, limit / one, unit, behind }'
}

size=$(stat -c %s "$edge")
printf '\nMedians of %d starts, the most memory of any\n' "$starts"
report "one file" "$size" "$size_limit" 1000000 MB
failed=0
for network in "${networks[@]}"; do
    measure "$network"
    time=$(median "$work/$network.times")
    memory=$(sort -n "$work/$network.memory" | tail -n 1)
    echo "$network"
    report "first prediction" "$time" "$time_limit" 1000 ms " after the start of the process"
    report "resident memory" "$memory" "$memory_limit" 1000 MB
    [ "$memory" -le "$memory_limit" ] || { echo "$network takes $memory kB of memory, the limit is $memory_limit." >&2; failed=1; }
done
[ "$size" -le "$size_limit" ] || { echo "The file has $size bytes, the limit is $size_limit." >&2; failed=1; }
exit "$failed"
