using System;
using System.IO;
using System.Linq;

namespace Lecture;

/// <summary>The whole run: each example with its gradient beside differences, and its graph.</summary>
internal static class Lesson
{
    /// <summary>What differences are away from the gradient at most, relative to the larger of both and 1.</summary>
    private const double Tolerance = 1e-8;

    public static int Execute(string pictures)
    {
        bool[] right = [.. Examples.All.Select(Print)];
        try
        {
            foreach (Example example in Examples.All.Where(example => example.Graph is not null))
            {
                string path = Path.Combine(pictures, example.File!);
                GraphPicture.Save(path, example.Graph!(example.Point), example.Result, $"{example.Title}: {example.Formula}");
                Console.WriteLine($"wrote {path}");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }

        if (right.All(one => one))
            return 0;
        Console.Error.WriteLine("error: a gradient is not that of differences.");
        return 1;
    }

    /// <summary>Whether the differences agree.</summary>
    private static bool Print(Example example)
    {
        double[] gradient = example.Gradient(example.Point), differences = example.CentralDifferences();
        Console.WriteLine($"{example.Title}: {example.Formula}");
        Console.WriteLine($"  at {string.Join(", ", example.Names.Zip(example.Point, (name, x) => $"{name} = {x:0.####}"))}: {example.Result} = {example.Value(example.Point):0.####}");
        for (int i = 0; i < gradient.Length; i++)
            Console.WriteLine($"  {$"d{example.Result}/d{example.Names[i]}",-7}{gradient[i],10:0.00}     central difference {differences[i],13:0.0000000}");
        bool agree = gradient.Zip(differences, (a, b) => Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)))).All(one => one);
        Console.WriteLine(agree ? "  they agree" : "  THEY DO NOT AGREE");
        Console.WriteLine();
        return agree;
    }
}
