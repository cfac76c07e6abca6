namespace VanishingGradient;

/// <summary>What the twelve networks have in common.</summary>
internal static class Sizes
{
    /// <summary>The numbers of a sample, and the classes.</summary>
    public const int Inputs = 100, Classes = 10;

    /// <summary>The hidden layers, and the units of each.</summary>
    public const int Layers = 10, Units = 100;

    /// <summary>Deviations of the weights: too small, and too large, for 100 inputs of variance 1.</summary>
    public const double Small = 0.01, Large = 1;
}
