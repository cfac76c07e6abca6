"""PyTorch's side of the comparison. Reads commands as lines of JSON, answers in kind. usage: pytorch_peer.py THREADS"""
import json, os, sys, time
import numpy as np
import torch

torch.set_num_threads(int(sys.argv[1]))
ACTIVATIONS = {"sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh}


def read(name, *shape):
    return torch.from_numpy(np.fromfile(os.path.join(state["folder"], name + ".f32"), dtype="<f4").reshape(shape).copy())


def model():
    """The layers up to the logits, with the weights of the folder."""
    sizes, layers = state["sizes"], []
    for i in range(len(sizes) - 1):
        linear = torch.nn.Linear(sizes[i], sizes[i + 1])
        with torch.no_grad():
            linear.weight.copy_(read(f"{i}.weight", sizes[i + 1], sizes[i]))
            linear.bias.copy_(read(f"{i}.bias", sizes[i + 1]))
        layers.append(linear)
        if i < len(sizes) - 2:
            layers.append(ACTIVATIONS[state["hidden"]]())
    return torch.nn.Sequential(*layers)


def with_output(logits):
    return torch.nn.Sequential(logits, torch.nn.Sigmoid() if state["sizes"][-1] == 1 else torch.nn.Softmax(-1))


def trainer(net):
    """One step of gradient descent as a function, on logits, which is how PyTorch is meant to be used."""
    optimizer = torch.optim.SGD(net.parameters(), lr=state["rate"])
    x = state["x"]
    if state["sizes"][-1] == 1:
        loss_function, d = torch.nn.BCEWithLogitsLoss(), state["d"]
    else:
        loss_function, d = torch.nn.CrossEntropyLoss(), state["d"].argmax(1)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = loss_function(net(x), d)
        loss.backward()
        optimizer.step()
        return loss
    return step


def load(command):
    state.update(command)
    sizes, batch = command["sizes"], command["batch"]
    state["x"], state["d"] = read("inputs", batch, sizes[0]), read("targets", batch, sizes[-1])
    state["net"] = with_output(model())
    state["step"] = trainer(model())
    torch.onnx.export(state["net"], state["x"], os.path.join(state["folder"], "model.onnx"),
                      input_names=["x"], output_names=["y"], dynamic_axes={"x": {0: "n"}, "y": {0: "n"}})
    return {}


def outputs(command):
    with torch.inference_mode():
        state["net"](state["x"]).numpy().astype("<f4").tofile(os.path.join(state["folder"], "outputs.f32"))
    return {}


def losses(command):
    step = trainer(model())
    return {"losses": [step().item() for _ in range(command["steps"])]}


def timed(command):
    times = command["times"]
    if state["training"]:
        step = state["step"]
        start = time.perf_counter()
        for _ in range(times):
            step()
        return {"seconds": time.perf_counter() - start}
    with torch.inference_mode():
        net, x = state["net"], state["x"]
        start = time.perf_counter()
        for _ in range(times):
            net(x)
        return {"seconds": time.perf_counter() - start}


state = {}
COMMANDS = {"load": load, "outputs": outputs, "losses": losses, "time": timed}
print(json.dumps({"version": f"PyTorch {torch.__version__}"}), flush=True)
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)  # what PyTorch prints must not mix with the answers
for line in sys.stdin:
    command = json.loads(line)
    try:
        answer = COMMANDS[command["command"]](command)
    except Exception as error:
        answer = {"error": repr(error)}
    print(json.dumps(answer), file=answers, flush=True)
