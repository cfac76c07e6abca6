namespace GenNet;

/// <summary>What <see cref="ReduceOnPlateau"/> remembers from epoch to epoch; part of a checkpoint.</summary>
/// <param name="Factor">The factor of the learning rate now.</param>
/// <param name="Best">The lowest loss so far; infinite before the first.</param>
/// <param name="BadEpochs">The epochs in a row without an improvement.</param>
/// <param name="Cooldown">The epochs for which such are not counted.</param>
public readonly record struct PlateauState(double Factor, double Best, int BadEpochs, int Cooldown)
{
    /// <summary>Before the first epoch.</summary>
    public static PlateauState Initial => new(1, double.PositiveInfinity, 0, 0);
}
