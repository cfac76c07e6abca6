using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace GenNet.Gradient.Tests.Sequences;

/// <summary>Rows that have fewer steps than there is room for. What stands behind their length is NaN, so that it shows wherever it counts.</summary>
public class LengthTests
{
    [Fact]
    public void Masked_rows_equal_the_same_rows_cut_short()
    {
        AssertEqualsShort<RecurrentLengthsD, RecurrentShortD, double>(1e-14);
        AssertEqualsShort<RecurrentLengthsF, RecurrentShortF, float>(1e-6);
        AssertEqualsShort<WordsLengthsD, WordsShortD, double>(1e-14);
        AssertEqualsShort<AttentiveLengthsD, AttentiveShortD, double>(1e-13);
        AssertEqualsShort<AttentiveLengthsF, AttentiveShortF, float>(1e-6);
        AssertEqualsShort<EveryStepLengthsD, EveryStepShortD, double>(1e-14);
    }

    [Fact]
    public void Gradients_of_rows_of_all_lengths_agree_with_central_differences()
    {
        AssertGradients<RecurrentLengthsD>();
        AssertGradients<AttentiveLengthsD>();
        AssertGradients<EveryStepLengthsD>();
        AssertGradients<FlatLengthsD>();
        AssertGradients<DistributionLengthsD>();
        AssertGradients<OwnLossLengthsD>();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    public void Gradients_of_each_cell_agree_with_central_differences(int length)
    {
        AssertGradients<SimpleRnnOf40D>(length, length);
        AssertGradients<GruOf40D>(length, length);
        AssertGradients<LstmOf40D>(length, length);
    }

    [Fact]
    public void Gradients_from_the_last_of_many_steps_agree_with_central_differences()
    {
        AssertLast<LastSimpleRnnOf40D>();
        AssertLast<LastGruOf40D>();
        AssertLast<LastLstmOf40D>();
    }

    [Fact]
    public void The_loss_is_the_mean_over_the_steps_that_rows_have()
    {
        AssertMean<EveryStepLengthsD>(length => length);
        AssertMean<OwnLossLengthsD>(length => length);
        AssertMean<RecurrentLengthsD>(_ => 1);
        double[] inputs = Inputs<WordsLengthsD, double>([2, 9, 5]), classes = Targets<WordsLengthsD, double>([2, 9, 5]);
        classes[0] = classes[10] = -1;
        var net = new WordsLengthsD(1);
        double sum = Enumerable.Range(0, 3).Sum(row => net.Evaluate(inputs.AsSpan(row * 10, 10), classes.AsSpan(row * 9, 9)) * new[] { 1, 8, 5 }[row]);
        Assert.Equal(sum / 14, net.Evaluate(inputs, classes), 1e-13);
        Assert.Equal(sum / 14, net.Backward(inputs, classes, net.CreateGradients()), 1e-13);
    }

    [Fact]
    public void Metrics_are_those_of_the_steps_that_rows_have()
    {
        var net = new WordsLengthsD(1);
        int[] lengths = [2, 9, 5];
        double[] inputs = Inputs<WordsLengthsD, double>(lengths), classes = Targets<WordsLengthsD, double>(lengths), outputs = new double[3 * WordsLengthsD.OutputSize];
        net.Forward(inputs, outputs);
        bool[] hits = [.. from row in Enumerable.Range(0, 3) from t in Enumerable.Range(0, lengths[row])
            select OneHot.Decode<double>(outputs.AsSpan((row * 9 + t) * 6, 6)) == (int)classes[row * 9 + t]];
        var data = new Dataset<double>(inputs, classes, 10, 9);
        Assert.Equal(hits.Count(hit => hit) / 16.0, Metrics.Accuracy(net, data));
        Assert.Equal(16, Metrics.Confusion(net, data).Count);
        int[] ofNumbers = [2, 6, 5];
        var numbers = new Dataset<double>(Inputs<EveryStepLengthsD, double>(ofNumbers), Targets<EveryStepLengthsD, double>(ofNumbers), 13, 12);
        Assert.True(double.IsFinite(Metrics.Regression(new EveryStepLengthsD(1), numbers).MeanAbsoluteError));
    }

    [Fact]
    public void Sequences_become_rows_with_their_lengths()
    {
        ReadOnlyMemory<double>[] sequences = [new double[] { 1, 2, 3, 4 }, new double[] { 5, 6 }], targets = [new double[] { 7, 8 }, new double[] { 9 }];
        Dataset<double> data = Dataset<double>.FromSequences(sequences, targets, steps: 3, features: 2, targetSize: 3);
        Assert.Equal([1, 2, 3, 4, 0, 0, 2, 5, 6, 0, 0, 0, 0, 1], data.Inputs.ToArray());
        Assert.Equal([7, 8, 0, 9, 0, 0], data.Targets.ToArray());
        Assert.Contains("Sequence 0 has 4 numbers: expected whole steps of 2, from 1 to 1", Assert.Throws<ArgumentException>(
            () => Dataset<double>.FromSequences(sequences, targets, 1, 2, 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Dataset<double>.FromSequences(sequences, targets, 3, 3, 3));
        Assert.Throws<ArgumentException>(() => Dataset<double>.FromSequences(sequences, targets, 3, 2, 1));
        Assert.Throws<ArgumentException>(() => Dataset<double>.FromSequences(sequences, targets[..1], 3, 2, 3));
        Assert.Throws<ArgumentException>(() => Dataset<double>.FromSequences([], [], 3, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dataset<double>.FromSequences(sequences, targets, 0, 2, 3));
    }

    [Fact]
    public void Steps_of_a_stream_have_no_length()
    {
        var net = new WordsLengthsD(1);
        double[] inputs = Inputs<WordsLengthsD, double>([7]), whole = new double[WordsLengthsD.OutputSize], output = new double[6];
        net.Forward(inputs, whole);
        SequenceState<double> state = net.CreateState();
        for (int t = 0; t < 7; t++)
        {
            net.Step(inputs.AsSpan(t, 1), state, output);
            Assert.All(output.Select((y, j) => (y, j)), pair => Assert.Equal(whole[t * 6 + pair.j], pair.y, 1e-13));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(2.5)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void What_is_no_length_is_refused_and_changes_nothing(double length)
    {
        var net = new EveryStepLengthsD(1);
        double[] inputs = Inputs<EveryStepLengthsD, double>([3, 6]), targets = Targets<EveryStepLengthsD, double>([3, 6]), before = net.Parameters.ToArray();
        inputs[^1] = length;
        Assert.Contains("expected its length there, a whole number of steps from 1 to 6", Assert.Throws<ArgumentException>(() => net.Evaluate(inputs, targets)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => net.Forward(inputs, new double[2 * EveryStepLengthsD.OutputSize]));
        Assert.Throws<ArgumentException>(() => new Trainer<EveryStepLengthsD, double>(net, new Adam<double>(0.1)).Step(inputs, targets));
        Assert.Equal(before, net.Parameters.ToArray());
    }

    /// <summary>Whether the first half of a sequence has the larger sum: nothing behind the length says it.</summary>
    [Fact]
    public void A_network_learns_from_rows_of_all_lengths_on_any_number_of_threads()
    {
        var random = new Random(1);
        float[] inputs = new float[256 * 22], targets = new float[256 * 2];
        for (int row = 0; row < 256; row++)
        {
            int length = 1 + random.Next(7), sign = random.Next(2);
            Span<float> x = inputs.AsSpan(row * 22, 22);
            x.Fill(float.NaN);
            for (int i = 0; i < length * 3; i++)
                x[i] = (sign == 0 ? 0.5f : -0.5f) + random.NextSingle() - 0.5f;
            x[21] = length;
            targets[row * 2 + sign] = 1;
        }

        var data = new Dataset<float>(inputs, targets, 22, 2);
        foreach (int threads in new[] { 1, 2 })
        {
            var net = new RecurrentLengthsF(1);
            new Trainer<RecurrentLengthsF>(net, new Adam(0.01f)).Fit(data, new FitOptions { Epochs = 15, BatchSize = 32, Seed = 1, Threads = threads });
            Assert.InRange(Metrics.Accuracy(net, data), 0.95, 1);
        }
    }

    private static void AssertEqualsShort<TNet, TShort, T>(double tolerance)
        where TNet : class, INetwork<TNet, T>
        where TShort : class, INetwork<TShort, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = TNet.Create(3);
        TShort twin = TShort.Create(3);
        Assert.Equal(twin.Parameters, net.Parameters);
        int size = TShort.InputSize, features = IsOfTokens<TNet, T>() ? 1 : FeaturesOf<TNet, T>(), length = size / features;
        int[] lengths = [length, length, length];
        T[] inputs = Inputs<TNet, T>(lengths), targets = Targets<TNet, T>(lengths);
        T[] shortInputs = Cut(inputs, 3, size), shortTargets = Cut(targets, 3, TShort.TargetSize);

        T[] outputs = new T[3 * TNet.OutputSize], shortOutputs = new T[3 * TShort.OutputSize];
        net.Forward(inputs, outputs);
        twin.Forward(shortInputs, shortOutputs);
        AssertSame(shortOutputs, Cut(outputs, 3, TShort.OutputSize), tolerance);
        Assert.All(Rest(outputs, 3, TShort.OutputSize), y => Assert.Equal(T.Zero, y));
        Assert.Equal(double.CreateTruncating(twin.Evaluate(shortInputs, shortTargets)), double.CreateTruncating(net.Evaluate(inputs, targets)), tolerance);

        T[] gradients = net.CreateGradients(), shortGradients = twin.CreateGradients(), dx = new T[inputs.Length], shortDx = new T[shortInputs.Length];
        double loss = double.CreateTruncating(net.Backward(inputs, targets, gradients, dx));
        Assert.Equal(double.CreateTruncating(twin.Backward(shortInputs, shortTargets, shortGradients, shortDx)), loss, tolerance);
        AssertGradients(gradients, shortGradients, dx, shortDx, size, tolerance);

        T[] dy = Array.ConvertAll(targets.Length == outputs.Length ? targets : outputs, _ => T.CreateTruncating(0.7));
        net.VectorJacobianProduct(inputs, dy, gradients, dx);
        twin.VectorJacobianProduct(shortInputs, Cut(dy, 3, TShort.OutputSize), shortGradients, shortDx);
        AssertGradients(gradients, shortGradients, dx, shortDx, size, tolerance);
    }

    private static void AssertGradients<T>(T[] gradients, T[] shortGradients, T[] dx, T[] shortDx, int size, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AssertSame(shortGradients, gradients, tolerance * 10);
        AssertSame(shortDx, Cut(dx, 3, size), tolerance);
        Assert.All(Rest(dx, 3, size), gradient => Assert.Equal(T.Zero, gradient));
    }

    private static void AssertSame<T>(T[] expected, T[] actual, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(double.CreateTruncating(pair.First), double.CreateTruncating(pair.Second), tolerance));
    }

    private static void AssertGradients<TNet>()
        where TNet : class, INetwork<TNet, double>
    {
        int steps = (TNet.InputSize - 1) / FeaturesOf<TNet, double>();
        AssertGradients<TNet>(1, steps, steps / 2, steps - 1);
    }

    private static void AssertLast<TNet>()
        where TNet : class, INetwork<TNet, double>
    {
        var random = new Random(3);
        double[] inputs = [.. Enumerable.Range(0, 2 * TNet.InputSize).Select(_ => 2 * random.NextDouble() - 1)], targets = [0.3, -0.2, 0.5, 0.9];
        GradientCheck.Run<TNet, double>(TNet.Create(2), inputs, targets, new GradientCheckOptions { AbsoluteTolerance = 1e-7 }).ThrowIfFailed();
    }

    private static void AssertGradients<TNet>(params int[] lengths)
        where TNet : class, INetwork<TNet, double>
    {
        // A step from NaN is none.
        double[] inputs = [.. Inputs<TNet, double>(lengths).Select(number => double.IsNaN(number) ? 7 : number)];
        GradientCheck.Run<TNet, double>(TNet.Create(2), inputs, Targets<TNet, double>(lengths), new GradientCheckOptions { AbsoluteTolerance = 1e-7 }).ThrowIfFailed();
    }

    private static void AssertMean<TNet>(Func<int, int> terms)
        where TNet : class, INetwork<TNet, double>
    {
        int steps = (TNet.InputSize - 1) / FeaturesOf<TNet, double>();
        int[] lengths = [2, steps, 3];
        double[] inputs = Inputs<TNet, double>(lengths), targets = Targets<TNet, double>(lengths);
        TNet net = TNet.Create(1);
        double sum = Enumerable.Range(0, 3).Sum(row => terms(lengths[row])
            * net.Evaluate(inputs.AsSpan(row * TNet.InputSize, TNet.InputSize), targets.AsSpan(row * TNet.TargetSize, TNet.TargetSize)));
        Assert.Equal(sum / lengths.Sum(terms), net.Evaluate(inputs, targets), 1e-13);
    }

    private static bool IsOfTokens<TNet, T>()
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TNet.Layers[0].Kind == "Embedding";

    private static int FeaturesOf<TNet, T>()
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => typeof(TNet).Name switch
        {
            nameof(RecurrentLengthsD) or nameof(RecurrentLengthsF) or nameof(FlatLengthsD) or nameof(SimpleRnnOf40D) or nameof(GruOf40D) or nameof(LstmOf40D) => 3,
            nameof(AttentiveLengthsD) or nameof(AttentiveLengthsF) => 6,
            nameof(WordsLengthsD) => 1,
            _ => 2,
        };

    /// <summary>Rows of some lengths, each with NaN behind its steps and then its length.</summary>
    private static T[] Inputs<TNet, T>(int[] lengths)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(1);
        T[] inputs = Array.ConvertAll(new T[lengths.Length * TNet.InputSize], _ => T.NaN);
        for (int row = 0; row < lengths.Length; row++)
        {
            foreach (ref T number in inputs.AsSpan(row * TNet.InputSize, lengths[row] * FeaturesOf<TNet, T>()))
                number = T.CreateTruncating(IsOfTokens<TNet, T>() ? random.Next(6) : 2 * random.NextDouble() - 1);
            inputs[(row + 1) * TNet.InputSize - 1] = T.CreateTruncating(lengths[row]);
        }

        return inputs;
    }

    /// <summary>Targets; where they are of every step, with NaN behind the length.</summary>
    private static T[] Targets<TNet, T>(int[] lengths)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(2);
        int steps = (TNet.InputSize - 1) / FeaturesOf<TNet, T>(), size = TNet.TargetSize;
        bool areOfSteps = TNet.OutputSize > TNet.StepOutputSize;
        T[] targets = Array.ConvertAll(new T[lengths.Length * size], _ => T.NaN);
        for (int row = 0; row < lengths.Length; row++)
        {
            foreach (ref T number in targets.AsSpan(row * size, areOfSteps ? lengths[row] * (size / steps) : size))
                number = T.CreateTruncating(IsOfTokens<TNet, T>() ? random.Next(6) : random.NextDouble());
        }

        return targets;
    }

    /// <summary>The first numbers of each row.</summary>
    private static T[] Cut<T>(T[] numbers, int rows, int size) => [.. numbers.Chunk(numbers.Length / rows).SelectMany(row => row.Take(size))];

    private static IEnumerable<T> Rest<T>(T[] numbers, int rows, int size) => numbers.Chunk(numbers.Length / rows).SelectMany(row => row.Skip(size));
}
