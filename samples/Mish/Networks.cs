using System;
using GenNet;

namespace Mish;

/// <summary>784-100-10 with a function of its own on the hidden layer: x tanh(log(1 + e^x)) (Misra, "Mish: A Self Regularized Non-Monotonic Activation Function", 2019).</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 100, nameof(Mish), Init = Init.HeUniform)]
[Dense(10, Activation.Softmax)]
internal sealed partial class MishNet
{
    private static float Mish(float x) => x * MathF.Tanh(MathF.Log(1 + MathF.Exp(x)));
}

/// <summary>The same network with an activation of the library, drawn in the same way.</summary>
[Network(Loss.CrossEntropy)]
[Dense(784, 100, Activation.SiLU, Init = Init.HeUniform)]
[Dense(10, Activation.Softmax)]
internal sealed partial class SiLUNet;
