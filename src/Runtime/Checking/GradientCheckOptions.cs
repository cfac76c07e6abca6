using System;

namespace GenNet;

/// <summary>How <see cref="GradientCheck"/> compares. Each property refuses an unusable value at once.</summary>
/// <remarks>
/// A gradient passes where |analytic - numeric| is at most AbsoluteTolerance + RelativeTolerance * |numeric|. The defaults for
/// double are those of PyTorch's gradcheck. In float the loss itself is only good to about 1e-6 of its size; divided by
/// twice the step of 5e-3 that is 1e-4 in the numeric gradient, hence the larger step and tolerances.
/// </remarks>
public sealed class GradientCheckOptions
{
    private readonly double? _step;
    private readonly double? _absoluteTolerance;
    private readonly double? _relativeTolerance;
    private readonly int? _samplesPerTensor;

    /// <summary>The step h of the central difference, multiplied by the size of the parameter where that is above 1;
    /// 1e-6 for double, 5e-3 for float by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double? Step
    {
        get => _step;
        init => _step = value is null || (double.IsFinite(value.Value) && value > 0)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Step), value, "Step must be finite and above 0.");
    }

    /// <summary>The difference that is allowed whatever the gradient; 1e-5 for double, 1e-3 for float by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or below 0.</exception>
    public double? AbsoluteTolerance
    {
        get => _absoluteTolerance;
        init => _absoluteTolerance = Tolerance(value, nameof(AbsoluteTolerance));
    }

    /// <summary>The difference that is allowed in proportion to the numeric gradient; 1e-3 for double, 1e-2 for float by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or below 0.</exception>
    public double? RelativeTolerance
    {
        get => _relativeTolerance;
        init => _relativeTolerance = Tolerance(value, nameof(RelativeTolerance));
    }

    /// <summary>For large networks: how many elements of each tensor (and of the inputs) are checked, drawn with
    /// <see cref="Seed"/>; all of them by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? SamplesPerTensor
    {
        get => _samplesPerTensor;
        init => _samplesPerTensor = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(SamplesPerTensor), value, "SamplesPerTensor must be at least 1.");
    }

    /// <summary>The seed of the draw, 0 by default.</summary>
    public int Seed { get; init; }

    /// <summary>Whether the gradient of the inputs is checked too, as it is by default.</summary>
    public bool Inputs { get; init; } = true;

    private static double? Tolerance(double? value, string name) => value is null || (double.IsFinite(value.Value) && value >= 0)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and at least 0.");
}
