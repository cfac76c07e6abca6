using System;
using System.Linq;
using System.Reflection;
using GenNet.Gradient.Tests.Differences;

namespace GenNet.Gradient.Tests.Twins;

/// <summary>The networks of this namespace, in float, beside those of the same name in Differences, in double, whose gradients central differences confirm.</summary>
public class TwinTests
{
    public static TheoryData<string> Networks => new(typeof(TwinTests).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(TwinTests).Namespace && type.GetCustomAttribute<NetworkAttribute>() is not null)
        .Select(type => type.Name).Order());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Float_agrees_with_double(string network)
    {
        MethodInfo agree = typeof(TwinTests).GetMethod(nameof(Agree), BindingFlags.Static | BindingFlags.NonPublic)!;
        agree.MakeGenericMethod(Named(typeof(TwinTests), network), Named(typeof(CentralDifferenceTests), network))
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    private static Type Named(Type beside, string network) => Type.GetType($"{beside.Namespace}.{network}", throwOnError: true)!;

    private static void Agree<TFloat, TDouble>()
        where TFloat : class, INetwork<TFloat, float>
        where TDouble : class, INetwork<TDouble, double>
    {
        Assert.Equal(TDouble.Declaration, TFloat.Declaration.Replace("Float;", "Double;", StringComparison.Ordinal));
        TFloat net = TFloat.Create(7);
        TDouble exact = TDouble.Create(7);
        var random = new RandomStream(11);
        foreach (TensorInfo tensor in TFloat.Layout.Tensors)
        {
            if (tensor.Role == TensorRole.Bias)
                TFloat.Layout.Write<float>(net.Parameters, tensor.Name, Gaussians(tensor.Count, random, 0.3f));
            TDouble.Layout.Write<double>(exact.Parameters, tensor.Name, Doubles(TFloat.Layout.Read<float>(net.Parameters, tensor.Name)));
        }

        foreach (int rows in new[] { 1, 7, 128, 131, 300 })
        {
            float[] inputs = Gaussians(rows * TFloat.InputSize, random), targets = Targets<TFloat>(rows, random);
            Results expected = Run<TDouble, double>(exact, Doubles(inputs), Doubles(targets)), actual = Run<TFloat, float>(net, inputs, targets);
            foreach ((string what, double[] numbers) in expected.Numbers)
                Close($"{what} of {rows} rows", numbers, actual.Numbers.Single(pair => pair.What == what).Numbers);
        }
    }

    private sealed record Results(params (string What, double[] Numbers)[] Numbers);

    private static Results Run<TNet, T>(TNet net, T[] inputs, T[] targets)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        T[] outputs = new T[targets.Length], gradients = net.CreateGradients(), inputGradients = new T[inputs.Length];
        net.Forward(inputs, outputs);
        Workspace<T> workspace = TNet.CreateWorkspace();
        workspace.Noise = new DropoutNoise(3);
        T loss = net.Backward(inputs, targets, gradients, inputGradients, workspace);
        (string, double[])[] backward = [.. Of("gradient", gradients), ("input gradient", Numbers(inputGradients))];

        // The gradients of the outputs may be anything: the targets will do.
        net.VectorJacobianProduct(inputs, targets, gradients, inputGradients, workspace);
        return new Results(
        [
            ("outputs", Numbers(outputs)), ("losses", [double.CreateTruncating(loss), double.CreateTruncating(net.Evaluate(inputs, targets))]), .. backward,
            .. Of("product", gradients), ("input product", Numbers(inputGradients)),
        ]);

        static double[] Numbers(T[] values) => [.. values.Select(double.CreateTruncating)];
        static (string, double[])[] Of(string what, T[] gradients) => [.. TNet.Layout.Names.Select(name => ($"{what} of {name}", Numbers(TNet.Layout.Read<T>(gradients.AsSpan(), name))))];
    }

    /// <summary>In units of the largest number; a term that is missing or wrong is larger by orders of magnitude.</summary>
    private static void Close(string what, double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double size = Math.Max(expected.Max(Math.Abs), 1e-3);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-4 * size, $"{what}, number {i}: {expected[i]:R} in double, {actual[i]:R} in float.");
    }

    private static float[] Targets<TNet>(int rows, RandomStream random)
        where TNet : class, INetwork<TNet, float>
    {
        float[] targets = new float[rows * TNet.OutputSize];
        for (int row = 0; row < rows; row++)
            targets[(row * TNet.OutputSize) + random.NextInt(TNet.OutputSize)] = 1;
        return targets;
    }

    private static float[] Gaussians(int count, RandomStream random, float factor = 1) => [.. Enumerable.Range(0, count).Select(_ => factor * (float)random.NextGaussian())];

    private static double[] Doubles(float[] values) => [.. values.Select(value => (double)value)];
}
