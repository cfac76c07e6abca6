#!/usr/bin/env bash
# Publishes samples/Edge with NativeAOT and measures what a device would care about, on Linux:
#   samples/Edge/measure.sh [net10.0|net9.0] [more options of dotnet publish]
# The size of the file and the resident memory must keep their limits. The time is only reported, since it is the machine's too.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
framework=${1:-net10.0}
shift || true

size_limit=2500000      # bytes
memory_limit=20000      # kB
time_limit=15000        # microseconds
starts=31

[ -r /proc/self/status ] && [ -n "${EPOCHREALTIME:-}" ] || { echo "measure.sh needs Linux (/proc) and bash 5." >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet publish "$here" -c Release -f "$framework" -p:AotFramework="$framework" -o "$work/out" "$@" | tee "$work/publish.log"
if grep -qi warning "$work/publish.log"; then echo "The publish has warnings." >&2; exit 1; fi
edge=$work/out/Edge

"$edge" --init --save "$work/model.safetensors"
# Any bytes without a zero: the kernels skip black pixels, and this is the slower case.
head -c 784 "$here/../../LICENSE" >"$work/image.raw"
mkfifo "$work/in" "$work/out.pipe"

now() { printf '%s' "${EPOCHREALTIME/[.,]/}"; }
median() { sort -n "$1" | sed -n "$((starts / 2 + 1))p"; }

# From before the process is made to its first line: the image waits in the pipe, which stays open, so that the process
# is alive when its memory is read.
for ((i = 0; i < starts; i++)); do
    exec 3<>"$work/in" 4<>"$work/out.pipe"
    cat "$work/image.raw" >&3
    before=$(now)
    "$edge" --model "$work/model.safetensors" <&3 >&4 &
    process=$!
    read -r -t 10 line <&4 || { echo "No prediction within 10 s." >&2; exit 1; }
    after=$(now)
    awk '/^VmHWM:/ { print $2 }' "/proc/$process/status" >>"$work/memory"
    echo $((after - before)) >>"$work/times"
    kill "$process"
    wait "$process" 2>/dev/null || true
    exec 3>&- 4>&-
done

size=$(stat -c %s "$edge")
time=$(median "$work/times")
memory=$(sort -n "$work/memory" | tail -n 1)
verdict() { if [ "$1" -le "$2" ]; then echo "within"; else echo "ABOVE"; fi; }
awk -v size="$size" -v time="$time" -v memory="$memory" -v starts="$starts" \
    -v s="$(verdict "$size" "$size_limit")" -v t="$(verdict "$time" "$time_limit")" -v m="$(verdict "$memory" "$memory_limit")" 'BEGIN {
    printf "\n784-100-10, median of %d starts, the most memory of any\n", starts
    printf "  one file           %6.2f MB   %s  2.5 MB\n", size / 1e6, s
    printf "  first prediction   %6.2f ms   %s 15 ms after the start of the process\n", time / 1e3, t
    printf "  resident memory    %6.1f MB   %s 20 MB\n", memory / 1e3, m
}'
[ "$size" -le "$size_limit" ] || { echo "The file has $size bytes, the limit is $size_limit." >&2; exit 1; }
[ "$memory" -le "$memory_limit" ] || { echo "It takes $memory kB of memory, the limit is $memory_limit." >&2; exit 1; }
