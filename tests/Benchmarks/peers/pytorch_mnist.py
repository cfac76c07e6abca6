"""PyTorch's side of the MNIST race: the same network, initialisation, batches and learning rate. usage: pytorch_mnist.py FOLDER"""
import gzip, os, sys
import numpy as np
import torch

torch.manual_seed(1)


def read(name):
    images = np.frombuffer(gzip.open(os.path.join(sys.argv[1], name + "-images-idx3-ubyte.gz")).read(), dtype=np.uint8, offset=16)
    labels = np.frombuffer(gzip.open(os.path.join(sys.argv[1], name + "-labels-idx1-ubyte.gz")).read(), dtype=np.uint8, offset=8)
    return torch.from_numpy(images.reshape(-1, 784).astype(np.float32) / 255), torch.from_numpy(labels.astype(np.int64))


train_x, train_d = read("train")
test_x, test_d = read("t10k")
net = torch.nn.Sequential(torch.nn.Linear(784, 100), torch.nn.Sigmoid(), torch.nn.Linear(100, 10))
for layer in (net[0], net[2]):
    torch.nn.init.xavier_uniform_(layer.weight)
    torch.nn.init.zeros_(layer.bias)
optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
loss_function = torch.nn.CrossEntropyLoss()
for epoch in range(1, 31):
    order = torch.randperm(len(train_x))
    for i in range(0, len(order), 16):
        rows = order[i:i + 16]
        optimizer.zero_grad(set_to_none=True)
        loss_function(net(train_x[rows]), train_d[rows]).backward()
        optimizer.step()
    with torch.inference_mode():
        accuracy = (net(test_x).argmax(1) == test_d).float().mean().item()
    if accuracy >= 0.975:
        print(f"  {accuracy:.4f} after {epoch} epochs")
        sys.exit(0)
sys.exit(1)
