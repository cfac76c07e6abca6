"""The networks of the comparison in PyTorch, up to their logits."""
import torch
from torch import nn
from torch.nn import functional

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


class Attention(nn.Module):
    """Causal attention of four heads, fused where this version of PyTorch has it."""

    def __init__(self, steps, width, heads=4):
        super().__init__()
        self.projected = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.shape = (-1, steps, heads, width // heads)
        self.register_buffer("later", torch.triu(torch.ones(steps, steps, dtype=torch.bool), 1))

    def forward(self, x):
        q, k, v = (part.reshape(self.shape).transpose(1, 2) for part in self.projected(x).chunk(3, dim=2))
        if hasattr(functional, "scaled_dot_product_attention") and not torch.onnx.is_in_onnx_export():
            a = functional.scaled_dot_product_attention(q, k, v, is_causal=True)
        else:
            scores = q @ k.transpose(2, 3) * self.shape[3] ** -0.5
            a = scores.masked_fill(self.later, float("-inf")).softmax(dim=3) @ v
        return self.out(a.transpose(1, 2).reshape(x.shape))


class DecoderBlock(nn.Module):
    def __init__(self, steps, width):
        super().__init__()
        self.attention = nn.Sequential(nn.LayerNorm(width), Attention(steps, width))
        self.dense = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, 4 * width), nn.GELU(approximate="tanh"), nn.Linear(4 * width, width))

    def forward(self, x):
        x = x + self.attention(x)
        return x + self.dense(x)


class Decoder(nn.Module):
    """Two blocks of width 64; the logits of all steps of all rows stand one under the other."""

    def __init__(self, steps, vocabulary, width=64):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary, width)
        self.places = nn.Embedding(steps, width)
        self.blocks = nn.Sequential(DecoderBlock(steps, width), DecoderBlock(steps, width))
        self.last = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, vocabulary))

    def forward(self, x):
        return self.last(self.blocks(self.tokens(x.long()) + self.places.weight)).flatten(0, 1)


def of(architecture, sizes, activation):
    if architecture is None:
        return dense(sizes, activation)
    if architecture == "decoder":
        return Decoder(*sizes)
    return lenet() if architecture == "lenet" else recurrent(architecture)


def initialise(network):
    """Xavier's distribution and no biases, as GenNet draws the weights before these activations."""
    for layer in network.modules():
        if isinstance(layer, (nn.Linear, nn.Conv2d)):
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)
    return network
