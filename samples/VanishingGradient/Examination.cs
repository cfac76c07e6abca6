using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GenNet;

namespace VanishingGradient;

/// <summary>The whole run: twelve networks, a table, a picture.</summary>
internal static class Examination
{
    public static int Execute(Options options)
    {
        Console.WriteLine($"{Sizes.Layers} layers of {Sizes.Units} units and a softmax, {options.Samples} samples; weights before any training:"
            + $" small (deviation {Sizes.Small}), large (deviation {Sizes.Large}), Xavier (deviation {Math.Sqrt(2.0 / (Sizes.Units + Sizes.Units)):0.###}), He (deviation {Math.Sqrt(2.0 / Sizes.Units):0.###})");
        Console.WriteLine();
        Batch batch = Batch.Draw(options.Samples, options.Seed);
        var findings = new List<Finding>();
        foreach (Combination combination in Combination.All)
        {
            NetworkInspection inspection = combination.Inspect(batch, options.Seed);
            findings.Add(Finding.From(combination, inspection));
            if (options.Details)
                Console.WriteLine(inspection);
        }

        Print(findings);
        try
        {
            Picture.Save(options.Picture, findings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }

        Console.WriteLine($"wrote {options.Picture}");
        return 0;
    }

    private static void Print(IReadOnlyList<Finding> findings)
    {
        Console.WriteLine("                     activations                                               gradient");
        Console.WriteLine("                     deviation     deviation     saturated                     norm          norm");
        Console.WriteLine("                     in layer 1    in layer 10   in layer 10                   in layer 1    in layer 10");
        foreach (IGrouping<string, Finding> function in findings.GroupBy(finding => finding.Of.Function))
        {
            foreach (Finding finding in function)
            {
                LayerInspection first = finding.Layers[0], last = finding.Layers[^1];
                Console.WriteLine($"{finding.Of.Function,-10}{finding.Of.Init,-11}{first.Deviation,-14:G3}{last.Deviation,-14:G3}{last.Saturated,-14:P0}{finding.Activations,-16}"
                    + $"{first.GradientNorm,-14:G3}{last.GradientNorm,-14:G3}{finding.Gradients}");
            }

            Console.WriteLine();
        }

        Console.WriteLine(Finding.Rules);
        Console.WriteLine();
        Console.WriteLine("Both are kept: " + string.Join("; ", findings.Where(finding => finding is { Activations: "kept", Gradients: "kept" }).Select(finding => $"{finding.Of.Function} with {finding.Of.Init}")));
    }
}
