using System;
using System.Numerics;
using GenNet;
using Playground.Browser;

namespace Playground.Learning;

/// <summary>Digits as other hands would write them: turned, slanted and stretched at random, then centred as a drawing is.</summary>
internal static class Distortion
{
    /// <param name="image">[28 x 28].</param>
    /// <param name="random">What it is drawn from.</param>
    public static float[] Apply(ReadOnlySpan<float> image, RandomStream random)
    {
        float angle = Between(random, -0.22f, 0.22f), slant = Between(random, -0.25f, 0.25f);
        Vector2 scale = new(Between(random, 0.85f, 1.15f), Between(random, 0.85f, 1.15f));
        (float sin, float cos) = MathF.SinCos(angle);
        Vector2 middle = DigitImage.CentreOfMass(image);
        var distorted = new float[DigitImage.Size];
        for (int i = 0; i < DigitImage.Size; i++)
        {
            // Where the ink of this pixel comes from.
            Vector2 p = new Vector2(i % DigitImage.Side + 0.5f, i / DigitImage.Side + 0.5f) - middle;
            p = new Vector2(cos * p.X - sin * p.Y, sin * p.X + cos * p.Y) / scale;
            p.X += slant * p.Y;
            distorted[i] = Between(image, p + middle - new Vector2(0.5f));
        }

        float[] centred = DigitImage.Centred(distorted);
        return DigitImage.Moved(centred, random.NextInt(3) - 1, random.NextInt(3) - 1);
    }

    /// <summary>The ink between four pixels.</summary>
    private static float Between(ReadOnlySpan<float> image, Vector2 position)
    {
        int x = (int)MathF.Floor(position.X), y = (int)MathF.Floor(position.Y);
        float right = position.X - x, down = position.Y - y;
        return (1 - down) * ((1 - right) * Ink(image, x, y) + right * Ink(image, x + 1, y))
            + down * ((1 - right) * Ink(image, x, y + 1) + right * Ink(image, x + 1, y + 1));
    }

    private static float Ink(ReadOnlySpan<float> image, int x, int y) =>
        x is >= 0 and < DigitImage.Side && y is >= 0 and < DigitImage.Side ? image[y * DigitImage.Side + x] : 0;

    private static float Between(RandomStream random, float low, float high) => low + (high - low) * random.NextSingle();
}
