using System;
using System.Linq;
using System.Numerics;

namespace GenNet.Fuzz.Sequences;

/// <summary>What must hold of an emitted network of sequences.</summary>
internal sealed class SequenceComparison<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SequenceCase _case;
    private readonly TNet _net;

    public SequenceComparison(SequenceCase network)
    {
        _case = network;
        _net = Drawn<TNet, T>(network.Seed);
    }

    private static double Tolerance => typeof(T) == typeof(float) ? 3e-4 : 1e-10;

    /// <summary>A network whose biases are no zeros.</summary>
    public static TAny Drawn<TAny, TNumber>(int seed)
        where TAny : class, INetwork<TAny, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        TAny net = TAny.Create(seed);
        var random = new RandomStream((ulong)seed, 99);
        foreach (TensorInfo tensor in TAny.Layout.Tensors)
            TAny.Layout.Write<TNumber>(net.Parameters, tensor.Name, [.. TAny.Layout.Read<TNumber>(net.Parameters, tensor.Name).Select(number => number + TNumber.CreateTruncating(0.1 * random.NextGaussian()))]);
        return net;
    }

    /// <summary>A batch of rows of many lengths, in several blocks, is its rows one by one.</summary>
    public void RowsAreTheirOwn()
    {
        int rows = _case.Rows > 8 ? _net.Memory.BlockRows + 3 : _case.Rows;
        var random = new RandomStream((ulong)_case.Seed, 5);
        var batch = new SequenceBatch<TNet, T>(_case, [.. Enumerable.Range(0, rows).Select(_ => _case.HasLengths ? 1 + random.NextInt(_case.Steps) : _case.Steps)], 1);
        T[] outputs = Junk(rows * TNet.OutputSize), gradients = Junk(_net.Parameters.Length), dx = Junk(batch.Inputs.Length), product = Junk(gradients.Length), productDx = Junk(dx.Length);
        _net.Forward(batch.Inputs, outputs);
        double loss = double.CreateTruncating(_net.Backward(batch.Inputs, batch.Targets, gradients, dx)), evaluated = double.CreateTruncating(_net.Evaluate(batch.Inputs, batch.Targets));
        _net.VectorJacobianProduct(batch.Inputs, batch.OutputGradients, product, productDx);

        double terms = Math.Max(1, Enumerable.Range(0, rows).Sum(batch.TermsOf)), sum = 0;
        double[] sums = new double[gradients.Length], products = new double[gradients.Length];
        for (int row = 0; row < rows; row++)
        {
            T[] one = Junk(TNet.OutputSize), own = Junk(gradients.Length), ownDx = Junk(TNet.InputSize);
            T[] x = batch.InputsOf(row), dy = batch.OutputGradients[(row * TNet.OutputSize)..((row + 1) * TNet.OutputSize)];
            _net.Forward(x, one);
            Close($"outputs of row {row}", one, outputs.AsSpan(row * TNet.OutputSize, TNet.OutputSize));
            double weight = batch.TermsOf(row) / terms;
            sum += weight * double.CreateTruncating(_net.Backward(x, batch.TargetsOf(row), own, ownDx));
            Close($"dx of row {row}", [.. ownDx.Select(number => T.CreateTruncating(weight) * number)], dx.AsSpan(row * TNet.InputSize, TNet.InputSize));
            Add(sums, own, weight);
            _net.VectorJacobianProduct(x, dy, own, ownDx);
            Close($"product's dx of row {row}", ownDx, productDx.AsSpan(row * TNet.InputSize, TNet.InputSize));
            Add(products, own, 1);
        }

        Close("loss", [T.CreateTruncating(sum)], [T.CreateTruncating(loss)]);
        Close("evaluated loss", [T.CreateTruncating(sum)], [T.CreateTruncating(evaluated)]);
        Close("gradients", [.. sums.Select(T.CreateTruncating)], gradients);
        Close("product", [.. products.Select(T.CreateTruncating)], product);
    }

    /// <summary>Rows of one length are those of a network of so many steps.</summary>
    public void EqualsShort<TShort>()
        where TShort : class, INetwork<TShort, T>
    {
        int rows = Math.Min(_case.Rows, 5), length = _case.Short;
        TShort twin = TShort.Create(0);
        foreach (TensorInfo tensor in TShort.Layout.Tensors)
            TShort.Layout.Write<T>(twin.Parameters, tensor.Name, TNet.Layout.Read<T>(_net.Parameters, tensor.Name).AsSpan(0, tensor.Count));
        var batch = new SequenceBatch<TNet, T>(_case, [.. Enumerable.Repeat(length, rows)], 2);
        T[] x = Cut(batch.Inputs, rows, TShort.InputSize), d = Cut(batch.Targets, rows, TShort.TargetSize), dy = Cut(batch.OutputGradients, rows, TShort.OutputSize);
        T[] outputs = Junk(rows * TNet.OutputSize), expected = Junk(rows * TShort.OutputSize);
        _net.Forward(batch.Inputs, outputs);
        twin.Forward(x, expected);
        Same("outputs", expected, outputs, rows);

        T[] gradients = Junk(_net.Parameters.Length), ownGradients = Junk(twin.Parameters.Length), dx = Junk(batch.Inputs.Length), ownDx = Junk(x.Length);
        T loss = twin.Backward(x, d, ownGradients, ownDx);
        Close("short loss", [loss], [_net.Backward(batch.Inputs, batch.Targets, gradients, dx)]);
        Close("short evaluation", [loss], [_net.Evaluate(batch.Inputs, batch.Targets)]);
        SameGradients<TShort>(ownGradients, gradients);
        Same("dx", ownDx, dx, rows);
        _net.VectorJacobianProduct(batch.Inputs, batch.OutputGradients, gradients, dx);
        twin.VectorJacobianProduct(x, dy, ownGradients, ownDx);
        SameGradients<TShort>(ownGradients, gradients);
        Same("product's dx", ownDx, dx, rows);
    }

    /// <summary>Pieces that carry their state have the losses of the whole.</summary>
    public void CarriesTo<TTwice>()
        where TTwice : class, INetwork<TTwice, T>
    {
        int rows = _case.Rows;
        TTwice whole = TTwice.Create(0);
        Assert.Equal(TTwice.Layout.Length, TNet.Layout.Length);
        _net.Parameters.CopyTo(whole.Parameters);
        var first = new SequenceBatch<TNet, T>(_case, [.. Enumerable.Repeat(_case.Steps, rows)], 3);
        var second = new SequenceBatch<TNet, T>(_case, first.Lengths, 4);
        CarriedState<T> carried = _net.CreateCarriedState(rows);
        T[] gradients = Junk(_net.Parameters.Length);
        double a = double.CreateTruncating(_net.Backward(first.Inputs, first.Targets, gradients, carried)), b = double.CreateTruncating(_net.Backward(second.Inputs, second.Targets, gradients, carried));
        double terms = Enumerable.Range(0, rows).Sum(first.TermsOf), others = Enumerable.Range(0, rows).Sum(second.TermsOf);
        T[] Joined(T[] one, T[] other) => [.. one.Chunk(one.Length / rows).Zip(other.Chunk(other.Length / rows)).SelectMany(pair => pair.First.Concat(pair.Second))];
        double together = double.CreateTruncating(whole.Evaluate(Joined(first.Inputs, second.Inputs), Joined(first.Targets, second.Targets)));
        Close("carried losses", [T.CreateTruncating(together)], [T.CreateTruncating((a * terms + b * others) / Math.Max(1, terms + others))]);
    }

    /// <summary>Any number of threads trains what one trains.</summary>
    public void ThreadsAgree()
    {
        int rows = Math.Max(_case.Rows, 12);
        var random = new RandomStream((ulong)_case.Seed, 6);
        var batch = new SequenceBatch<TNet, T>(_case, [.. Enumerable.Range(0, rows).Select(_ => _case.HasLengths ? 1 + random.NextInt(_case.Steps) : _case.Steps)], 7);
        var data = new Dataset<T>(batch.Inputs, batch.Targets, TNet.InputSize, TNet.TargetSize);
        foreach (bool isDescent in new[] { true, false })
        {
            T[][] trained = [.. new[] { 1, 2 }.Select(threads =>
            {
                TNet net = TNet.Create(0);
                _net.Parameters.CopyTo(net.Parameters);
                IOptimizer<T> optimizer = isDescent ? new Sgd<T>(T.CreateTruncating(0.01)) : new Momentum<T>(T.CreateTruncating(0.01));
                new Trainer<TNet, T>(net, optimizer).Fit(data, new FitOptions<T> { Epochs = 2, BatchSize = rows - 1, Threads = threads, Seed = 3 });
                return net.Parameters.ToArray();
            })];
            Close("two threads", trained[0], trained[1]);
        }
    }

    private void SameGradients<TShort>(T[] expected, T[] actual)
        where TShort : class, INetwork<TShort, T>
    {
        foreach (TensorInfo tensor in TShort.Layout.Tensors)
        {
            T[] of = TNet.Layout.Read<T>(actual.AsSpan(), tensor.Name);
            Close("short d " + tensor.Name, TShort.Layout.Read<T>(expected.AsSpan(), tensor.Name), of.AsSpan(0, tensor.Count));
            Assert.All(of.Skip(tensor.Count), number => Assert.Equal(T.Zero, number));
        }
    }

    private static void Same(string what, T[] expected, T[] actual, int rows)
    {
        Close("short " + what, expected, Cut(actual, rows, expected.Length / rows));
        Assert.All(actual.Chunk(actual.Length / rows).SelectMany(row => row.Skip(expected.Length / rows)), number => Assert.Equal(T.Zero, number));
    }

    private static T[] Cut(T[] numbers, int rows, int size) => [.. numbers.Chunk(numbers.Length / rows).SelectMany(row => row.Take(size))];

    private static T[] Junk(int count) => [.. Enumerable.Repeat(T.NaN, count)];

    private static void Add(double[] sums, T[] numbers, double weight)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] += weight * double.CreateTruncating(numbers[i]);
    }

    public static void Close(string what, ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double size = 1e-2;
        foreach (T number in expected)
            size = Math.Max(size, Math.Abs(double.CreateTruncating(number)));
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(double.CreateTruncating(expected[i] - actual[i]));
            Assert.True(difference <= Tolerance * size, $"{typeof(T).Name}: {what}, number {i}: expected {expected[i]}, is {actual[i]}");
        }
    }
}
