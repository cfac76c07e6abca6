using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using GenNet;

namespace Mnist;

/// <summary>A few test digits as text, with what the network makes of them: the first ones, and some that it gets wrong.</summary>
internal static class DigitGallery
{
    private const int Columns = 14, Rows = 14, Gap = 4;
    private const string Shades = " .:-=+*#%@";

    public static void Show<TNet>(TNet net, Dataset<float> test)
        where TNet : class, INetwork<TNet, float>
    {
        var outputs = new float[test.Count * TNet.OutputSize];
        net.Forward(test.Inputs, outputs);
        int Prediction(int i) => OneHot.Decode<float>(outputs.AsSpan(i * TNet.OutputSize, TNet.OutputSize));
        int Label(int i) => OneHot.Decode(test.Target(i));

        List<int> shown = [.. Enumerable.Range(0, Math.Min(2, test.Count))];
        shown.AddRange(Enumerable.Range(2, Math.Max(0, test.Count - 2)).Where(i => Prediction(i) != Label(i)).Take(2));

        Console.WriteLine();
        for (int row = 0; row < Rows; row += 2)
            Console.WriteLine(string.Join(new string(' ', Gap), shown.Select(i => Line(test.Input(i), row))).TrimEnd());
        Console.WriteLine(string.Join(new string(' ', Gap), shown.Select(i => Caption(Prediction(i), Label(i)).PadRight(2 * Columns))).TrimEnd());
        Console.WriteLine();
    }

    private static string Caption(int prediction, int label) =>
        prediction == label ? $"{prediction}" : $"{prediction}, wrong: it is {label}";

    /// <summary>One line of characters: each stands for one column and four rows of pixels, characters being twice as high as wide.</summary>
    private static string Line(ReadOnlySpan<float> image, int row)
    {
        var line = new StringBuilder();
        for (int x = 0; x < 2 * Columns; x++)
        {
            float ink = 0;
            for (int y = 0; y < 4; y++)
                ink += image[(2 * row + y) * 28 + x] / 4;
            line.Append(Shades[(int)Math.Round(Math.Clamp(ink, 0, 1) * (Shades.Length - 1))]);
        }

        return line.ToString();
    }
}
