"""Files of raw little-endian floats as tensors."""
import torch


def read_floats(path):
    return torch.frombuffer(bytearray(open(path, "rb").read()), dtype=torch.float32)


def write_floats(path, tensor):
    with open(path, "wb") as file:
        file.write(tensor.contiguous().numpy().tobytes())
