using System;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Convolutions of random geometries.</summary>
internal static class RandomConvolutions
{
    /// <summary>A layer of any kind with another one behind it, so that all of its gradients are needed.</summary>
    /// <param name="random">What it is drawn from.</param>
    /// <param name="activation">The activation of the layer.</param>
    /// <param name="next">What follows it.</param>
    public static string Declaration(Random random, string activation = "Tanh", string next = "")
    {
        int groups = random.Next(1, 4), channels = groups * random.Next(1, 3), filters = groups * random.Next(1, 3);
        int stride = random.Next(1, 4), padding = random.Next(4), dilation = random.Next(1, 3), kernel = random.Next(1, 5), other = random.Next(1, 5);
        int least = dilation * (Math.Max(kernel, other) - 1) + 1;
        string geometry = $"Stride = {stride}, Padding = {padding}, Dilation = {dilation}, Groups = {groups}{(random.Next(4) == 0 ? ", Bias = false" : "")}";
        string precision = random.Next(2) == 0 ? "" : "(Precision = Precision.Double)";
        int Size() => Math.Max(1, least - 2 * padding) + random.Next(5);
        switch (random.Next(4))
        {
            case 0 when random.Next(2) == 0:
                return $"[Network{precision}] [Input({random.Next(1, 9)}, {channels})] [Conv1D({filters}, {kernel}, Activation.{activation}, Causal = true, Dilation = {dilation}, Groups = {groups})]{next} "
                    + "[Flatten] [Dense(2)]";
            case 0:
                return $"[Network{precision}] [Input({Size()}, {channels})] [Conv1D({filters}, {kernel}, Activation.{activation}, {geometry})]{next} [Flatten] [Dense(2)]";
            case 1:
                // As large that what its padding takes away is there.
                int rows = 2 * padding / stride + random.Next(2, 5), columns = 2 * padding / stride + random.Next(2, 5);
                return $"[Network{precision}] [Input({channels}, {rows}, {columns})] [ConvTranspose2D({filters}, {kernel}, {other}, Activation.{activation}, {geometry}, OutputPadding = {random.Next(stride)})]{next} "
                    + "[Flatten] [Dense(2)]";
            default:
                return $"[Network{precision}] [Input({channels}, {Size()}, {Size()})] [Conv2D({filters}, {kernel}, {other}, Activation.{activation}, {geometry})]{next} [Conv2D(2, 1)] [Flatten] [Dense(2)]";
        }
    }
}
