using System;
using System.Linq;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Norms;

/// <summary>What batch normalisation makes of the rows of a batch: blocks of equal size, each by itself, and their statistics.</summary>
public class BlockTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(128, 128)]
    [InlineData(129, 65, 64)]
    [InlineData(130, 65, 65)]
    [InlineData(256, 128, 128)]
    [InlineData(257, 86, 86, 85)]
    [InlineData(300, 100, 100, 100)]
    public void The_blocks_of_a_batch_are_equal_and_normalised_each_by_itself(int rows, params int[] blocks)
    {
        AssertBlocks<SmallDoubleNet>(rows, blocks);
        AssertBlocks<ImageNet>(rows, blocks);
        AssertBlocks<SequenceNet>(rows, blocks);
    }

    [Fact]
    public void A_batch_by_its_own_statistics_is_what_inference_computes_by_running_ones()
    {
        AssertInference<SmallDoubleNet>(rows: 13, numbers: 13);
        AssertInference<ImageNet>(rows: 1, numbers: 20);
        AssertInference<ImageNet>(rows: 9, numbers: 180);
        AssertInference<SequenceNet>(rows: 1, numbers: 4);
        AssertInference<SequenceNet>(rows: 11, numbers: 44);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(128)]
    [InlineData(300)]
    public void Floats_agree_with_doubles(int rows)
    {
        SmallNet net = NormSample.Network<SmallNet, float>();
        SmallDoubleNet exact = new(1);
        foreach (TensorInfo tensor in SmallNet.Layout.Tensors)
            SmallDoubleNet.Layout.Write<double>(exact.Parameters, tensor.Name, Array.ConvertAll(SmallNet.Layout.Read<float>(net.Parameters, tensor.Name), number => (double)number));
        (float[] inputs, float[] targets) = Sample.Rows<SmallNet, float>(rows);
        var actual = NormSample.Backward<SmallNet, float>(net, inputs, targets);
        var expected = NormSample.Backward<SmallDoubleNet, double>(exact, Array.ConvertAll(inputs, x => (double)x), Array.ConvertAll(targets, d => (double)d));

        Assert.Equal(expected.Loss, actual.Loss, 1e-5);
        var (trained, state) = NormSample.Numbers<SmallNet, float>(actual.Gradients);
        var (exactTrained, exactState) = NormSample.Numbers<SmallDoubleNet, double>(expected.Gradients);
        NormSample.AssertClose(exactTrained, trained, 1e-4);
        NormSample.AssertClose(exactState, state, 1e-5);
        NormSample.AssertClose(expected.InputGradients, Array.ConvertAll(actual.InputGradients, dx => (double)dx), 1e-4);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(300)]
    public void The_statistics_are_the_mean_and_the_unbiased_variance_of_what_comes_in(int rows)
    {
        var net = new InputNet(1);
        (double[] inputs, double[] targets) = Sample.Rows<InputNet, double>(rows);
        double[] gradients = NormSample.Backward<InputNet, double>(net, inputs, targets).Gradients;
        double[] mean = InputNet.Layout.Read<double>(gradients.AsSpan(), "0.running_mean"), variance = InputNet.Layout.Read<double>(gradients.AsSpan(), "0.running_var");
        int blocks = (rows - 1) / 128 + 1;
        for (int j = 0; j < 4; j++)
        {
            double[] column = [.. inputs.Where((_, i) => i % 4 == j)];
            Assert.Equal(column.Average(), mean[j], 1e-12);
            Assert.Equal(column.Chunk(rows / blocks).Average(block => block.Sum(x => Math.Pow(x - block.Average(), 2)) / (block.Length - 1)), variance[j], 1e-12);
        }
    }

    [Fact]
    public void The_vector_Jacobian_product_is_that_of_the_batch_statistics()
    {
        SmallDoubleNet net = NormSample.Network<SmallDoubleNet, double>();
        (double[] inputs, double[] targets) = Sample.Rows<SmallDoubleNet, double>(9);
        var (_, expected, expectedOfInputs) = NormSample.Backward<SmallDoubleNet, double>(net, inputs, targets);
        TakeOver<SmallDoubleNet>(net, expected, numbers: 9);
        var outputs = new double[targets.Length];
        net.Forward(inputs, outputs);

        // 1/2 ||y - d||^2, its mean over the rows.
        double[] gradients = net.CreateGradients(), inputGradients = new double[inputs.Length];
        net.VectorJacobianProduct(inputs, [.. outputs.Zip(targets, (y, d) => (y - d) / 9)], gradients, inputGradients);
        NormSample.AssertClose(expected, gradients, 1e-12);
        NormSample.AssertClose(expectedOfInputs, inputGradients, 1e-12);
    }

    [Fact]
    public void Backward_changes_no_parameter_and_no_state()
    {
        SmallNet net = NormSample.Network<SmallNet, float>();
        float[] before = net.Parameters.ToArray();
        (float[] inputs, float[] targets) = Sample.Rows<SmallNet, float>(30);
        net.Backward(inputs, targets, net.CreateGradients());
        net.Forward(inputs, new float[targets.Length]);
        net.Evaluate(inputs, targets);
        net.Inspect(inputs, targets);
        Assert.True(GradientCheck.Run<SmallNet, float>(net, inputs, targets, new GradientCheckOptions { SamplesPerTensor = 3 }).Tensors.All(tensor => !tensor.Name.Contains("running", StringComparison.Ordinal)));
        Assert.Equal(before, net.Parameters.ToArray());
    }

    [Fact]
    public void A_single_row_of_features_is_refused_and_one_of_an_image_is_not()
    {
        var net = new SmallNet(1);
        (float[] inputs, float[] targets) = Sample.Rows<SmallNet, float>(1);
        float[] gradients = net.CreateGradients();
        ArgumentException refused = Assert.Throws<ArgumentException>("inputs", () => net.Backward(inputs, targets, gradients));
        Assert.Contains("at least 2 rows to normalise over, got 1", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("inputs", () => net.VectorJacobianProduct(inputs, targets, gradients));
        Assert.Throws<ArgumentException>("inputs", () => new Trainer<SmallNet>(net, new Sgd(0.1f)).Step(inputs, targets));
        Assert.All(gradients, gradient => Assert.Equal(0, gradient));
        Assert.Equal(new SmallNet(1).Parameters.ToArray(), net.Parameters.ToArray());
        net.Evaluate(inputs, targets);

        var image = new ImageNet(1);
        (double[] pixels, double[] wanted) = Sample.Rows<ImageNet, double>(1);
        Assert.True(double.IsFinite(image.Backward(pixels, wanted, image.CreateGradients())));
    }

    [Fact]
    public void Inference_alone_has_the_same_tensors_and_outputs()
    {
        SmallNet net = NormSample.Network<SmallNet, float>();
        SmallInferenceNet inference = New<SmallInferenceNet>();
        Assert.Equal(SmallNet.Layout.Names, SmallInferenceNet.Layout.Names);
        Assert.Equal(SmallNet.ParameterCount, SmallInferenceNet.ParameterCount);
        net.Parameters.CopyTo(inference.Parameters);
        (float[] inputs, float[] targets) = Sample.Rows<SmallNet, float>(200);
        float[] expected = new float[targets.Length], actual = new float[targets.Length];
        net.Forward(inputs, expected);
        inference.Forward(inputs, actual);
        Assert.Equal(expected, actual);
    }

    private static TNet New<TNet>()
        where TNet : class, IInferenceNetwork<TNet, float> => TNet.Create();

    private static void AssertBlocks<TNet>(int rows, int[] blocks)
        where TNet : class, INetwork<TNet, double>
    {
        Assert.Equal(rows, blocks.Sum());
        TNet net = NormSample.Network<TNet, double>();
        (double[] inputs, double[] targets) = Sample.Rows<TNet, double>(rows);
        var (loss, gradients, inputGradients) = NormSample.Backward<TNet, double>(net, inputs, targets);

        var expected = new double[gradients.Length];
        double expectedLoss = 0;
        int start = 0;
        foreach (int block in blocks)
        {
            var part = NormSample.Backward<TNet, double>(
                net, inputs[(start * TNet.InputSize)..((start + block) * TNet.InputSize)], targets[(start * TNet.OutputSize)..((start + block) * TNet.OutputSize)]);
            double share = (double)block / rows;
            expectedLoss += share * part.Loss;
            for (int i = 0; i < expected.Length; i++)
                expected[i] += share * part.Gradients[i];
            NormSample.AssertClose([.. part.InputGradients.Select(dx => dx * share)], inputGradients[(start * TNet.InputSize)..((start + block) * TNet.InputSize)], 1e-13);
            start += block;
        }

        Assert.Equal(expectedLoss, loss, 1e-12);
        NormSample.AssertClose(expected, gradients, 1e-12);
    }

    private static void AssertInference<TNet>(int rows, int numbers)
        where TNet : class, INetwork<TNet, double>
    {
        TNet net = NormSample.Network<TNet, double>();
        (double[] inputs, double[] targets) = Sample.Rows<TNet, double>(rows);
        var (loss, gradients, _) = NormSample.Backward<TNet, double>(net, inputs, targets);
        Assert.NotEqual(loss, net.Evaluate(inputs, targets), 1e-3);
        TakeOver<TNet>(net, gradients, numbers);
        Assert.Equal(loss, net.Evaluate(inputs, targets), 1e-12);
    }

    /// <summary>Makes the statistics of a batch the running ones, with its biased variance, which is what it is normalised by.</summary>
    private static void TakeOver<TNet>(TNet net, double[] gradients, int numbers)
        where TNet : class, INetwork<TNet, double>
    {
        foreach (TensorInfo tensor in TNet.Layout.Tensors.Where(tensor => !tensor.IsTrainable))
        {
            double factor = tensor.Role == TensorRole.RunningVariance ? (numbers - 1.0) / numbers : 1;
            TNet.Layout.Write<double>(net.Parameters, tensor.Name, [.. TNet.Layout.Read<double>(gradients.AsSpan(), tensor.Name).Select(number => factor * number)]);
        }
    }
}
