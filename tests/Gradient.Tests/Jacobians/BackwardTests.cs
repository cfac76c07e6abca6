using System;
using System.Linq;
using System.Numerics;
using GenNet.Gradient.Tests.Shapes;

namespace GenNet.Gradient.Tests.Jacobians;

/// <summary>
/// The vector-Jacobian product with the gradient of the loss by the outputs, written by hand, is the gradient of the loss: of every network of this assembly,
/// in float and double, as straight-line code and padded. Backward has the mean over the rows, the product their sum.
/// </summary>
public class BackwardTests
{
    public static TheoryData<string> Networks => AllNetworks.Smooth("Single", "Double");

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_product_with_the_gradient_of_the_loss_is_what_Backward_computes(string network) => AllNetworks.Run(typeof(BackwardTests), nameof(Compare), network);

    [Fact]
    public void Behind_a_threshold_there_is_no_gradient()
    {
        var net = new Differences.LoopsStepPerceptron(1);
        double[] gradients = Enumerable.Repeat(double.NaN, net.Parameters.Length).ToArray(), inputGradients = Enumerable.Repeat(double.NaN, 2 * Differences.LoopsStepPerceptron.InputSize).ToArray();
        net.VectorJacobianProduct(Enumerable.Repeat(0.3, inputGradients.Length).ToArray(), Enumerable.Repeat(1.0, 2 * Differences.LoopsStepPerceptron.OutputSize).ToArray(), gradients, inputGradients);
        Assert.All(gradients, gradient => Assert.Equal(0, gradient));
        Assert.All(inputGradients, gradient => Assert.Equal(0, gradient));
    }

    private static void Compare<TNet, T>()
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = Batch.Network<TNet, T>();
        Workspace<T> workspace = TNet.CreateWorkspace();
        foreach (int rows in new[] { 1, 7, 128, 131, 300 })
        {
            T[] inputs = Batch.Of<TNet, T>(rows).Inputs, targets = Targets<TNet, T>(rows), outputs = new T[targets.Length];
            T[] expected = net.CreateGradients(), expectedOfInputs = new T[inputs.Length];
            net.Backward(inputs, targets, expected, expectedOfInputs);
            net.Forward(inputs, outputs);
            T[] outputGradients = [.. outputs.Chunk(TNet.OutputSize).Zip(targets.Chunk(TNet.OutputSize), (y, d) =>
                HandWritten.OutputGradient(AllNetworks.LossOf(TNet.Declaration)!.Value, Doubles(y), Doubles(d))).SelectMany(row => row).Select(T.CreateTruncating)];

            // What the buffers hold before must not matter.
            T[] gradients = NaN(expected.Length), inputGradients = NaN(inputs.Length);
            net.VectorJacobianProduct(inputs, outputGradients, gradients, inputGradients, workspace);
            int terms = rows * Steps<TNet, T>();
            Close($"gradients of {rows} rows", terms, expected, gradients);
            Close($"input gradients of {rows} rows", terms, expectedOfInputs, inputGradients);

            T[] alone = NaN(expected.Length);
            net.VectorJacobianProduct(inputs, outputGradients, alone);
            Assert.Equal(gradients, alone);
        }

        static T[] NaN(int count) => Enumerable.Repeat(T.NaN, count).ToArray();
    }

    /// <summary>The steps that the mean of the loss is over too. Of a loss that is a mean over the outputs, the gradient by the outputs has it in it.</summary>
    private static int Steps<TNet, T>()
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => AllNetworks.LossOf(TNet.Declaration) is Loss.HalfSquaredError or Loss.CrossEntropy ? TNet.OutputSize / TNet.StepOutputSize : 1;

    /// <summary>Numbers in (0, 1), of which those of a sample, or of a step, sum to 1 where the loss wants a distribution.</summary>
    private static T[] Targets<TNet, T>(int rows)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomStream(23, (ulong)rows);
        return [.. Enumerable.Range(0, rows * TNet.OutputSize / TNet.StepOutputSize).SelectMany(_ =>
        {
            double[] drawn = [.. Enumerable.Range(0, TNet.StepOutputSize).Select(_ => random.NextDouble())];
            double sum = AllNetworks.LossOf(TNet.Declaration) == Loss.CrossEntropy ? drawn.Sum() : 1;
            return drawn.Select(value => T.CreateTruncating(value / sum));
        })];
    }

    /// <summary>In units of the largest number. The outputs are rounded in between, which the loss alone would not do.</summary>
    private static void Close<T>(string what, int terms, T[] mean, T[] sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] expected = [.. mean.Select(value => terms * double.CreateTruncating(value))];
        double size = Math.Max(expected.Max(Math.Abs), 1e-3), tolerance = (typeof(T) == typeof(float) ? 1e-4 : 1e-11) * size;
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - double.CreateTruncating(sum[i])) <= tolerance, $"{what}, number {i}: Backward has {expected[i]:R}, the product {sum[i]:R}.");
    }

    private static double[] Doubles<T>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. values.Select(double.CreateTruncating)];
}
