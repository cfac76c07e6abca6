using System;
using System.Linq;
using System.Numerics;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>Whatever a user leaves in the padding of the parameters, it changes no output, no loss, no gradient and no training.</summary>
public class PaddingTests
{
    public static TheoryData<int, double> Cases
    {
        get
        {
            var cases = new TheoryData<int, double>();
            foreach (int rows in new[] { 1, 5, 8, 13, 137 })
            {
                foreach (double junk in new[] { 0.1, -1e6, 1e30, double.NaN, double.PositiveInfinity })
                    cases.Add(rows, junk);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_dense_layers(int rows, double junk) => Compare<PaddedNet, float>(rows, junk);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_dense_layers_in_double(int rows, double junk) => Compare<PaddedDoubleNet, double>(rows, junk);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_maxout_and_dropout(int rows, double junk) => Compare<MaxoutDropoutNet, float>(rows, junk);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_maxout_behind_other_layers(int rows, double junk) => Compare<MaxoutLaterNet, float>(rows, junk);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_hidden_layers_without_activation(int rows, double junk) => Compare<LinearHiddenNet, float>(rows, junk);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_residual_connections(int rows, double junk)
    {
        Compare<Twins.ProjectionNested, float>(rows, junk);
        Compare<Twins.ResidualsOfOneInput, float>(rows, junk);
        Compare<Twins.ResidualLastSoftmax, float>(rows, junk);
        Compare<Twins.ProjectionLastSoftmaxHuber, float>(rows, junk);
        Compare<Twins.ResidualOverMaxout, float>(rows, junk);
        Compare<Differences.ResidualOverDropoutAlone, double>(rows, junk);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_normalisations(int rows, double junk)
    {
        Compare<Twins.LayerNormBetween, float>(rows, junk);
        Compare<Twins.LayerNormLast, float>(rows, junk);
        Compare<Twins.GroupNormOfFeatures, float>(rows, junk);
        Compare<Twins.GroupNormOfImages, float>(rows, junk);
        if (rows == 1)
            return;
        Compare<Norms.SmallNet, float>(rows, junk);
        Compare<Norms.SequenceNet, double>(rows, junk);
        Compare<Norms.ImageNet, double>(rows, junk);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_attention(int rows, double junk)
    {
        Compare<Twins.AttentionOfSteps, float>(rows, junk);
        Compare<Twins.CausalAttention, float>(rows, junk);
        Compare<Differences.AttentionBlocks, double>(rows, junk);
    }

    [Fact]
    public void A_buffer_that_is_filled_as_a_whole_is_a_network_of_these_numbers()
    {
        var filled = new PaddedNet(1);
        filled.Parameters.Fill(0.1f);
        var written = new PaddedNet(1);
        foreach (TensorInfo tensor in PaddedNet.Layout.Tensors)
            PaddedNet.Layout.Write<float>(written.Parameters, tensor.Name, Enumerable.Repeat(0.1f, tensor.Count).ToArray());
        (float[] inputs, float[] targets) = Sample.Rows<PaddedNet, float>(3);
        float[] expected = written.CreateGradients(), actual = filled.CreateGradients();

        Assert.Equal(written.Backward(inputs, targets, expected), filled.Backward(inputs, targets, actual));
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(1, double.NaN)]
    [InlineData(13, double.NaN)]
    [InlineData(13, 7)]
    [InlineData(130, 7)]
    public void Of_a_network_in_training(int rows, double junk)
    {
        Train(rows, junk, net => new Trainer<PaddedNet>(net, new Sgd(0.1f)));
        Train(rows, junk, net => new Trainer<PaddedNet>(net, new AdamW(0.01f)));
        Train(rows, junk, net => new Trainer<PaddedNet>(net, new Adam(0.01f)) { L2 = 0.1, ClipNorm = 0.01 });
        Train(rows, junk, net => new Trainer<PaddedNet>(net, new Momentum(0.01f)) { L1 = 0.1, ClipValue = 0.1 });
    }

    private static void Train(int rows, double junk, Func<PaddedNet, Trainer<PaddedNet>> trainer)
    {
        (float[] inputs, float[] targets) = Sample.Rows<PaddedNet, float>(rows);
        PaddedNet clean = new(3), dirty = new(3);
        Fill<PaddedNet, float>(dirty, junk);
        Trainer<PaddedNet> one = trainer(clean), other = trainer(dirty);
        for (int step = 0; step < 3; step++)
            Assert.Equal(one.Step(inputs, targets), other.Step(inputs, targets));
        var data = new Dataset<float>(inputs, targets, PaddedNet.InputSize, PaddedNet.OutputSize);
        foreach (Trainer<PaddedNet> each in new[] { one, other })
            each.Fit(data, new FitOptions { Epochs = 2, BatchSize = 32, Threads = 2 });
        foreach (string name in PaddedNet.Layout.Names)
            Assert.Equal(PaddedNet.Layout.Read<float>(clean.Parameters, name), PaddedNet.Layout.Read<float>(dirty.Parameters, name));
    }

    private static void Compare<TNet, T>(int rows, double junk)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (T[] inputs, T[] targets) = Sample.Rows<TNet, T>(rows);
        TNet clean = TNet.Create(3), dirty = TNet.Create(3);
        Fill<TNet, T>(dirty, junk);
        (T[] outputs, T[] numbers, T[] gradients, T[] product) expected = Run<TNet, T>(clean, inputs, targets), actual = Run<TNet, T>(dirty, inputs, targets);

        Assert.Equal(expected.outputs, actual.outputs);
        Assert.Equal(expected.numbers, actual.numbers);
        Assert.Equal(expected.gradients, actual.gradients);
        Assert.Equal(expected.product, actual.product);
        PaddingIsZero<TNet, T>(actual.gradients);
        PaddingIsZero<TNet, T>(actual.product);
    }

    private static void PaddingIsZero<TNet, T>(T[] gradients)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] padding = (T[])gradients.Clone();
        foreach (TensorInfo tensor in TNet.Layout.Tensors)
            TNet.Layout.Write<T>(padding.AsSpan(), tensor.Name, new T[tensor.Count]);
        Assert.All(padding, number => Assert.Equal(T.Zero, number));
    }

    private static (T[] Outputs, T[] Numbers, T[] Gradients, T[] Product) Run<TNet, T>(TNet net, T[] inputs, T[] targets)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var outputs = new T[targets.Length];
        net.Forward(inputs, outputs);
        T[] gradients = net.CreateGradients(), inputGradients = new T[inputs.Length];
        Workspace<T> workspace = TNet.CreateWorkspace();
        workspace.Noise = new DropoutNoise(4);
        T loss = net.Backward(inputs, targets, gradients, inputGradients, workspace);
        T[] product = net.CreateGradients(), inputProduct = new T[inputs.Length];
        net.VectorJacobianProduct(inputs, targets, product, inputProduct, workspace);
        return (outputs, [loss, net.Evaluate(inputs, targets), .. inputGradients, .. inputProduct], gradients, product);
    }

    /// <summary>Junk everywhere but in the tensors.</summary>
    private static void Fill<TNet, T>(TNet net, double junk)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] before = net.Parameters.ToArray();
        net.Parameters.Fill(T.CreateTruncating(junk));
        foreach (string name in TNet.Layout.Names)
            TNet.Layout.Write<T>(net.Parameters, name, TNet.Layout.Read<T>(before.AsSpan(), name));
    }
}
