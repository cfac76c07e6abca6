# A row of the history for a file that `compare --json` has written: jq -r --arg date ... --arg commit ... -f history.jq compare.json
# Only what can be compared between machines: ratios within the run, and the part of the measured peak. One thread.

def mean: if length == 0 then null else map(log) | add / length | exp end;
def ratio($peer; $work): [.results[] | select(.threads == 1 and .work == $work) | .programs[] | select(.name == $peer and .ratio != null) | .ratio];
def cell($peer; $work): ratio($peer; $work) | if length == 0 then "" else "\(mean * 100 | round / 100) x of \(length)" end;
def peak($network; $work; $batch): .machine.peak.rate as $rate
  | [.results[] | select(.threads == 1 and .network == $network and .work == $work and .batch == $batch)
      | .operations / (.programs[] | select(.name == "GenNet") | .seconds) / $rate]
  | if length == 0 then "" else "\(.[0] * 100 | round) %" end;

[
  $date, $commit, .machine.processor, (if .machine.uses512 then "512" else "\(.machine.vectorWidth)" end),
  peak("784-512-512-10"; "train"; 128), peak("784-512-512-10"; "infer"; 1024),
  cell("PyTorch"; "train"), cell("PyTorch"; "infer"), cell("ONNX Runtime"; "infer")
] | "| " + join(" | ") + " |"
