using System.Linq;
using Samples;

namespace SineWave;

/// <summary>Waves that the network has not seen: what it was given, what it went on with, and how they truly go on.</summary>
internal static class Picture
{
    private const int Steps = 200, Shown = 3;
    private const string Given = "#555555", True = "#E69F00", Own = "#0072B2";

    /// <summary>Writes the picture.</summary>
    /// <param name="path">The file; its folder is created where it is missing.</param>
    /// <param name="net">The trained network.</param>
    /// <param name="waves">The first of them are drawn.</param>
    /// <param name="seed">Of the run, for the title.</param>
    public static void Save(string path, WaveNet net, Wave[] waves, int seed) => SvgFigure.Save(
        path, [.. waves.Take(Shown).Select(wave => Chart(net, wave))], columns: 1, width: 1000, height: 250,
        title: $"An Lstm goes on with waves by itself (seed {seed})");

    private static SvgChart Chart(WaveNet net, Wave wave)
    {
        double[] given = [.. Enumerable.Range(0, Wave.Given).Select(step => (double)step)];
        double[] after = [.. Enumerable.Range(Wave.Given, Steps).Select(step => (double)step)];
        return new SvgChart($"A wave of sines with the amplitudes {wave.Slow.Amplitude:F2} and {wave.Quick.Amplitude:F2}", "step", "value") { XRange = (0, Wave.Given + Steps), YRange = (-1.3, 1.3) }
            .Line("given", given, [.. given.Select(step => (double)wave.At((int)step))], Given)
            .Line("as it truly goes on", after, [.. after.Select(step => (double)wave.At((int)step))], True)
            .Line("by itself", after, [.. FreeRun.Of(net, wave, Steps).Select(value => (double)value)], Own, dashed: true);
    }
}
