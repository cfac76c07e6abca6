using System;
using GenNet.CompilerServices;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Convolutions as PyTorch's documentation defines them, with the parameters of a layer.</summary>
/// <param name="window">The geometry.</param>
/// <param name="weight">A weight by filter and number within the filter.</param>
/// <param name="bias">The bias of a channel of the result.</param>
internal sealed class PlainConvolution(Window window, Func<int, int, double> weight, Func<int, double> bias)
{
    /// <summary>z[f, i, j] = b[f] + the sum over c, u, v of W[f, c, u, v] x[c, s i + d u - p, s j + d v - p].</summary>
    public double[] Of(double[] x)
    {
        var z = new double[window.Filters * window.Rows.Outputs * window.Columns.Outputs];
        ForEach((filter, number, output, pixel) => z[output] += weight(filter, number) * x[pixel]);
        for (int k = 0; k < z.Length; k++)
            z[k] += bias(k / (window.Rows.Outputs * window.Columns.Outputs));
        return z;
    }

    /// <summary>z[c, s i + d u - p, s j + d v - p] += W[f, c, u, v] x[f, i, j] from z = b[c].</summary>
    public double[] Transposed(double[] x)
    {
        var z = new double[window.Image.Channels * window.Image.Rows * window.Image.Columns];
        ForEach((filter, number, output, pixel) => z[pixel] += weight(filter, number) * x[output]);
        for (int k = 0; k < z.Length; k++)
            z[k] += bias(k / (window.Image.Rows * window.Image.Columns));
        return z;
    }

    /// <summary>A matrix, its rows for its columns.</summary>
    public static double[] Turned(double[] x, int height, int width)
    {
        var turned = new double[x.Length];
        for (int k = 0; k < x.Length; k++)
            turned[k % width * height + k / width] = x[k];
        return turned;
    }

    private void ForEach(Action<int, int, int, int> meet)
    {
        (int channels, int height, int width) = window.Image;
        (int perGroup, int filters) = (channels / window.Groups, window.Filters / window.Groups);
        for (int f = 0; f < window.Filters; f++)
        {
            for (int i = 0; i < window.Rows.Outputs; i++)
            {
                for (int j = 0; j < window.Columns.Outputs; j++)
                {
                    for (int number = 0; number < perGroup * window.Taps; number++)
                    {
                        int c = f / filters * perGroup + number / window.Taps, u = number % window.Taps / window.Kernel.Columns, v = number % window.Kernel.Columns;
                        int y = window.Stride.Rows * i + window.Dilation.Rows * u - window.Padding.Rows, x = window.Stride.Columns * j + window.Dilation.Columns * v - window.Padding.Columns;
                        if (y >= 0 && y < height && x >= 0 && x < width)
                            meet(f, number, (f * window.Rows.Outputs + i) * window.Columns.Outputs + j, (c * height + y) * width + x);
                    }
                }
            }
        }
    }
}
