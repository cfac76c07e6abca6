"""PyTorch's side of the comparison of convolutions: reads requests as JSON lines, answers each with one."""
import json
import os
import sys
import time

import torch


def numbers(seed, *shape):
    count = 1
    for size in shape:
        count *= size
    return (((torch.arange(count) * 31 + seed) % 97).float() / 97 - 0.5).view(*shape)


class Case:
    def __init__(self, request):
        channels, size, filters, kernel, padding = request["convolution"]
        batch = request["batch"]
        x, w = numbers(1, batch, channels, size, size), numbers(2, filters, channels, kernel, kernel)
        outputs = size + 2 * padding - kernel + 1
        dz = numbers(3, batch, filters, outputs, outputs)
        product = request["work"]

        def backward(mask):
            return torch.ops.aten.convolution_backward(dz, x, w, None, [1, 1], [padding, padding], [1, 1], False, [0, 0], 1, mask)

        if product == "Forward":
            self.run = lambda: torch.conv2d(x, w, None, padding=padding)
        elif product == "WeightGradient":
            self.run = lambda: backward([False, True, False])[1]
        else:
            self.run = lambda: backward([True, False, False])[0]

    def measure(self, iterations):
        with torch.inference_mode():
            start = time.perf_counter()
            for _ in range(iterations):
                self.run()
            return time.perf_counter() - start


def main():
    torch.set_num_threads(1)
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def answer(**fields):
        answers.write(json.dumps(fields) + "\n")
        answers.flush()

    answer(name="PyTorch", version=torch.__version__, detail=f"oneDNN {torch.backends.mkldnn.is_available()}", threads=1)
    case = None
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if request["op"] == "load":
                case = Case(request)
                answer()
            elif request["op"] == "outputs":
                with torch.inference_mode(), open(request["path"], "wb") as file:
                    file.write(case.run().contiguous().numpy().tobytes())
                answer()
            elif request["op"] == "measure":
                answer(seconds=case.measure(request["iterations"]), iterations=request["iterations"])
            else:
                return
        except Exception as error:
            answer(error=f"{type(error).__name__}: {error}")


main()
