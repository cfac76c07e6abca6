using System;
using System.Collections.Generic;
using GenNet.CompilerServices;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Convolutions by their definition: a sum over all places of the window, of pixels that are zero outside of the image.</summary>
/// <param name="memory">Where the values stand.</param>
/// <param name="rows">The rows of the block.</param>
internal sealed class InterpretedWindows(Memory memory, int rows)
{
    /// <summary>Images into their frame, which is zero all around.</summary>
    public void Run(Frame op)
    {
        for (int row = 0; row < rows; row++)
        {
            Span<double> to = memory.Row(op.Result, row)[..op.Result.Columns];
            to.Clear();
            (int channels, int height, int width) = op.Of == Framed.Image ? op.Window.Image : (op.Window.Filters, op.Window.Rows.Outputs, op.Window.Columns.Outputs);
            for (int c = 0; c < channels; c++)
            {
                for (int i = 0; i < height; i++)
                {
                    for (int j = 0; j < width; j++)
                        to[op.Of == Framed.Image ? ImagePlace(op.Window, c, i, j) : OutputPlace(op.Window, c, i, j)] = memory[op.Source, row, (c * height + i) * width + j];
                }
            }
        }
    }

    /// <summary>z[f, i, j] = b[f] + s[f] times the sum of W[f, c, u, v] x[c, i + u, j + v].</summary>
    public void Run(WindowProduct op)
    {
        for (int row = 0; row < rows; row++)
        {
            var sums = new double[op.Result.Columns];
            foreach ((int weight, int filter, int output, int? pixel) in Meetings(op.Window))
            {
                if (pixel is { } place)
                    sums[output] += memory[op.Weight, filter, weight] * memory[op.Source, row, place];
            }

            int plane = sums.Length / op.Window.Filters;
            for (int j = 0; j < sums.Length; j++)
                memory[op.Result, row, j] = Scaled(sums[j], op.Scale, op.Bias, j / plane);
        }
    }

    /// <summary>The same for one step of one sequence, and those before it.</summary>
    public void Run(WindowStep op, int place)
    {
        (int span, int kernel, int channels) = (op.Ring.Steps, op.Window.Kernel.Columns, op.Weight.Columns / op.Window.Kernel.Columns);
        memory.Row(op.Taps, 0).Fill(7);
        for (int g = 0; g < op.Sums.Rows; g++)
            memory.Row(op.Sums, g).Fill(7);
        for (int c = 0; c < op.Source.Columns; c++)
            memory[op.Ring, place % span, c] = memory[op.Source, 0, c];
        for (int f = 0; f < op.Window.Filters; f++)
        {
            double sum = 0;
            for (int weight = 0; weight < op.Weight.Columns; weight++)
            {
                int at = place - (kernel - 1 - weight % kernel) * op.Window.Dilation.Columns, channel = f / op.Sums.Columns * channels + weight / kernel;
                sum += at < 0 ? 0 : memory[op.Weight, f, weight] * memory[op.Ring, at % span, channel];
            }

            memory[op.Result, 0, f] = Scaled(sum, null, op.Bias, f);
        }
    }

    /// <summary>y[c, i + u, j + v] += W[f, c, u, v] x[f, i, j] from y = b[c]; with a stride, to the phases of y.</summary>
    public void Run(TransposedWindowProduct op)
    {
        Window window = op.Window;
        int plane = window.Image.Rows * window.Image.Columns, outputs = window.Rows.Outputs * window.Columns.Outputs;
        for (int row = 0; row < rows; row++)
        {
            var sums = new Dictionary<int, double>();
            foreach ((int weight, int filter, int output, int? pixel) in Meetings(window))
            {
                int at = output % outputs;
                if (pixel is { } place)
                    sums[place] = sums.GetValueOrDefault(place) + memory[op.Weight, filter, weight] * memory[op.Source, row, OutputPlace(window, filter, at / window.Columns.Outputs, at % window.Columns.Outputs)];
            }

            memory.Row(op.Result, row)[..op.Result.Columns].Clear();
            for (int k = 0; k < window.Image.Channels * plane; k++)
            {
                (int c, int i, int j) = (k / plane, k % plane / window.Image.Columns, k % window.Image.Columns);
                double sum = Scaled(sums.GetValueOrDefault(ImagePlace(window, c, i, j)), op.Scale, op.Bias, c);
                memory[op.Result, row, window.Phases == 1 ? k : PhasePlace(window, c, i, j)] = sum;
            }
        }
    }

    private double Scaled(double sum, Value? scale, Value? bias, int channel) =>
        sum * (scale is null ? 1 : memory[scale, 0, channel]) + (bias is null ? 0 : memory[bias, 0, channel]);

