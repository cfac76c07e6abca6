using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace GenNet.Tests.Training;

/// <summary>What holds for every optimizer.</summary>
public class OptimizerTests
{
    public static TheoryData<string> All => EveryOptimizer.All;

    private static T[] Gradients<T>(int step, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => LinearNetwork<T>.Numbers(step, count);

    private static void PartsEqualTheWhole<T>(string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int Length = 100;
        Optimizer<T> whole = EveryOptimizer.Create<T>(name), inParts = EveryOptimizer.Create<T>(name);
        T[] expected = LinearNetwork<T>.Numbers(100, Length), actual = [.. expected];
        for (int step = 0; step < 7; step++)
        {
            T[] gradients = Gradients<T>(step, Length);
            whole.Update(expected, gradients);

            IPartialOptimizer<T> partial = inParts;
            partial.BeginStep(Length);
            int[] cuts = [0, 3, 32, 32, 77, Length];
            foreach ((int first, int end) in cuts.Zip(cuts.Skip(1)).Reverse())
                Assert.True(partial.UpdatePart(actual.AsSpan()[first..end], gradients.AsSpan()[first..end], first));
        }

        Assert.Equal(expected, actual);
        Assert.Equal(EveryOptimizer.StateOf(whole), EveryOptimizer.StateOf(inParts));
        Assert.Equal(7, inParts.Steps);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Parts_wherever_they_begin_give_the_bits_of_the_whole(string name)
    {
        PartsEqualTheWhole<float>(name);
        PartsEqualTheWhole<double>(name);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Padding_stays_zero_and_what_is_beside_it_moves(string name)
    {
        Optimizer<float> optimizer = EveryOptimizer.Create<float>(name);
        var parameters = new float[100];
        var gradients = new float[100];
        gradients[10] = gradients[97] = 1;
        for (int i = 0; i < 50; i++)
            optimizer.Update(parameters, gradients);
        Assert.All(parameters.Where((_, i) => i is not (10 or 97)), padding => Assert.Equal(0, padding));
        Assert.True(parameters[10] < 0 && parameters[10] == parameters[97]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_allocated_after_the_first_step(string name)
    {
        Optimizer<float> optimizer = EveryOptimizer.Create<float>(name);
        var parameters = new float[101];
        var gradients = new float[101];
        for (int i = 0; i < 50; i++)
            optimizer.Update(parameters, gradients);
        Allocation.AssertNone(() => optimizer.Update(parameters, gradients));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_gradient_that_is_not_finite_is_seen_wherever_it_stands(string name)
    {
        foreach (float poison in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            foreach (int position in new[] { 0, 50, 100 })
            {
                IPartialOptimizer<float> optimizer = EveryOptimizer.Create<float>(name);
                var gradients = new float[101];
                gradients[position] = poison;
                optimizer.BeginStep(101);
                Assert.False(optimizer.UpdatePart(new float[101], gradients, 0));
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Restored_state_goes_on_as_if_nothing_had_happened(string name)
    {
        Optimizer<double> original = EveryOptimizer.Create<double>(name);
        double[] expected = LinearNetwork<double>.Numbers(100, 21);
        for (int step = 0; step < 5; step++)
            original.Update(expected, Gradients<double>(step, 21));
        Optimizer<double> restored = EveryOptimizer.Create<double>(name);
        restored.Restore(original.Steps, EveryOptimizer.StateOf(original));
        double[] actual = [.. expected];
        for (int step = 5; step < 10; step++)
        {
            original.Update(expected, Gradients<double>(step, 21));
            restored.Update(actual, Gradients<double>(step, 21));
        }

        Assert.Equal(expected, actual);
        Assert.Equal(10, restored.Steps);

        // With 0 steps it is as new, whatever the length.
        restored.Restore(0, new Dictionary<string, double[]>());
        Optimizer<double> fresh = EveryOptimizer.Create<double>(name);
        double[] first = [1, 2, 3], again = [1, 2, 3];
        fresh.Update(first, [4, 5, 6]);
        restored.Update(again, [4, 5, 6]);
        Assert.Equal(first, again);
    }

    [Fact]
    public void State_is_read_by_name_and_layout()
    {
        var adam = new Adam<double>(0.1);
        Assert.True(adam.State("mean").IsEmpty);
        LinearNetwork<double> network = LinearNetwork<double>.Create(1);
        var gradients = new double[64];
        LinearNetwork<double>.Layout.Write<double>(gradients, "0.bias", [2, -4]);
        adam.Update(network.Parameters, gradients);

        Assert.Equal(["mean", "square"], adam.StateNames);
        Assert.Equal([2 * (1 - 0.9), -4 * (1 - 0.9)], LinearNetwork<double>.Layout.Read(adam.State("mean"), "0.bias"));
        Assert.Equal([4 * (1 - 0.999), 16 * (1 - 0.999)], LinearNetwork<double>.Layout.Read(adam.State("square"), "0.bias"));
        Assert.Contains("adam has no state 'momentum'; it has mean, square", Assert.Throws<ArgumentException>(() => adam.State("momentum")).Message, StringComparison.Ordinal);
        Assert.Equal("beta1=0.9 beta2=0.999 epsilon=1E-08", adam.Settings);
    }

    [Fact]
    public void State_that_does_not_fit_is_refused_and_changes_nothing()
    {
        var adam = new Adam();
        adam.Update(new float[2], new float[] { 1, 2 });
        Dictionary<string, float[]> before = EveryOptimizer.StateOf(adam);
        string Refused(Dictionary<string, float[]> state) => Assert.Throws<ArgumentException>(() => adam.Restore(9, state)).Message;

        Assert.Contains("The state of adam is mean, square, got mean", Refused(new() { ["mean"] = new float[2] }), StringComparison.Ordinal);
        Assert.Contains("got mean, momentum", Refused(new() { ["mean"] = new float[2], ["momentum"] = new float[2] }), StringComparison.Ordinal);
        Assert.Contains("'square' of adam must have 2 elements, got 3", Refused(new() { ["mean"] = new float[2], ["square"] = new float[3] }), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => adam.Restore(-1, before));
        Assert.Equal(before, EveryOptimizer.StateOf(adam));
        Assert.Equal(1, adam.Steps);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Lengths_that_do_not_fit_are_refused(string name)
    {
        Optimizer<float> optimizer = EveryOptimizer.Create<float>(name);
        Assert.Contains("2 parameters but 3 gradients", Assert.Throws<ArgumentException>(() => optimizer.Update(new float[2], new float[3])).Message, StringComparison.Ordinal);
        optimizer.Update(new float[2], new float[2]);
        if (!optimizer.StateNames.IsEmpty)
            Assert.Contains("2 parameters since its first step, got 3", Assert.Throws<ArgumentException>(() => optimizer.Update(new float[3], new float[3])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(0));
        Assert.Throws<ArgumentOutOfRangeException>("beta1", () => new Adam(1, beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>("beta2", () => new Adam(1, beta2: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new Adam(1, epsilon: 0));
        Assert.Throws<ArgumentOutOfRangeException>("weightDecay", () => new AdamW(1, weightDecay: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>("momentumDecay", () => new NAdam(1, momentumDecay: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("momentum", () => new Momentum(1, momentum: 1));
        Assert.Throws<ArgumentOutOfRangeException>("form", () => new Momentum(1, form: (MomentumForm)2));
        Assert.Throws<ArgumentOutOfRangeException>("momentum", () => new Nesterov(1, momentum: -1));
        Assert.Throws<ArgumentOutOfRangeException>("form", () => new Nesterov(1, form: (MomentumForm)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("decay", () => new RMSProp(1, decay: 1));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new AdaGrad(1, epsilon: double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("decay", () => new AdaDelta(1, decay: 2));
    }
}
