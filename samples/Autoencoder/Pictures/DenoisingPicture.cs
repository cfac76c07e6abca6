using System;
using System.Linq;
using System.Xml.Linq;
using GenNet;
using Samples;

namespace Autoencoder;

/// <summary>One test image of each digit: with noise, without, and as it was.</summary>
internal static class DenoisingPicture
{
    private const double Margin = 20, Labels = 90, Top = 56;

    public static void Save(string path, DenoisingNet net, Digits test, Dataset<float> noisy)
    {
        int[] shown = test.FirstOfEach(1);
        XElement page = SvgPage.Create(2 * Margin + Labels + shown.Length * ImageGrid.Pitch, Top + 3 * ImageGrid.Pitch + Margin);
        page.Add(SvgPlot.Text("Test images whose noise the network takes away", Margin, 30, "start", 18));
        AddRow(page, 0, "noisy", [.. shown.Select(row => noisy.Input(row).ToArray())]);
        AddRow(page, 1, "cleaned", [.. shown.Select(row => Clean(net, noisy.Input(row)))]);
        AddRow(page, 2, "original", [.. shown.Select(row => noisy.Target(row).ToArray())]);
        SvgPage.Save(path, page);
    }

    private static void AddRow(XElement page, int row, string name, float[][] images)
    {
        double top = Top + row * ImageGrid.Pitch;
        page.Add(SvgPlot.Text(name, Margin, top + ImageGrid.Size / 2 + 5, "start", 14));
        page.Add(ImageGrid.Row(Margin + Labels, top, images));
    }

    private static float[] Clean(DenoisingNet net, ReadOnlySpan<float> image)
    {
        var clean = new float[Digits.Pixels];
        net.Forward(image, clean);
        return clean;
    }
}
