using System;
using System.Linq;
using System.Numerics;

namespace GenNet.Fuzz.Networks;

/// <summary>One network, emitted and naive, on the same parameters, inputs, targets and masks.</summary>
internal sealed class Comparison<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double LearningRate = 0.125;

    private readonly NetworkCase _case;
    private readonly TNet _net;

    public Comparison(NetworkCase network)
    {
        _case = network;
        _net = TNet.Create(network.Seed);
        FillPadding();
        var random = new RandomStream((ulong)network.Seed, 1);
        foreach (TensorInfo bias in TNet.Layout.Tensors.Where(tensor => tensor.Role == TensorRole.Bias))
            TNet.Layout.Write<T>(_net.Parameters, bias.Name, [.. Enumerable.Range(0, bias.Count).Select(_ => T.CreateTruncating(0.3 * random.NextGaussian()))]);
    }

    /// <summary>In units of what is compared; a wrong term is larger by orders of magnitude.</summary>
    private static double Tolerance => typeof(T) == typeof(float) ? 1e-4 : 1e-11;

    /// <summary>Nearer to a kink than this, roundings may decide the side.</summary>
    private static double Margin => typeof(T) == typeof(float) ? 2e-5 : 1e-12;

    public void Run()
    {
        foreach (int rows in _case.Rows)
        {
            NaiveNetwork naive = Naive();
            var noise = new DropoutNoise((ulong)_case.Seed);
            double[][][] masks = [.. _case.Layers.Select((layer, i) => layer.Kind == "Dropout" ? Masks(layer, i + 1, rows, noise) : [])];
            if (Draw(naive, rows, masks) is not { } batch)
                continue;
            Compare(naive, rows, batch.Inputs, batch.Targets, noise, masks);
            CompareVectorJacobian(rows, batch.Inputs, noise, masks);
        }
    }

    private NaiveNetwork Naive() => new(_case, name => Doubles(TNet.Layout.Read<T>(_net.Parameters, name)));

    private void Compare(NaiveNetwork naive, int rows, double[][] x, double[][] d, DropoutNoise noise, double[][][] masks)
    {
        T[] inputs = Numbers(x), targets = Numbers(d), outputs = new T[rows * _case.Outputs];
        _net.Forward(inputs, outputs);
        Close($"outputs of {rows} rows", [.. x.SelectMany(naive.Outputs)], outputs, null);
        double[] losses = [.. x.Zip(d, (row, target) => naive.Loss(row, target, null))];
        Close($"loss of Evaluate of {rows} rows", [losses.Average()], [_net.Evaluate(inputs, targets)], [losses.Average(Math.Abs)]);

        // What the buffers hold before must not matter.
        T[] gradients = _net.CreateGradients(), inputGradients = new T[inputs.Length];
        Array.Fill(gradients, T.NaN);
        Array.Fill(inputGradients, T.NaN);
        Workspace<T> workspace = TNet.CreateWorkspace();
        workspace.Noise = noise;
        T loss = _net.Backward(inputs, targets, gradients, inputGradients, workspace);

        (double Loss, double[] InputGradients, double[] InputSizes)[] expected =
            [.. Enumerable.Range(0, rows).Select(row => naive.Backward(x[row], d[row], 1.0 / rows, layer => masks[layer][row]))];
        Close($"loss of Backward of {rows} rows", [expected.Average(row => row.Loss)], [loss], [expected.Average(row => Math.Abs(row.Loss))]);
        Close($"input gradients of {rows} rows", [.. expected.SelectMany(row => row.InputGradients)], inputGradients, [.. expected.SelectMany(row => row.InputSizes)]);
        CompareGradients(naive, $"of {rows} rows", gradients);
        if (!TNet.HasDropout)
            CompareStep(inputs, targets, gradients);
    }

    /// <summary>The way back from gradients of the outputs that come from anywhere.</summary>
    private void CompareVectorJacobian(int rows, double[][] x, DropoutNoise noise, double[][][] masks)
    {
        var random = new RandomStream((ulong)_case.Seed, 3);
        double[][] dy = [.. x.Select(_ => Enumerable.Range(0, _case.Outputs).Select(_ => Stored(random.NextGaussian())).ToArray())];
        T[] gradients = _net.CreateGradients(), inputGradients = new T[rows * _case.Inputs];
        Array.Fill(gradients, T.NaN);
        Array.Fill(inputGradients, T.NaN);
        Workspace<T> workspace = TNet.CreateWorkspace();
        workspace.Noise = noise;
        _net.VectorJacobianProduct(Numbers(x), Numbers(dy), gradients, inputGradients, workspace);

        NaiveNetwork naive = Naive();
        (double[] InputGradients, double[] InputSizes)[] expected =
            [.. Enumerable.Range(0, rows).Select(row => naive.VectorJacobianProduct(x[row], dy[row], layer => masks[layer][row]))];
        Close($"input gradients of outputs' gradients of {rows} rows",
            [.. expected.SelectMany(row => row.InputGradients)], inputGradients, [.. expected.SelectMany(row => row.InputSizes)]);
        CompareGradients(naive, $"of outputs' gradients of {rows} rows", gradients);
    }

    private static void CompareGradients(NaiveNetwork naive, string of, T[] gradients)
    {
        foreach (string name in TNet.Layout.Names)
            Close($"gradient of {name} {of}", naive.Gradients[name], TNet.Layout.Read<T>(gradients.AsSpan(), name), naive.Sizes[name]);
        PaddingIsZero(gradients, of);
    }

    /// <summary>A step adds the gradients to the parameters, by a way of its own where there are few rows; whoever reads the parameters afterwards finds both right.</summary>
    private void CompareStep(T[] inputs, T[] targets, T[] gradients)
    {
        T[] before = _net.Parameters.ToArray();
        new Trainer<TNet, T>(_net, new Sgd<T>(T.CreateTruncating(LearningRate))).Step(inputs, targets);
        foreach (string name in TNet.Layout.Names)
        {
            double[] old = Doubles(TNet.Layout.Read<T>(before.AsSpan(), name)), by = Doubles(TNet.Layout.Read<T>(gradients.AsSpan(), name));
            double[] stepped = [.. old.Zip(by, (parameter, gradient) => parameter - (LearningRate * gradient))];
            Close($"{name} after a step", stepped, TNet.Layout.Read<T>(_net.Parameters, name), [.. old.Zip(by, (parameter, gradient) => Math.Abs(parameter) + Math.Abs(gradient))]);
        }

        before.CopyTo(_net.Parameters);
    }

    private void FillPadding()
    {
        T[] drawn = _net.Parameters.ToArray();
        _net.Parameters.Fill(T.CreateTruncating(_case.Junk));
        foreach (string name in TNet.Layout.Names)
            TNet.Layout.Write<T>(_net.Parameters, name, TNet.Layout.Read<T>(drawn.AsSpan(), name));
    }

    private static void PaddingIsZero(T[] gradients, string of)
    {
        T[] padding = [.. gradients];
        foreach (TensorInfo tensor in TNet.Layout.Tensors)
            TNet.Layout.Write<T>(padding.AsSpan(), tensor.Name, new T[tensor.Count]);
        int at = Array.FindIndex(padding, number => !number.Equals(T.Zero));
        Assert.True(at < 0, $"padding of the gradients {of}: {(at < 0 ? default : padding[at])} at {at}");
    }

    /// <summary>Rows that are not at a kink, where the side would be a matter of rounding; null where none are found.</summary>
    private (double[][] Inputs, double[][] Targets)? Draw(NaiveNetwork naive, int rows, double[][][] masks)
    {
        var random = new RandomStream((ulong)_case.Seed, 2 + (ulong)rows);
        double[][] inputs = new double[rows][], targets = new double[rows][];
        for (int row = 0; row < rows; row++)
        {
            int at = row;
            double Distance() => Math.Min(
                naive.DistanceFromKink(inputs[at], targets[at], null), naive.DistanceFromKink(inputs[at], targets[at], layer => masks[layer][at]));
            int tries = 0;
            do
            {
                if (tries++ == 30)
                    return null;
                inputs[row] = [.. Enumerable.Range(0, _case.Inputs).Select(_ => Stored(random.NextDouble() < 0.2 ? 0 : random.NextGaussian()))];
                targets[row] = Target(random);
            }
            while (Distance() < Margin);
        }

        return (inputs, targets);
    }

    private double[] Target(RandomStream random)
    {
        var target = new double[_case.Outputs];
        if (_case.Targets == "one-hot")
        {
            target[random.NextInt(target.Length)] = 1;
            return target;
        }

        for (int j = 0; j < target.Length; j++)
            target[j] = _case.Targets == "numbers" ? Stored(random.NextGaussian()) : random.NextDouble();
        double sum = target.Sum();
        return _case.Targets == "numbers" ? target : [.. target.Select(value => Stored(value / sum))];
    }

    private static double[][] Masks(LayerCase layer, int number, int rows, DropoutNoise noise)
    {
        var mask = new T[rows * layer.Outputs];
        noise.Mask(rows, Math.Max(1, (int)Math.Round((1 - layer.Rate) * 65536)), number, new CompilerServices.Rows<T>(ref mask[0], layer.Outputs, layer.Outputs));
        return [.. mask.Chunk(layer.Outputs).Select(Doubles)];
    }

    private static void Close(string what, double[] expected, T[] actual, double[]? sizes)
    {
        Assert.Equal(expected.Length, actual.Length);
        double size = Math.Max(sizes?.Max() ?? expected.Max(Math.Abs), 1e-3);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(expected[i] - double.CreateTruncating(actual[i]));
            Assert.True(difference <= Tolerance * size, $"{what}, number {i}: naive loops have {expected[i]:R}, the network {actual[i]}");
        }
    }

    private static double Stored(double value) => double.CreateTruncating(T.CreateTruncating(value));

    private static double[] Doubles(T[] values) => [.. values.Select(double.CreateTruncating)];

    private static T[] Numbers(double[][] rows) => [.. rows.SelectMany(row => row).Select(T.CreateTruncating)];
}
