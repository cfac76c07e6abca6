using System;
using System.IO;
using GenNet;

namespace Physics;

/// <summary>The whole run: a flight with hidden parameters is observed, and the parameters are found.</summary>
internal static class Experiment
{
    private static readonly Parameters Hidden = new(24, 55 * Math.PI / 180, 0.015), Start = new(18, 40 * Math.PI / 180, 0.04);

    public static int Execute(Options options)
    {
        double[] observed = Observe(options);
        Fit fit = Fit.Run(Start, observed, options.Steps);
        Console.WriteLine($"hidden   {Hidden}");
        Console.WriteLine($"start    {Start}   loss {fit.Losses[0]:0.0000} m2");
        Console.WriteLine($"found    {fit.Found}   loss {fit.Losses[^1]:0.0000} m2, of which noise {2 * options.Noise * options.Noise:0.0000} m2");
        try
        {
            Picture.Save(options.Picture, Hidden, observed, fit);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }

        Console.WriteLine($"wrote {options.Picture}");
        return 0;
    }

    /// <summary>The hidden flight with noise.</summary>
    private static double[] Observe(Options options)
    {
        double[] path = Flight.Path(Hidden);
        var noise = new RandomStream((ulong)options.Seed, 0);
        var observed = new double[2 * (Flight.Steps / Flight.Every)];
        for (int i = 0; i < observed.Length; i++)
            observed[i] = path[2 * (i / 2 + 1) * Flight.Every + i % 2] + options.Noise * noise.NextGaussian();
        return observed;
    }
}
