using System.Linq;

namespace SineWave;

/// <summary>Continuations that need no network.</summary>
internal static class Guesses
{
    /// <summary>The last period of the slow sine again and again.</summary>
    public static float[] LastPeriod(Wave wave, int steps) =>
        [.. Enumerable.Range(0, steps).Select(step => wave.At(Wave.Given - Wave.SlowPeriod + step % Wave.SlowPeriod))];

    /// <summary>Zero, the mean of all waves.</summary>
    public static float[] Mean(int steps) => new float[steps];
}
