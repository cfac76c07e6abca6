"""PyTorch's side of the comparison of single steps: reads requests as JSON lines, answers each with one. Loading a case writes its ONNX model too."""
import json
import os
import sys
import time
import warnings

import torch
from torch import nn

import pytorch_blas
from floats import read_floats, write_floats

warnings.filterwarnings("ignore")

CELLS = {"gru": (nn.GRUCell, nn.GRU), "lstm": (nn.LSTMCell, nn.LSTM), "rnn": (nn.RNNCell, nn.RNN)}


class Step(nn.Module):
    """A step as ONNX has it: a layer of one step, whose state comes in and goes out."""

    def __init__(self, layer, units):
        super().__init__()
        self.layer = layer(1, units)
        self.dense = nn.Linear(units, 1)

    def forward(self, x, *state):
        h, state = self.layer(x, state if len(state) > 1 else state[0])
        return (self.dense(h[0]), *(state if isinstance(state, tuple) else (state,)))


def copy(weights, *modules):
    start = 0
    with torch.no_grad():
        for parameter in (parameter for module in modules for parameter in module.parameters()):
            parameter.copy_(weights[start:start + parameter.numel()].view_as(parameter))
            start += parameter.numel()


class Case:
    def __init__(self, request):
        kind, units = request["network"].split("-")
        cell, layer = CELLS[kind]
        units, self.is_lstm = int(units), kind == "lstm"
        weights = read_floats(os.path.join(request["folder"], "weights.f32"))
        self.cell, self.dense = cell(1, units), nn.Linear(units, 1)
        copy(weights, self.cell, self.dense)
        self.start = torch.zeros(1, units)
        self.inputs = [x.view(1, 1).clone() for x in read_floats(os.path.join(request["folder"], "inputs.f32"))]
        self.export(weights, layer, units, request["model"])

    def export(self, weights, layer, units, path):
        step = Step(layer, units)
        copy(weights, step)
        names = ["h", "c"] if self.is_lstm else ["h"]
        torch.onnx.export(step, (torch.zeros(1, 1, 1), *(torch.zeros(1, 1, units) for _ in names)), path,
                          input_names=["x", *names], output_names=["y", *(name + "n" for name in names)], opset_version=13)

    def run(self, inputs):
        cell, dense = self.cell, self.dense
        if self.is_lstm:
            state = self.start, self.start
            for x in inputs:
                state = cell(x, state)
                yield dense(state[0])
        else:
            state = self.start
            for x in inputs:
                state = cell(x, state)
                yield dense(state)

    def outputs(self):
        with torch.inference_mode():
            return torch.cat(list(self.run(self.inputs)))

    def measure(self, iterations):
        inputs = (self.inputs * (iterations // len(self.inputs) + 1))[:iterations]
        with torch.inference_mode():
            start = time.perf_counter()
            for _ in self.run(inputs):
                pass
            return time.perf_counter() - start


def main():
    torch.set_num_threads(1)

    # Whatever a library prints must not come between the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def answer(**fields):
        answers.write(json.dumps(fields) + "\n")
        answers.flush()

    answer(name="PyTorch", version=torch.__version__, detail=f"Python {sys.version.split()[0]}, {pytorch_blas.describe()}", threads=1)
    case = None
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if request["op"] == "load":
                case = Case(request)
                answer()
            elif request["op"] == "outputs":
                write_floats(request["path"], case.outputs())
                answer()
            elif request["op"] == "measure":
                answer(seconds=case.measure(request["iterations"]), iterations=request["iterations"])
            else:
                return
        except Exception as error:
            answer(error=f"{type(error).__name__}: {error}")


main()
