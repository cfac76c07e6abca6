using System;
using System.Collections.Immutable;
using GenNet;

namespace Playground.Browser;

/// <summary>Points in two classes that ask more and more of a network.</summary>
internal static class PlaneData
{
    /// <summary>The plane reaches so far from its middle, to each side.</summary>
    public const float Reach = 2;

    private const int Count = 200;

    /// <summary>What <see cref="Draw"/> knows.</summary>
    public static ImmutableArray<string> Names { get; } = ["xor", "clouds", "circle", "moons", "spiral"];

    /// <summary>The points of a name: four of "xor", 200 of the others.</summary>
    /// <exception cref="ArgumentException">There are none of this name.</exception>
    public static PlanePoint[] Draw(string name, int seed)
    {
        if (name == "xor")
            return [new(-1, -1, 0), new(-1, 1, 1), new(1, -1, 1), new(1, 1, 0)];

        Func<RandomStream, int, PlanePoint> draw = name switch
        {
            "clouds" => Cloud,
            "circle" => Circle,
            "moons" => Moon,
            "spiral" => Spiral,
            _ => throw new ArgumentException($"There are no points '{name}'; there are {string.Join(", ", Names)}.", nameof(name)),
        };
        var random = new RandomStream((ulong)(uint)seed, stream: 1);
        var points = new PlanePoint[Count];
        for (int i = 0; i < Count; i++)
            points[i] = draw(random, i % 2);
        return points;
    }

    /// <summary>XOR again, with a cloud around each corner.</summary>
    private static PlanePoint Cloud(RandomStream random, int which)
    {
        int left = random.NextInt(2) == 0 ? -1 : 1, up = which == 0 ? left : -left;
        return Noisy(random, left, up, which, 0.25);
    }

    /// <summary>A disc, and a ring around it.</summary>
    private static PlanePoint Circle(RandomStream random, int which)
    {
        double angle = 2 * Math.PI * random.NextDouble();
        double radius = which == 0 ? 0.7 * Math.Sqrt(random.NextDouble()) : 1.2 + 0.4 * random.NextDouble();
        return Noisy(random, radius * Math.Cos(angle), radius * Math.Sin(angle), which, 0.05);
    }

    /// <summary>Two half circles, each reaching into the other.</summary>
    private static PlanePoint Moon(RandomStream random, int which)
    {
        double angle = Math.PI * random.NextDouble(), side = which == 0 ? 1 : -1;
        return Noisy(random, side * (Math.Cos(angle) - 0.5), side * (Math.Sin(angle) - 0.25), which, 0.1);
    }

    /// <summary>Two spirals of one and a half turns each, half a turn apart.</summary>
    private static PlanePoint Spiral(RandomStream random, int which)
    {
        double turn = Math.Sqrt(0.02 + 0.98 * random.NextDouble()), angle = 3 * Math.PI * turn + Math.PI * which;
        return Noisy(random, 1.7 * turn * Math.Cos(angle), 1.7 * turn * Math.Sin(angle), which, 0.03);
    }

    private static PlanePoint Noisy(RandomStream random, double x, double y, int which, double deviation) =>
        new((float)(x + deviation * random.NextGaussian()), (float)(y + deviation * random.NextGaussian()), which);
}
