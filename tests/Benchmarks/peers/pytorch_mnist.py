"""The training of `train-mnist` in PyTorch: the same network, initial distribution, batches, step and goal."""
import argparse
import gzip
import json
import os

parser = argparse.ArgumentParser()
parser.add_argument("data")
parser.add_argument("--model", choices=["784-100-10", "lenet"], default="784-100-10")
for name, kind in (("seed", int), ("threads", int), ("batch", int), ("rate", float), ("goal", float), ("epochs", int)):
    parser.add_argument(f"--{name}", type=kind, required=True)
arguments = parser.parse_args()

import torch

import networks


def read_idx(name):
    """The bytes of an IDX file after its header: four bytes, the last one the number of dimensions, then four for each."""
    path = os.path.join(arguments.data, name)
    with (open(path, "rb") if os.path.exists(path) else gzip.open(path + ".gz", "rb")) as file:
        content = bytearray(file.read())
    return torch.frombuffer(content, dtype=torch.uint8, offset=4 + 4 * content[3])


def read_set(prefix):
    images = read_idx(f"{prefix}-images-idx3-ubyte").view(-1, 784).float().div_(255)
    return images, read_idx(f"{prefix}-labels-idx1-ubyte").long()


def make_network():
    """The network and its optimizer."""
    if arguments.model == "lenet":
        network = networks.initialise(networks.lenet())
        return network, torch.optim.Adam(network.parameters(), lr=arguments.rate)
    network = networks.initialise(networks.dense([784, 100, 10], "sigmoid"))
    return network, torch.optim.SGD(network.parameters(), lr=arguments.rate)


def accuracy(network, images, labels):
    with torch.inference_mode():
        return (network(images).argmax(dim=1) == labels).float().mean().item()


def main():
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    images, labels = read_set("train")
    test_images, test_labels = read_set("t10k")
    network, optimizer = make_network()
    criterion = torch.nn.CrossEntropyLoss()
    for epoch in range(1, arguments.epochs + 1):
        for rows in torch.randperm(len(images)).split(arguments.batch):
            optimizer.zero_grad(set_to_none=True)
            criterion(network(images[rows]), labels[rows]).backward()
            optimizer.step()
        reached = accuracy(network, test_images, test_labels)
        if reached >= arguments.goal:
            break
    print(json.dumps({"epochs": epoch, "accuracy": reached}))


main()
