using System;
using System.Linq;
using System.Reflection;

namespace GenNet.Gradient.Tests.UserFunctions;

/// <summary>Activations and losses of the user's: their gradients, and that they are what the user's methods compute.</summary>
public class FunctionTests
{
    public static TheoryData<string> Networks => new(typeof(FunctionTests).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(FunctionTests).Namespace && type.GetCustomAttribute<NetworkAttribute>() is { Precision: Precision.Double })
        .Select(type => type.Name).Order());

    [Fact]
    public void There_are_as_many_networks_as_cases() => Assert.Equal(67, Networks.Count);

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_gradient_agrees_with_central_differences(string network) => Call(nameof(Check), Type.GetType($"{typeof(FunctionTests).Namespace}.{network}", throwOnError: true)!);

    [Fact]
    public void The_emitted_function_is_the_method()
    {
        AssertIs<PlainEverything>(MyFunctions.Everything);
        AssertIs<PlainConditions>(MyFunctions.Conditions);
        AssertIs<PlainPiecewise>(MyFunctions.Piecewise);
        AssertIs<PlainPolynomial>(MyFunctions.Polynomial);
        AssertIs<PlainPowers>(x => MyFunctions.Powers(x, 1.7));
    }

    [Fact]
    public void A_loss_is_summed_over_the_outputs_and_is_the_mean_over_the_samples()
    {
        (double[] inputs, double[] targets, LoopsLogCoshSigmoid net) = Batch<LoopsLogCoshSigmoid>(13);
        double[] outputs = new double[13 * 18];
        net.Forward(inputs, outputs);
        Assert.Equal(outputs.Zip(targets, MyFunctions.LogCosh).Sum() / 13, net.Evaluate(inputs, targets), 1e-12);

        (inputs, targets, ManyCosineSigmoid row) = Batch<ManyCosineSigmoid>(13);
        row.Forward(inputs, outputs);
        double expected = Enumerable.Range(0, 13).Average(i => MyFunctions.Cosine(outputs.AsSpan(i * 18, 18), targets.AsSpan(i * 18, 18)));
        Assert.Equal(expected, row.Evaluate(inputs, targets), 1e-12);
        Assert.Equal(expected, row.Backward(inputs, targets, new double[ManyCosineSigmoid.Layout.Length]), 1e-12);
    }

    [Fact]
    public void Huber_of_the_users_is_Huber()
    {
        (double[] inputs, double[] targets, LoopsMyHuberIdentity own) = Batch<LoopsMyHuberIdentity>(9);
        var library = new LibraryHuber(seed: 7);
        own.Parameters.CopyTo(library.Parameters);

        // That of the library is the mean over the 18 outputs.
        Assert.Equal(18 * library.Evaluate(inputs, targets), own.Evaluate(inputs, targets), 1e-12);
        double[] first = new double[LibraryHuber.Layout.Length], second = new double[LibraryHuber.Layout.Length];
        library.Backward(inputs, targets, first);
        own.Backward(inputs, targets, second);
        Assert.All(first.Zip(second), pair => Assert.Equal(18 * pair.First, pair.Second, 1e-13));
    }

    [Fact]
    public void SiLU_of_the_users_is_SiLU_to_the_last_bit()
    {
        var library = new LibrarySiLU(seed: 3);
        var own = new OwnSiLU(seed: 3);
        float[] inputs = [.. Draw(5 * 20, 1).Select(x => (float)(3 * x))], targets = [.. Draw(5 * 4, 2).Select(x => (float)x)];
        float[] first = new float[LibrarySiLU.Layout.Length], second = new float[LibrarySiLU.Layout.Length];
        Assert.Equal(library.Backward(inputs, targets, first), own.Backward(inputs, targets, second));
        Assert.Equal(first, second);
    }

    [Fact]
    public void ReLU_of_the_users_is_ReLU()
    {
        var random = new RandomStream(4);
        double[] inputs = [.. Enumerable.Range(0, 200).Select(_ => 2 * random.NextGaussian())];
        foreach (double x in inputs)
        {
            Assert.Equal(Math.Max(x, 0), One<PlainMax>(x));
            Assert.Equal(Math.Max(x, 0), One<PlainChoice>(x));
        }
    }

    [Fact]
    public void Nothing_overflows_where_the_formula_as_written_would()
    {
        foreach (float x in new[] { -1000f, -90f, 0f, 90f, 1000f })
        {
            var net = new FarMish(seed: 0);
            float[] gradients = new float[FarMish.Layout.Length], inputs = [x], outputs = [0];
            net.Parameters.Clear();
            FarMish.Layout.Write<float>(net.Parameters, "0.weight", [1]);
            net.Forward(inputs, outputs);
            net.Backward(inputs, [0], gradients);
            Assert.Equal(x > 20 ? x : x < -20 ? 0 : outputs[0], outputs[0], 1e-6);
            Assert.All(gradients, g => Assert.True(float.IsFinite(g)));
        }
    }

    [Fact]
    public void A_fit_with_functions_of_the_users_learns()
    {
        var net = new OwnSiLU(seed: 1);
        float[] inputs = [.. Draw(64 * 20, 1).Select(x => (float)x)], targets = [.. Draw(64 * 4, 2).Select(x => 0.2f * (float)x)];
        float before = net.Evaluate(inputs, targets);
        var trainer = new Trainer<OwnSiLU>(net, new Adam(1e-2f));
        trainer.Fit(new Dataset<float>(inputs, targets, 20, 4), new FitOptions { Epochs = 30, BatchSize = 16, Threads = 2 });
        Assert.True(net.Evaluate(inputs, targets) < 0.5 * before);
        Assert.Contains("MySiLU", net.Inspect(inputs, targets).ToString(), StringComparison.Ordinal);
    }

    private static void Call(string method, Type network) => typeof(FunctionTests).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(network).Invoke(null, null);

    private static void Check<TNet>()
        where TNet : class, INetwork<TNet, double>
    {
        foreach (int rows in new[] { 3, 13 })
        {
            (double[] inputs, double[] targets, TNet net) = Batch<TNet>(rows);
            GradientCheck.Run<TNet, double>(net, inputs, targets).ThrowIfFailed();
        }
    }

    private static (double[] Inputs, double[] Targets, TNet Net) Batch<TNet>(int rows)
        where TNet : class, INetwork<TNet, double>
    {
        TNet net = TNet.Create(7);
        foreach (string bias in TNet.Layout.Names.Where(name => name.EndsWith(".bias", StringComparison.Ordinal)))
            TNet.Layout.Write<double>(net.Parameters, bias, [.. Draw(TNet.Layout[bias].Count, 3).Select(x => 0.3 * x)]);
        var random = new RandomStream(11, (ulong)rows);
        return (Draw(rows * TNet.InputSize, 1), [.. Enumerable.Range(0, rows * TNet.OutputSize).Select(_ => 0.05 + 0.9 * random.NextDouble())], net);
    }

    private static double[] Draw(int count, ulong stream)
    {
        var random = new RandomStream(5, stream);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextGaussian())];
    }

    private static void AssertIs<TNet>(Func<double, double> method)
        where TNet : class, INetwork<TNet, double>
    {
        foreach (double x in Draw(500, 9).Select(x => 2 * x).Concat([0, 1, -1, 2, -2, 1.5, 5]))
            Assert.Equal(method(x), One<TNet>(x), 1e-13 * (1 + Math.Abs(method(x))));
    }

    /// <summary>The activation of a layer of nine units whose weights are one: eight of them may stand in a vector.</summary>
    private static double One<TNet>(double x)
        where TNet : class, INetwork<TNet, double>
    {
        TNet net = TNet.Create(0);
        net.Parameters.Clear();
        double[] ones = [.. Enumerable.Repeat(1.0, TNet.OutputSize)], outputs = new double[TNet.OutputSize];
        TNet.Layout.Write<double>(net.Parameters, "0.weight", ones);
        net.Forward([x], outputs);
        Assert.All(outputs, y => Assert.Equal(outputs[0], y));
        return outputs[0];
    }
}
