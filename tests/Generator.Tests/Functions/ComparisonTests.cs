using System;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>The judge of gradients, by gradients that are written by hand: the right one passes, every wrong one is found.</summary>
public class ComparisonTests
{
    private static readonly RandomFunction Function = new(
        "F", [new("x", ParameterKind.Scalar), new("c", ParameterKind.Scalar, IsConstant: true), new("w", ParameterKind.Span)], Fragment.Block());

    private static readonly Point At = new([0.5, 2], [], [[1, -2, 3]], []);

    [Fact]
    public void The_right_gradient_passes()
    {
        var counts = new ComparisonCounts();

        Assert.Null(Compare(new ByHand(), counts));

        Assert.Equal((4, 4, 0, 1, 1), (counts.Derivatives, counts.Nonzero, counts.Undecided, counts.Buffered, counts.TooShort));
    }

    [Theory]
    [InlineData(0, "derivative by x")]
    [InlineData(1, "derivative by w[0]")]
    [InlineData(3, "derivative by w[2]")]
    public void A_wrong_derivative_is_found(int place, string message)
    {
        Failure? failure = Compare(new ByHand { WrongDerivative = place });

        Assert.Equal(FailureKind.Gradient, failure!.Kind);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivative_that_is_no_number_is_found() => Assert.Equal(FailureKind.Gradient, Compare(new ByHand { WrongDerivative = 1, Error = double.NaN })!.Kind);

    [Fact]
    public void The_last_bit_of_the_value_counts() => Assert.Equal(FailureKind.Value, Compare(new ByHand { ValueError = Math.Pow(2, -50) })!.Kind);

    [Fact]
    public void The_last_bit_with_a_buffer_counts() => Assert.Equal(FailureKind.Buffer, Compare(new ByHand { BufferError = Math.Pow(2, -50) })!.Kind);

    [Fact]
    public void A_buffer_that_is_too_short_is_refused() => Assert.Equal(FailureKind.Buffer, Compare(new ByHand { TakesAnyBuffer = true })!.Kind);

    [Theory]
    [InlineData(0)]
    [InlineData(1e-7)]
    [InlineData(-3e-6)]
    [InlineData(2.5e-5)]
    public void Near_a_kink_or_a_jump_nothing_is_said(double place)
    {
        Assert.Equal(Verdict.Undecided, Differences.Judge(x => Math.Abs(x - place), 0.3, 1e-6).Verdict);
        Assert.Equal(Verdict.Undecided, Differences.Judge(x => x > place ? 1 : 0, 0.3, 1e-6).Verdict);
    }

    [Fact]
    public void On_the_way_to_a_kink_a_slope_is_right_or_wrong()
    {
        Assert.Equal(Verdict.Agree, Differences.Judge(x => Math.Abs(x - 2e-5), -1, 1e-6).Verdict);
        Assert.Equal(Verdict.Differ, Differences.Judge(x => Math.Abs(x - 1e-3), 1, 1e-6).Verdict);
    }

    private static Failure? Compare(ByHand gradient, ComparisonCounts? counts = null) =>
        new FunctionComparison(Function, gradient, gradient, 1e-6, counts ?? new ComparisonCounts()).At(At);

    /// <summary>c sin(x) + x sum of w_i^2.</summary>
    private sealed class ByHand : IEmittedFunction
    {
        public int WrongDerivative { get; init; } = -1;

        public double Error { get; init; } = 1e-5;

        public double ValueError { get; init; }

        public double BufferError { get; init; }

        public bool TakesAnyBuffer { get; init; }

        public FunctionResult Value(Point point) => new((point.Numbers[1] * Math.Sin(point.Numbers[0])) + (point.Numbers[0] * point.Spans[0].Sum(w => w * w)), point.Spans, []);

        public FunctionResult Gradient(Point point)
        {
            FunctionResult value = Value(point);
            double[] gradient = [(point.Numbers[1] * Math.Cos(point.Numbers[0])) + point.Spans[0].Sum(w => w * w), .. point.Spans[0].Select(w => 2 * point.Numbers[0] * w)];
            if (WrongDerivative >= 0)
                gradient[WrongDerivative] *= 1 + Error;
            return value with { Value = value.Value + ValueError, Gradient = gradient };
        }

        public int? KeptLength(Point point) => 3;

        public FunctionResult Buffered(Point point, int length)
        {
            if (length < 3 && !TakesAnyBuffer)
                throw new ArgumentException("Too short.");
            FunctionResult result = Gradient(point);
            return result with { Gradient = [.. result.Gradient.Select(number => number + BufferError)] };
        }
    }
}
