using System;
using System.Collections.Generic;

namespace GenNet.Benchmarks.Compare;

/// <summary>What is compared: a network, a batch, training or inference.</summary>
/// <param name="Network">Its sizes.</param>
/// <param name="Hidden">PyTorch's name of the hidden activation.</param>
/// <param name="Batch">The rows.</param>
/// <param name="Training">A step of gradient descent, or a forward pass.</param>
/// <param name="Start">Makes our side of it.</param>
internal sealed record Case(int[] Network, string Hidden, int Batch, bool Training, Func<Case, int, ISubject> Start)
{
    public string Name => $"{string.Join('-', Network)} {(Training ? "training step" : "inference")}, batch {Batch}";

    /// <summary>Multiply-adds, the gradient of the inputs not counted.</summary>
    public double MultiplyAdds
    {
        get
        {
            double forward = 0;
            for (int i = 1; i < Network.Length; i++)
                forward += (double)Network[i - 1] * Network[i];
            return Batch * (Training ? 3 * forward - (double)Network[0] * Network[1] : forward);
        }
    }

    public static IEnumerable<Case> All
    {
        get
        {
            yield return New<Net2x2x1>([2, 2, 1], "sigmoid", 4, training: true);
            foreach (int batch in new[] { 1, 32, 128, 1024 })
            {
                yield return New<Net4x32x16x4>([4, 32, 16, 4], "tanh", batch, training: true);
                yield return New<Net784x100x10>([784, 100, 10], "sigmoid", batch, training: true);
                yield return New<Net784x512x512x10>([784, 512, 512, 10], "sigmoid", batch, training: true);
            }

            foreach (int batch in new[] { 1, 1024 })
            {
                yield return New<Net2x2x1>([2, 2, 1], "sigmoid", batch, training: false);
                yield return New<Net4x32x16x4>([4, 32, 16, 4], "tanh", batch, training: false);
                yield return New<Net784x100x10>([784, 100, 10], "sigmoid", batch, training: false);
                yield return New<Net784x512x512x10>([784, 512, 512, 10], "sigmoid", batch, training: false);
            }
        }
    }

    private static Case New<TNet>(int[] network, string hidden, int batch, bool training)
        where TNet : class, INetwork<TNet, float> =>
        new(network, hidden, batch, training, (c, threads) => new GenNetSubject<TNet>(c, threads));
}

/// <summary>One of the compared programs, ready to do the work of a case.</summary>
internal interface ISubject
{
    /// <summary>The outputs for the case's inputs, from the initial weights.</summary>
    float[] Outputs();

    /// <summary>The losses of so many steps of gradient descent from the initial weights, or null where it does not train.</summary>
    float[]? Losses(int steps);

    /// <summary>The seconds that the work takes when it is done so many times.</summary>
    double Time(int times);
}
