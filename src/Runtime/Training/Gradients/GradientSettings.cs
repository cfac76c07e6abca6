namespace GenNet;

/// <summary>What a trainer does to the gradients between the backward pass and the optimizer, as its user has set it.</summary>
internal readonly record struct GradientSettings(double L1, double L2, double? ClipValue, double? ClipNorm)
{
    /// <summary>The settings, for the comparison with those of a checkpoint.</summary>
    public override string ToString() => ScheduleSettings.Text($"l1={L1} l2={L2} clipValue={ClipValue} clipNorm={ClipNorm}");
}
