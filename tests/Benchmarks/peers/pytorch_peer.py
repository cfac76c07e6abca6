"""PyTorch's side of the comparison: reads requests as JSON lines, answers each with one. README.md describes them."""
import itertools
import json
import os
import sys
import time
import warnings

import torch

import networks
import pytorch_blas
from floats import read_floats, write_floats

warnings.filterwarnings("ignore")


class Case:
    """A network with GenNet's weights, and the batches of one case."""

    def __init__(self, request):
        sizes, folder, batch = request["sizes"], request["folder"], request["batch"]
        self.net = networks.of(request.get("architecture"), sizes, request["activation"])
        binary = request["output"] == "sigmoid"
        self.inference = torch.nn.Sequential(self.net, torch.nn.Sigmoid() if binary else torch.nn.Softmax(dim=1))
        self.criterion = torch.nn.BCEWithLogitsLoss() if binary else torch.nn.CrossEntropyLoss()
        kind = torch.optim.AdamW if request.get("optimizer") == "adamw" else torch.optim.SGD
        self.new_optimizer = lambda: kind(self.net.parameters(), lr=request["rate"])
        self.weights = read_floats(os.path.join(folder, "weights.f32"))
        self.train = request["work"] == "train"
        inputs = read_floats(os.path.join(folder, "inputs.f32")).view(-1, sizes[0])
        targets = read_floats(os.path.join(folder, "targets.f32"))
        if request.get("architecture") == "decoder":
            # Tokens, and for each step the number of a class.
            inputs, targets = inputs.long(), targets.view(inputs.shape).long()
        else:
            targets = targets.view(-1, sizes[-1])
            if not binary:
                targets = targets.argmax(dim=1)
        starts = range(0, request["batches"] * batch, batch)
        self.batches = [(inputs[i:i + batch].clone(), targets[i:i + batch].clone()) for i in starts]
        if request.get("architecture") == "decoder":
            self.batches = [(rows, classes.flatten()) for rows, classes in self.batches]
        self.reset()

    @torch.no_grad()
    def reset(self):
        """The weights as they came, and an optimizer that has seen nothing; each weight is [outputs, inputs], then its bias, layer after layer."""
        self.optimizer = self.new_optimizer()
        start = 0
        for parameter in self.net.parameters():
            parameter.copy_(self.weights[start:start + parameter.numel()].view_as(parameter))
            start += parameter.numel()

    def step(self, inputs, targets):
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.criterion(self.net(inputs), targets)
        loss.backward()
        self.optimizer.step()
        return loss

    def losses(self, steps):
        """The loss before each step, and that of the next batch after the last."""
        self.reset()
        batches = itertools.cycle(self.batches)
        losses = [self.step(*next(batches)).item() for _ in range(steps)]
        with torch.no_grad():
            inputs, targets = next(batches)
            losses.append(self.criterion(self.net(inputs), targets).item())
        return losses

    def outputs(self):
        self.reset()
        with torch.inference_mode():
            return torch.cat([self.inference(inputs) for inputs, _ in self.batches])

    def measure(self, iterations):
        self.reset()
        batches = itertools.islice(itertools.cycle(self.batches), iterations)
        if self.train:
            step = self.step
            start = time.perf_counter()
            for inputs, targets in batches:
                step(inputs, targets)
            return time.perf_counter() - start
        with torch.inference_mode():
            inference = self.inference
            start = time.perf_counter()
            for inputs, _ in batches:
                inference(inputs)
            return time.perf_counter() - start

    def export(self, path):
        self.reset()
        torch.onnx.export(self.inference, (self.batches[0][0].float(),), path, input_names=["x"], output_names=["y"],
                          dynamic_axes={"x": {0: "n"}, "y": {0: "n"}}, opset_version=13)


def main():
    threads = int(sys.argv[1])
    torch.set_num_threads(threads)

    # Whatever a library prints must not come between the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def answer(**fields):
        answers.write(json.dumps(fields) + "\n")
        answers.flush()

    answer(name="PyTorch", version=torch.__version__, detail=f"Python {sys.version.split()[0]}, {pytorch_blas.describe()}", threads=torch.get_num_threads())
    case = None
    for line in sys.stdin:
        request = json.loads(line)
        try:
            operation = request["op"]
            if operation == "load":
                case = Case(request)
                answer()
            elif operation == "outputs":
                write_floats(request["path"], case.outputs())
                answer()
            elif operation == "losses":
                answer(losses=case.losses(request["iterations"]))
            elif operation == "measure":
                answer(seconds=case.measure(request["iterations"]), iterations=request["iterations"])
            elif operation == "export":
                case.export(request["path"])
                answer()
            else:
                return
        except Exception as error:
            answer(error=f"{type(error).__name__}: {error}")


main()
