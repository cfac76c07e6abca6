"""The networks of the comparison in PyTorch, up to their logits."""
import torch
from torch import nn

ACTIVATIONS = {"sigmoid": nn.Sigmoid, "tanh": nn.Tanh}


class Image(nn.Module):
    """Rows of pixels as the images that convolutions take."""

    def forward(self, x):
        return x.view(-1, 1, 28, 28)


def dense(sizes, activation):
    layers = []
    for i, (inputs, outputs) in enumerate(zip(sizes, sizes[1:])):
        layers.append(nn.Linear(inputs, outputs))
        if i < len(sizes) - 2:
            layers.append(ACTIVATIONS[activation]())
    return nn.Sequential(*layers)


def lenet():
    return nn.Sequential(
        Image(),
        nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.AvgPool2d(2),
        nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10))


class LastStep(nn.Module):
    """A recurrent layer of 32 steps of as many features as it has units, and the state behind the last."""

    def __init__(self, cell, units):
        super().__init__()
        self.cell = cell(units, units, batch_first=True)
        self.units = units

    def forward(self, x):
        return self.cell(x.view(-1, 32, self.units))[0][:, -1]


def recurrent(name):
    kind, units = name.split("-")
    return nn.Sequential(LastStep({"lstm": nn.LSTM, "gru": nn.GRU}[kind], int(units)), nn.Linear(int(units), 10))


def of(architecture, sizes, activation):
    if architecture is None:
        return dense(sizes, activation)
    return lenet() if architecture == "lenet" else recurrent(architecture)


def initialise(network):
    """Xavier's distribution and no biases, as GenNet draws the weights before these activations."""
    for layer in network.modules():
        if isinstance(layer, (nn.Linear, nn.Conv2d)):
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)
    return network
