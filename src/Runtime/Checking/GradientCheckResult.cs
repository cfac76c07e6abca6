using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace GenNet;

/// <summary>One element of a gradient, as the network computes it and as the central difference gives it.</summary>
public readonly record struct GradientDeviation
{
    /// <summary>The tensor in the network's Layout, or <c>inputs</c>.</summary>
    public string Tensor { get; init; }

    /// <summary>The place in the tensor, dense: [output, input] in the weights of a dense layer, [row, input] in the inputs.</summary>
    public ImmutableArray<int> Index { get; init; }

    /// <summary>What Backward computes.</summary>
    public double Analytic { get; init; }

    /// <summary>The central difference of Evaluate.</summary>
    public double Numeric { get; init; }

    /// <summary>The difference that the options allow for this element.</summary>
    public double Tolerance { get; init; }

    /// <summary>|analytic - numeric|.</summary>
    public double Difference => Math.Abs(Analytic - Numeric);

    /// <summary>Whether the difference is within the tolerance; never where a value is NaN or infinite.</summary>
    public bool Passed => double.IsFinite(Difference) && Difference <= Tolerance;

    /// <summary>The difference in units of the tolerance; infinite where a value is NaN or infinite.</summary>
    internal double Severity => !double.IsFinite(Difference) ? double.PositiveInfinity : Difference == 0 ? 0 : Difference / Tolerance;

    /// <summary>For example <c>0.weight[1, 2]: analytic 0.5, numeric 0.25, difference 0.25, allowed 0.00026</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Tensor}[{string.Join(", ", Index)}]: analytic {Analytic:G9}, numeric {Numeric:G9}, difference {Difference:G3}, allowed {Tolerance:G3}");
}

/// <summary>The check of one tensor of parameters, or of the inputs.</summary>
public sealed class TensorGradientCheck
{
    internal TensorGradientCheck(string name, int count, int checkedCount, int failedCount, GradientDeviation worst)
    {
        Name = name;
        Count = count;
        CheckedCount = checkedCount;
        FailedCount = failedCount;
        Worst = worst;
    }

    /// <summary>The tensor in the network's Layout, or <c>inputs</c>.</summary>
    public string Name { get; }

    /// <summary>The elements of the tensor.</summary>
    public int Count { get; }

    /// <summary>The elements that were checked.</summary>
    public int CheckedCount { get; }

    /// <summary>The elements that did not pass.</summary>
    public int FailedCount { get; }

    /// <summary>The element whose difference is the largest in units of its tolerance.</summary>
    public GradientDeviation Worst { get; }

    /// <summary>For example <c>FAILED  0.weight: 1 of 6 failed (6 in all); worst 0.weight[1, 2]: ...</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(FailedCount == 0 ? "passed" : "FAILED")}  {Name}: {FailedCount} of {CheckedCount} failed ({Count} in all); worst {Worst}");
}

/// <summary>What <see cref="GradientCheck"/> found.</summary>
public sealed class GradientCheckResult
{
    private readonly string _network;

    internal GradientCheckResult(string network, ImmutableArray<TensorGradientCheck> tensors)
    {
        _network = network;
        Tensors = tensors;
        Worst = tensors.MaxBy(tensor => tensor.Worst.Severity)!.Worst;
    }

    /// <summary>Whether every element that was checked is within its tolerance.</summary>
    public bool Passed => Tensors.All(tensor => tensor.FailedCount == 0);

    /// <summary>The element, of all tensors, whose difference is the largest in units of its tolerance.</summary>
    public GradientDeviation Worst { get; }

    /// <summary>The tensors in the order of the layers, then the inputs.</summary>
    public ImmutableArray<TensorGradientCheck> Tensors { get; }

    /// <summary>Does nothing where the check passed.</summary>
    /// <exception cref="InvalidOperationException">It did not; the message is that of <see cref="ToString"/>.</exception>
    public void ThrowIfFailed()
    {
        if (!Passed)
            throw new InvalidOperationException(ToString());
    }

    /// <summary>A line of verdict, then a line for each tensor.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("Gradient check of ").Append(_network).Append(Passed ? " passed; worst " : " FAILED at ").Append(Worst);
        foreach (TensorGradientCheck tensor in Tensors)
            text.Append("\n  ").Append(tensor);
        return text.ToString();
    }
}
