using System;
using System.Numerics;
using GenNet.Tests;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>After construction and one call, nothing that runs a network allocates.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(300)]
    public void A_tiny_network_allocates_nothing(int rows) => AllocatesNothing<TinyNet, float>(rows);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(300)]
    public void A_network_with_loops_allocates_nothing(int rows) => AllocatesNothing<PaddedNet, float>(rows);

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void A_network_in_double_allocates_nothing(int rows) => AllocatesNothing<PaddedDoubleNet, double>(rows);

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void Maxout_and_dropout_allocate_nothing(int rows) => AllocatesNothing<MaxoutDropoutNet, float>(rows);

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void Residual_connections_allocate_nothing(int rows)
    {
        AllocatesNothing<Twins.ProjectionNested, float>(rows);
        AllocatesNothing<Twins.TinyProjection, float>(rows);
        AllocatesNothing<Differences.ResidualOverDropoutAlone, double>(rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void Convolutions_allocate_nothing(int rows)
    {
        AllocatesNothing<Convolutions.LeNet, float>(rows);
        AllocatesNothing<Differences.ResidualsOfConvolutions, double>(rows);
        AllocatesNothing<Twins.EncoderAndDecoder, float>(rows);
        AllocatesNothing<Twins.ConvolutionsOfSequences, float>(rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void Attention_allocates_nothing(int rows)
    {
        AllocatesNothing<Twins.CausalAttention, float>(rows);
        AllocatesNothing<Differences.AttentionBlocks, double>(rows);
        AllocatesNothing<Twins.CausalConvolutions, float>(rows);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(300)]
    public void Normalisations_allocate_nothing(int rows)
    {
        AllocatesNothing<Norms.DeepNet, float>(rows);
        AllocatesNothing<Norms.ImageNet, double>(rows);
        AllocatesNothing<Norms.SequenceNet, double>(rows);
        AllocatesNothing<Twins.LayerNormOfSteps, float>(rows);
        AllocatesNothing<Twins.GroupNormOfImages, float>(rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_steps_of_a_fit_with_batch_normalisation_allocate_nothing_on_any_thread(int threads) => StepsAllocateNothing<Norms.DeepNet>(threads);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_steps_of_a_fit_allocate_nothing_on_any_thread(int threads) => StepsAllocateNothing<MnistNet>(threads);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_steps_of_a_fit_with_dropout_allocate_nothing_on_any_thread(int threads) => StepsAllocateNothing<MnistDropoutNet>(threads);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_steps_of_a_fit_with_convolutions_allocate_nothing_on_any_thread(int threads) => StepsAllocateNothing<Convolutions.LeNet>(threads);

    private static void StepsAllocateNothing<TNet>(int threads)
        where TNet : class, INetwork<TNet, float>
    {
        (float[] inputs, float[] targets) = Sample.Rows<TNet, float>(512);
        var data = new Dataset<float>(inputs, targets, TNet.InputSize, TNet.OutputSize);
        long Allocated(int batchSize)
        {
            var trainer = new Trainer<TNet>(TNet.Create(1), new Sgd(0.01f));
            trainer.Fit(data, new FitOptions { BatchSize = batchSize, Threads = threads });

            // Of the whole process: what runs beside, such as the report of the test before, allocates too, but not three times.
            long least = long.MaxValue;
            for (int i = 0; i < 3; i++)
            {
                long before = GC.GetTotalAllocatedBytes(precise: true);
                trainer.Fit(data, new FitOptions { BatchSize = batchSize, Threads = threads });
                least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
            }

            return least;
        }

        // Sixteen times as many steps: the batch buffers are smaller, and nothing else may come.
        Assert.True(Allocated(32) <= Allocated(512), "More steps must not allocate more.");
    }

    private static void AllocatesNothing<TNet, T>(int rows)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = TNet.Create(1);
        (T[] inputs, T[] targets) = Sample.Rows<TNet, T>(rows);
        var outputs = new T[targets.Length];
        var gradients = new T[net.Parameters.Length];
        var inputGradients = new T[inputs.Length];
        Workspace<T> workspace = TNet.CreateWorkspace();
        var trainer = new Trainer<TNet, T>(net, new Sgd<T>(T.CreateTruncating(0.01)));

        Allocation.AssertNone(() => net.Forward(inputs, outputs));
        Allocation.AssertNone(() => net.Evaluate(inputs, targets));
        Allocation.AssertNone(() => net.Backward(inputs, targets, gradients));
        Allocation.AssertNone(() => net.Backward(inputs, targets, gradients, inputGradients));
        Allocation.AssertNone(() => net.Backward(inputs, targets, gradients, inputGradients, workspace));
        Allocation.AssertNone(() => net.VectorJacobianProduct(inputs, targets, gradients));
        Allocation.AssertNone(() => net.VectorJacobianProduct(inputs, targets, gradients, inputGradients, workspace));
        Allocation.AssertNone(() => trainer.Step(inputs, targets));
    }
}
