using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace GenNet.Generator.Model;

/// <summary>
/// The shape of one sample: [features], [steps, features] or [channels, rows, columns]. Its numbers stand in row-major order, the last
/// dimension without a gap, as in PyTorch.
/// </summary>
/// <param name="Dimensions">Its dimensions, slowest first, each at least 1.</param>
internal sealed record Shape(EquatableArray<int> Dimensions)
{
    /// <summary>How many dimensions it has.</summary>
    public int Rank => Dimensions.Count;

    /// <summary>Its numbers, however many: nobody has checked them yet.</summary>
    public Quantity Count => Dimensions.Aggregate((Quantity)1, (product, dimension) => product * dimension);

    /// <summary>Its numbers; the largest int where there are more, which no network without mistakes has.</summary>
    public int Size => (int)Math.Min(int.MaxValue, Count.Value);

    /// <summary>The last dimension: the features of [features] and of each step of [steps, features].</summary>
    public int Features => Dimensions[Rank - 1];

    /// <summary>The same steps, if it is a sequence, of other features.</summary>
    public Shape WithFeatures(int features) => Rank == 2 ? Of(Dimensions[0], features) : Of(features);

    public static Shape Of(params int[] dimensions) => new(new EquatableArray<int>(dimensions.ToImmutableArray()));

    /// <summary>For people, and for checkpoints: <c>784</c>, <c>64 x 32</c>, <c>1 x 28 x 28</c>.</summary>
    public override string ToString() => Text("D");

    /// <summary>Its dimensions in a format of numbers.</summary>
    public string Text(string format) => string.Join(" x ", Dimensions.Select(dimension => dimension.ToString(format, CultureInfo.InvariantCulture)));
}
