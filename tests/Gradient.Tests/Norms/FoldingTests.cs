using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Norms;

/// <summary>
/// Normalisations that the layers before them compute: Forward and Evaluate of a network that is trained, and a network that only infers, agree with each other, and to rounding with
/// the layers by themselves, whose results the trace has.
/// </summary>
public class FoldingTests
{
    [Fact]
    public void Of_images() => Agree<FoldedImages, FoldedImagesInferring, float>(2e-5);

    [Fact]
    public void Of_transposed_convolutions() => Agree<FoldedTransposed, FoldedTransposedInferring, double>(1e-12);

    [Fact]
    public void Of_sequences() => Agree<FoldedSequences, FoldedSequencesInferring, float>(2e-5);

    [Fact]
    public void Of_features() => Agree<SmallNet, SmallInferenceNet, float>(2e-5);

    /// <summary>Threads that sum their own gradients give the statistics of their own rows.</summary>
    [Fact]
    public void Threads_give_the_statistics_of_their_blocks()
    {
        const int Rows = 64, Block = Rows / 2;
        (float[] inputs, float[] targets) = Sample.Rows<FoldedImages, float>(Rows);
        FoldedImages net = NormSample.Network<FoldedImages, float>();
        double[] before = NormSample.Numbers<FoldedImages, float>(net.Parameters).State;
        double[][] blocks = [.. Enumerable.Range(0, 2).Select(half => NormSample.Numbers<FoldedImages, float>(NormSample.Backward<FoldedImages, float>(
            net, inputs[(half * Block * FoldedImages.InputSize)..((half + 1) * Block * FoldedImages.InputSize)],
            targets[(half * Block * FoldedImages.OutputSize)..((half + 1) * Block * FoldedImages.OutputSize)]).Gradients).State)];

        new Trainer<FoldedImages>(net, new Momentum(0.01f)).Fit(
            new Dataset<float>(inputs, targets, FoldedImages.InputSize, FoldedImages.OutputSize), new FitOptions { BatchSize = Rows, Shuffle = false, Threads = 2 });
        double[] expected = [.. before.Select((running, i) => 0.9 * running + 0.1 * (blocks[0][i] + blocks[1][i]) / 2)];
        NormSample.AssertClose(expected, NormSample.Numbers<FoldedImages, float>(net.Parameters).State, 1e-5);
    }

    private static void Agree<TTrained, TInferring, T>(double tolerance)
        where TTrained : class, INetwork<TTrained, T>
        where TInferring : class, IInferenceNetwork<TInferring, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TTrained trained = NormSample.Network<TTrained, T>();
        TInferring inferring = TInferring.Create();
        trained.Parameters.CopyTo(inferring.Parameters);
        foreach (int rows in new[] { 1, 7, 130 })
        {
            (T[] inputs, T[] targets) = Sample.Rows<TTrained, T>(rows);
            T[] outputs = new T[targets.Length], inferred = new T[targets.Length];
            trained.Forward(inputs, outputs);
            inferring.Forward(inputs, inferred);
            Assert.Equal(outputs, inferred);

            ImmutableArray<ReadOnlyMemory<T>> layers = trained.Activations<TTrained, T>(inputs);
            NormSample.AssertClose(Doubles(layers[^1].ToArray()), Doubles(outputs), tolerance);
            double loss = outputs.Zip(targets, (y, d) => double.CreateTruncating(y - d)).Sum(e => e * e / 2) / rows;
            NormSample.AssertClose([loss], [double.CreateTruncating(trained.Evaluate(inputs, targets))], tolerance);
        }
    }

    private static double[] Doubles<T>(T[] numbers)
        where T : unmanaged, INumberBase<T> => Array.ConvertAll(numbers, double.CreateTruncating);
}
