"""exchange.py FILE_OF_GENNET FILE_FOR_GENNET INPUTS: loads a network that GenNet has saved, prints its outputs, saves other weights, prints theirs."""
import sys

import torch
from torch import nn

from safetensors_lite import load_file, save_file

model = nn.Sequential(nn.Linear(6, 20), nn.GELU(), nn.Dropout(0.3), nn.Linear(20, 9), nn.Linear(9, 4), nn.Tanh(), nn.Linear(4, 3, bias=False), nn.Softmax(dim=1)).eval()
inputs = torch.tensor([float(number) for number in sys.argv[3].split()]).reshape(-1, 6)


def outputs():
    print(" ".join(repr(number) for number in model(inputs).flatten().tolist()))


model.load_state_dict(load_file(sys.argv[1]), strict=True)
outputs()

torch.manual_seed(1)
for parameter in model.parameters():
    nn.init.normal_(parameter, std=0.5)
save_file(model.state_dict(), sys.argv[2])
outputs()
