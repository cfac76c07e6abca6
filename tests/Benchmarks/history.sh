#!/usr/bin/env bash
# Appends a run to the branch `benchmarks` of origin: a row of the table in its README, and all that was printed and written in a folder of its own.
#   tests/Benchmarks/history.sh RESULTS    (a folder with compare.json, as `compare --json` writes it)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
results=$(cd "$1" && pwd)
cd "$here/../.."

date=$(date -u +%Y-%m-%d)
commit=$(git rev-parse --short=10 HEAD)
row=$(jq -r --arg date "$date" --arg commit "$commit" -f "$here/history.jq" "$results/compare.json")

tree=$(mktemp -d)
trap 'git worktree remove --force "$tree"; git branch --quiet -D history-without-parent 2>/dev/null || true' EXIT
if git fetch --quiet --depth 1 origin benchmarks; then
    git worktree add --quiet --detach "$tree" FETCH_HEAD
else
    git worktree add --quiet --detach "$tree" HEAD
    git -C "$tree" checkout --quiet --orphan history-without-parent
    git -C "$tree" rm -rfq .
    cp "$here/history.md" "$tree/README.md"
fi

# A run of the same commit on the same day replaces what it printed, and adds a row: the machine is another one.
folder="runs/$date-$commit"
mkdir -p "$tree/$folder"
cp -R "$results/." "$tree/$folder/"
printf '%s\n' "$row" >>"$tree/README.md"
git -C "$tree" add -A
git -C "$tree" commit --quiet -m "Benchmarks of $commit, $date"
git -C "$tree" push --quiet origin HEAD:refs/heads/benchmarks
printf '%s\n' "$row"
