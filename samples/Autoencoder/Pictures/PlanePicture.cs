using System;
using System.Linq;
using System.Numerics;
using System.Xml.Linq;
using Samples;

namespace Autoencoder;

/// <summary>The plane of the test images, and what is left of some of them on the way through it.</summary>
internal static class PlanePicture
{
    private const double ChartWidth = 820, Height = 730, Top = 44;

    /// <summary>Of each digit; an image and its reconstruction are a pair.</summary>
    private const int Pairs = 2;

    public static void Save(string path, PlaneNet net, Digits test)
    {
        XElement page = SvgPage.Create(ChartWidth + 2 * Pairs * ImageGrid.Pitch + 40, Height);
        page.Add(Plane(Codes.Of(net, test.Images.Inputs), test.Labels).Draw(0, 0, ChartWidth, Height, 0));
        page.Add(SvgPlot.Text("Test images, reconstructed", ChartWidth + Pairs * ImageGrid.Pitch, 20, "middle", 15));
        int[] shown = test.FirstOfEach(Pairs);
        for (int row = 0; row * Pairs < shown.Length; row++)
            page.Add(ImageGrid.Row(ChartWidth, Top + row * ImageGrid.Pitch, shown.Skip(row * Pairs).Take(Pairs).SelectMany(image => Pair(net, test.Images.Input(image)))));
        SvgPage.Save(path, page);
    }

    private static float[][] Pair(PlaneNet net, ReadOnlySpan<float> image)
    {
        var reconstruction = new float[Digits.Pixels];
        net.Forward(image, reconstruction);
        return [image.ToArray(), reconstruction];
    }

    private static SvgChart Plane(Vector2[] codes, int[] labels)
    {
        var chart = new SvgChart($"{codes.Length:N0} test images on the plane that the network has found without a label", "first number", "second number")
        {
            XRange = Range([.. codes.Select(code => code.X)]),
            YRange = Range([.. codes.Select(code => code.Y)]),
        };
        for (int digit = 0; digit < 10; digit++)
        {
            Vector2[] of = [.. codes.Where((_, row) => labels[row] == digit)];
            chart.Dots($"{digit}", [.. of.Select(code => (double)code.X)], [.. of.Select(code => (double)code.Y)], 1.5);
        }

        return chart;
    }

    /// <summary>A few images stand far outside: without one in five hundred on each side the others have the room that they need.</summary>
    private static (double Low, double High) Range(float[] numbers)
    {
        Array.Sort(numbers);
        int outside = numbers.Length / 500;
        return (numbers[outside], numbers[^(outside + 1)]);
    }
}
