"""Which BLAS computes PyTorch's matrix products, and with which kernels: it decides its speed. As a program: a JSON line, with the file of
OpenBLAS where it is that."""
import ctypes
import json
import os

import torch


def mapped(name):
    """The path of a library that this process has loaded, or None."""
    if not os.path.exists("/proc/self/maps"):
        return None
    with open("/proc/self/maps") as maps:
        paths = (line.split()[-1] for line in maps if ".so" in line)
        return next((path for path in paths if os.path.basename(path).startswith(name)), None)


def openblas_says(function):
    library = ctypes.CDLL(mapped("libopenblas"))
    getattr(library, function).restype = ctypes.c_char_p
    return getattr(library, function)().decode()


def describe():
    """Its name, and where it is OpenBLAS also the processor that its kernels are for."""
    if mapped("libopenblas"):
        return f"{' '.join(openblas_says('openblas_get_config').split()[:2])} for {openblas_says('openblas_get_corename')}"
    if mapped("libblas.so"):
        return "reference BLAS"
    return "MKL" if torch.backends.mkl.is_available() else "its own BLAS"


if __name__ == "__main__":
    print(json.dumps({"name": describe(), "openBlas": mapped("libopenblas")}))
