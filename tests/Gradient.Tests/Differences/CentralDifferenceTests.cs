using System;
using System.Linq;
using System.Reflection;

namespace GenNet.Gradient.Tests.Differences;

/// <summary>The gradient of every network of this namespace against central differences, in double.</summary>
public class CentralDifferenceTests
{
    public static TheoryData<string> Networks => new(typeof(CentralDifferenceTests).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(CentralDifferenceTests).Namespace && type.GetCustomAttribute<NetworkAttribute>() is not null)
        .Select(type => type.Name).Order());

    [Fact]
    public void There_are_as_many_networks_as_cases() => Assert.Equal(258, Networks.Count);

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_gradient_agrees_with_central_differences(string network)
    {
        Type type = Type.GetType($"{typeof(CentralDifferenceTests).Namespace}.{network}", throwOnError: true)!;
        MethodInfo check = typeof(CentralDifferenceTests).GetMethod(nameof(Check), BindingFlags.Static | BindingFlags.NonPublic)!;
        check.MakeGenericMethod(type).Invoke(null, null);
    }

    private static void Check<TNet>()
        where TNet : class, INetwork<TNet, double>
    {
        // 3 rows take the way of a few rows, 13 that of whole tiles with some rows twice.
        foreach (int rows in new[] { 3, 13 })
        {
            TNet net = TNet.Create(7);
            var random = new RandomStream(11, (ulong)rows);
            foreach (string bias in TNet.Layout.Names.Where(name => name.EndsWith(".bias", StringComparison.Ordinal)))
            {
                double[] values = Enumerable.Range(0, TNet.Layout[bias].Count).Select(_ => 0.3 * random.NextGaussian()).ToArray();
                TNet.Layout.Write<double>(net.Parameters, bias, values);
            }

            double[] inputs = Enumerable.Range(0, rows * TNet.InputSize).Select(_ => random.NextGaussian()).ToArray();
            double[] targets = Targets<TNet>(rows, random);
            GradientCheck.Run<TNet, double>(net, inputs, targets).ThrowIfFailed();
        }
    }

    /// <summary>Distributions where the loss wants them, else numbers in (0, 1), far from every kink of a loss.</summary>
    private static double[] Targets<TNet>(int rows, RandomStream random)
        where TNet : class, INetwork<TNet, double>
    {
        double[] targets = Enumerable.Range(0, rows * TNet.OutputSize).Select(_ => random.NextDouble()).ToArray();
        if (typeof(TNet).GetCustomAttribute<NetworkAttribute>()!.Loss != Loss.CrossEntropy)
            return targets;
        for (int row = 0; row < rows; row++)
        {
            Span<double> distribution = targets.AsSpan(row * TNet.OutputSize, TNet.OutputSize);
            double sum = 0;
            foreach (double value in distribution)
                sum += value;
            for (int j = 0; j < distribution.Length; j++)
                distribution[j] /= sum;
        }

        return targets;
    }
}
