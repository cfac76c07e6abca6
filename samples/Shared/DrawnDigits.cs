using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using GenNet;

namespace Samples;

/// <summary>
/// Digits of our own, 28 x 28 like MNIST's: the strokes of each digit, bent, slanted, turned, scaled and shifted at random,
/// drawn with a pen of random width, with noise. One seed gives one data set.
/// </summary>
internal static class DrawnDigits
{
    private const int Size = 28;

    /// <summary>The strokes of the ten digits as polylines in the unit square, y downwards.</summary>
    private static readonly Vector2[][][] Strokes =
    [
        [Arc(0.5f, 0.5f, 0.3f, 0.45f, 0, 360)],
        [[new(0.32f, 0.25f), new(0.55f, 0.05f), new(0.55f, 0.95f)]],
        [[.. Arc(0.5f, 0.3f, 0.3f, 0.25f, -170, 40), new(0.2f, 0.95f), new(0.82f, 0.95f)]],
        [Arc(0.47f, 0.27f, 0.28f, 0.22f, -150, 90), Arc(0.47f, 0.72f, 0.32f, 0.23f, -90, 150)],
        [[new(0.62f, 0.95f), new(0.62f, 0.05f), new(0.18f, 0.65f), new(0.85f, 0.65f)]],
        [[new(0.78f, 0.06f), new(0.3f, 0.06f), new(0.26f, 0.45f), .. Arc(0.48f, 0.67f, 0.3f, 0.27f, -110, 140)]],
        [[new(0.68f, 0.05f), new(0.35f, 0.4f), .. Arc(0.5f, 0.68f, 0.28f, 0.26f, -170, 190)]],
        [[new(0.18f, 0.07f), new(0.82f, 0.07f), new(0.42f, 0.95f)]],
        [Arc(0.5f, 0.27f, 0.24f, 0.21f, 0, 360), Arc(0.5f, 0.72f, 0.29f, 0.24f, 0, 360)],
        [[.. Arc(0.5f, 0.3f, 0.26f, 0.25f, 0, 360), new(0.74f, 0.55f), new(0.6f, 0.95f)]],
    ];

    /// <summary>So many digits, with one-hot targets.</summary>
    public static Dataset<float> Draw(int count, ulong seed)
    {
        var random = new RandomStream(seed);
        var images = new float[count * Size * Size];
        var labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.NextInt(10);
            Draw(labels[i], random, images.AsSpan(i * Size * Size, Size * Size));
        }

        var targets = new float[count * 10];
        for (int i = 0; i < count; i++)
            targets[i * 10 + labels[i]] = 1;
        return new Dataset<float>(images, targets, Size * Size, 10);
    }

    private static void Draw(int digit, RandomStream random, Span<float> image)
    {
        float width = Between(random, 0.8f, 1.7f), noise = Between(random, 0, 0.12f);
        Func<Vector2, Vector2> place = Placement(random);
        Vector2[][] strokes = Strokes[digit]
            .Select(stroke => stroke.Select(point => place(point + 0.022f * Jitter(random))).ToArray())
            .ToArray();
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
            {
                // A soft edge one pixel wide.
                float ink = Math.Clamp(width + 0.5f - Distance(strokes, new Vector2(x, y)), 0, 1);
                image[y * Size + x] = Math.Clamp(ink + noise * (float)random.NextGaussian(), 0, 1);
            }
        }
    }

    /// <summary>From the unit square to pixels: scaled, slanted, turned and shifted.</summary>
    private static Func<Vector2, Vector2> Placement(RandomStream random)
    {
        Vector2 scale = new(Between(random, 14, 20), Between(random, 17, 22));
        float slant = Between(random, -0.3f, 0.3f);
        float angle = Between(random, -0.25f, 0.25f);
        Vector2 center = new(13.5f + Between(random, -2.5f, 2.5f), 13.5f + Between(random, -2.5f, 2.5f));
        (float sin, float cos) = MathF.SinCos(angle);
        return point =>
        {
            Vector2 p = (point - new Vector2(0.5f)) * scale;
            p.X -= slant * p.Y;
            return center + new Vector2(cos * p.X - sin * p.Y, sin * p.X + cos * p.Y);
        };
    }

    private static float Distance(Vector2[][] strokes, Vector2 pixel)
    {
        float nearest = float.MaxValue;
        foreach (Vector2[] stroke in strokes)
        {
            for (int i = 1; i < stroke.Length; i++)
            {
                Vector2 along = stroke[i] - stroke[i - 1], to = pixel - stroke[i - 1];
                float t = Math.Clamp(Vector2.Dot(to, along) / Math.Max(along.LengthSquared(), 1e-6f), 0, 1);
                nearest = Math.Min(nearest, (to - t * along).LengthSquared());
            }
        }

        return MathF.Sqrt(nearest);
    }

    private static Vector2[] Arc(float x, float y, float radiusX, float radiusY, float fromDegrees, float toDegrees)
    {
        var points = new List<Vector2>();
        for (int i = 0; i <= 12; i++)
        {
            float angle = (fromDegrees + (toDegrees - fromDegrees) * i / 12) * MathF.PI / 180;
            points.Add(new Vector2(x + radiusX * MathF.Cos(angle), y + radiusY * MathF.Sin(angle)));
        }

        return [.. points];
    }

    private static Vector2 Jitter(RandomStream random) => new((float)random.NextGaussian(), (float)random.NextGaussian());

    private static float Between(RandomStream random, float low, float high) => low + (high - low) * random.NextSingle();
}