    public void Run(JoinPhases op)
    {
        (int channels, int height, int width) = op.Window.Image;
        for (int row = 0; row < rows; row++)
        {
            for (int k = 0; k < channels * height * width; k++)
                memory[op.Result, row, k] = memory[op.Source, row, PhasePlace(op.Window, k / (height * width), k / width % height, k % width)];
        }
    }

    /// <summary>dW[f, c, u, v] += the sum of dz[f, i, j] x[c, i + u, j + v].</summary>
    public void Run(WindowGradient op, bool isFirst)
    {
        Window window = op.Window;
        int outputs = window.Rows.Outputs * window.Columns.Outputs;
        if (isFirst)
        {
            for (int f = 0; f < op.Result.Rows; f++)
                memory.Row(op.Result, f).Clear();
        }

        for (int row = 0; row < rows; row++)
        {
            foreach ((int weight, int filter, int output, int? pixel) in Meetings(window))
            {
                int at = output % outputs;
                double dz = memory[op.Gradient, row, OutputPlace(window, filter, at / window.Columns.Outputs, at % window.Columns.Outputs)];
                if (pixel is { } place)
                    memory[op.Result, filter, weight] += dz * memory[op.Source, row, place];
            }
        }
    }

    public void Run(FramedSum op, bool isFirst)
    {
        Window window = op.Window;
        Sum(op.Result, isFirst, window.Filters, window.Rows.Outputs * window.Columns.Outputs, (row, f, at) =>
            memory[op.Gradient, row, OutputPlace(window, f, at / window.Columns.Outputs, at % window.Columns.Outputs)]);
    }

    public void Run(PlaneSum op, bool isFirst)
    {
        int plane = op.Gradient.Columns / op.Result.Columns;
        Sum(op.Result, isFirst, op.Result.Columns, plane, (row, c, at) => memory[op.Gradient, row, c * plane + at]);
    }

    private void Sum(Value result, bool isFirst, int planes, int plane, Func<int, int, int, double> number)
    {
        if (isFirst)
            memory.Row(result, 0).Clear();
        for (int c = 0; c < planes; c++)
        {
            for (int row = 0; row < rows; row++)
            {
                for (int at = 0; at < plane; at++)
                    memory[result, 0, c] += number(row, c, at);
            }
        }
    }

    /// <summary>Every weight at every output: the filter, the number of the weight within it, the output, and the pixel in its frame, which is null where it is none of the image.</summary>
    private static IEnumerable<(int Weight, int Filter, int Output, int? Pixel)> Meetings(Window window)
    {
        (int height, int width) = (window.Rows.Outputs, window.Columns.Outputs);
        for (int filter = 0; filter < window.Filters; filter++)
        {
            for (int at = 0; at < height * width; at++)
            {
                for (int weight = 0; weight < window.GroupChannels * window.Taps; weight++)
                {
                    int channel = filter / window.GroupFilters * window.GroupChannels + weight / window.Taps, tap = weight % window.Taps;
                    int i = at / width * window.Stride.Rows + tap / window.Kernel.Columns * window.Dilation.Rows - window.Padding.Rows;
                    int j = at % width * window.Stride.Columns + tap % window.Kernel.Columns * window.Dilation.Columns - window.Padding.Columns;
                    bool isInside = i >= 0 && i < window.Image.Rows && j >= 0 && j < window.Image.Columns;
                    yield return (weight, filter, filter * height * width + at, isInside ? ImagePlace(window, channel, i, j) : null);
                }
            }
        }
    }

    /// <summary>Where a pixel stands in the frame of the images.</summary>
    private static int ImagePlace(Window window, int channel, int i, int j)
    {
        (int y, int x) = (i + window.Padding.Rows, j + window.Padding.Columns);
        int phase = y % window.Stride.Rows * window.Stride.Columns + x % window.Stride.Columns;
        return (channel * window.Phases + phase) * window.PhasePlane + y / window.Stride.Rows * window.Columns.PhaseSize + x / window.Stride.Columns;
    }

    /// <summary>Where a number of the output's gradient stands in its frame.</summary>
    private static int OutputPlace(Window window, int filter, int i, int j) =>
        window.FramedLead + filter * window.FramedPlane + (window.Rows.Before + i) * window.Columns.FramedRow + j;

    /// <summary>Where a pixel stands in the phases of the images' gradient.</summary>
    private static int PhasePlace(Window window, int channel, int i, int j)
    {
        (int y, int x) = (window.Stride.Rows == 1 ? i : i + window.Padding.Rows, window.Stride.Columns == 1 ? j : j + window.Padding.Columns);
        int phase = y % window.Stride.Rows * window.Stride.Columns + x % window.Stride.Columns;
        return ((channel * window.Phases + phase) * window.Rows.Inner + y / window.Stride.Rows) * window.Columns.Inner + x / window.Stride.Columns;
    }
}
