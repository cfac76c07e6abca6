using System;
using System.Globalization;
using System.Linq;
using System.Numerics;

namespace GenNet.Tests.Checking;

public class GradientCheckTests
{
    // Element [1, 2] of the weights stands at 2 * 16 + 1 in the buffer.
    private const int Weight12 = 33;

    private static GradientCheckResult Run<T>(LinearNetwork<T> network, GradientCheckOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        GradientCheck.Run<LinearNetwork<T>, T>(network, LinearNetwork<T>.Numbers(7, 12), LinearNetwork<T>.Numbers(8, 8), options);

    [Fact]
    public void A_right_gradient_passes_in_double()
    {
        GradientCheckResult result = Run(LinearNetwork<double>.Create(1));
        Assert.True(result.Passed, result.ToString());
        Assert.True(result.Worst.Difference < 1e-8, result.ToString());
        Assert.Equal([("0.weight", 6, 6), ("0.bias", 2, 2), ("inputs", 12, 12)], result.Tensors.Select(t => (t.Name, t.Count, t.CheckedCount)));
        result.ThrowIfFailed();
    }

    [Fact]
    public void A_right_gradient_passes_in_float()
    {
        GradientCheckResult result = Run(LinearNetwork<float>.Create(1));
        Assert.True(result.Passed, result.ToString());
        Assert.NotEqual(0, result.Worst.Analytic);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_wrong_element_is_found_by_name_and_index(double error)
    {
        LinearNetwork<double> network = LinearNetwork<double>.Create(1);
        network.Flaw = (Weight12, error);
        GradientCheckResult result = Run(network);

        Assert.False(result.Passed);
        Assert.Equal(("0.weight", "1, 2"), (result.Worst.Tensor, string.Join(", ", result.Worst.Index)));
        Assert.Equal([1, 0, 0], result.Tensors.Select(tensor => tensor.FailedCount));
        if (double.IsFinite(error))
            Assert.Equal(error, result.Worst.Analytic - result.Worst.Numeric, 1e-7);
        string message = Assert.Throws<InvalidOperationException>(result.ThrowIfFailed).Message;
        Assert.Equal(result.ToString(), message);
        Assert.StartsWith("Gradient check of LinearNetwork`1 FAILED at 0.weight[1, 2]: analytic ", message, StringComparison.Ordinal);
        Assert.Contains("\n  FAILED  0.weight: 1 of 6 failed (6 in all)", message, StringComparison.Ordinal);
        Assert.Contains("\n  passed  0.bias: 0 of 2 failed (2 in all)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_element_is_found_in_float()
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        network.Flaw = (Weight12, 0.05f);
        Assert.Equal([1, 2], Run(network).Worst.Index);
        Assert.False(Run(network).Passed);
    }

    [Fact]
    public void The_tolerances_decide()
    {
        LinearNetwork<double> network = LinearNetwork<double>.Create(1);
        network.Flaw = (Weight12, 0.01);
        Assert.True(Run(network, new GradientCheckOptions { AbsoluteTolerance = 0.011 }).Passed);
        Assert.False(Run(network, new GradientCheckOptions { AbsoluteTolerance = 0.009, RelativeTolerance = 0 }).Passed);
        double relative = 0.0101 / Math.Abs(Run(network).Worst.Numeric);
        Assert.True(Run(network, new GradientCheckOptions { RelativeTolerance = relative }).Passed);
    }

    [Fact]
    public void Parameters_are_as_before_bit_for_bit()
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        network.Parameters[0] = -0f;
        network.Parameters[60] = 17;
        int[] before = network.Parameters.ToArray().Select(BitConverter.SingleToInt32Bits).ToArray();
        Run(network);
        Assert.Equal(before, network.Parameters.ToArray().Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Parameters_are_as_before_when_the_network_throws()
    {
        // Calls 1 and 2 measure the first element, call 3 throws with the second moved.
        for (int calls = 0; calls < 6; calls++)
        {
            LinearNetwork<double> network = LinearNetwork<double>.Create(1);
            double[] before = network.Parameters.ToArray();
            network.EvaluationsLeft = calls;
            Assert.Throws<InvalidOperationException>(() => Run(network));
            Assert.Equal(before, network.Parameters.ToArray());
        }
    }

    [Fact]
    public void Samples_are_drawn_by_seed()
    {
        LinearNetwork<double> network = LinearNetwork<double>.Create(1);
        network.Flaw = (Weight12, 1);
        var found = Enumerable.Range(0, 40).Select(seed => Run(network, new GradientCheckOptions { SamplesPerTensor = 3, Seed = seed })).ToList();

        Assert.All(found, result => Assert.Equal([3, 2, 3], result.Tensors.Select(tensor => tensor.CheckedCount)));

        // Half of the draws of 3 elements out of 6 have the wrong one.
        Assert.InRange(found.Count(result => !result.Passed), 8, 32);
        Assert.Equal(found[0].ToString(), Run(network, new GradientCheckOptions { SamplesPerTensor = 3, Seed = 0 }).ToString());
    }

    [Fact]
    public void Inputs_can_be_left_out() =>
        Assert.Equal(["0.weight", "0.bias"], Run(LinearNetwork<double>.Create(1), new GradientCheckOptions { Inputs = false }).Tensors.Select(tensor => tensor.Name));

    [Fact]
    public void A_wrong_input_gradient_is_found()
    {
        // The loss of this network is always 0, and so is its gradient.
        GradientCheckResult right = GradientCheck.Run<IdentityNetwork, double>(new IdentityNetwork(), [1, 2], [0, 0]);
        Assert.True(right.Passed);

        GradientCheckResult wrong = GradientCheck.Run<IdentityNetwork, double>(new IdentityNetwork { InputGradient = 1 }, [1, 2], [0, 0]);
        Assert.Equal(("inputs", 2), (wrong.Worst.Tensor, wrong.Tensors[0].FailedCount));
    }

    [Fact]
    public void The_text_does_not_depend_on_the_culture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        string expected = Run(LinearNetwork<double>.Create(1)).ToString();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, Run(LinearNetwork<double>.Create(1)).ToString());
            Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Unusable_options_and_batches_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientCheckOptions { Step = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientCheckOptions { Step = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientCheckOptions { AbsoluteTolerance = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientCheckOptions { RelativeTolerance = double.PositiveInfinity });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientCheckOptions { SamplesPerTensor = 0 });
        Assert.Throws<ArgumentException>(() => GradientCheck.Run<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), [1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => GradientCheck.Run<IdentityNetwork, double>(new IdentityNetwork(), [1], [1], new GradientCheckOptions { Inputs = false }));
    }
}
