using System.Collections.Generic;
using System.Linq;

namespace GenNet.Generator.Emission;

/// <summary>The widths of the register tiles that a file needs: two vectors, and one for the end of rows with an odd number of them.</summary>
internal sealed class TileShapes(Vocabulary v, IReadOnlyCollection<int> widths, bool hasLarge)
{
    /// <summary>Whether kernels are told of large matrices of weights.</summary>
    public bool HasLarge => hasLarge;

    public bool HasPairs { get; } = !v.RowsMayBeOdd || widths.Any(n => n > v.LineLanes);

    public bool HasOdd { get; } = v.RowsMayBeOdd && widths.Any(n => n % (2 * v.LineLanes) != 0);

    public bool HasEven { get; } = !v.RowsMayBeOdd || widths.Any(n => n % (2 * v.LineLanes) == 0);

    /// <summary>
    /// The widths, in vectors, of single rows whose sums stay in registers. From three on that measures better than four rows of
    /// weights at a time; it needs vectors of a known length.
    /// </summary>
    public IReadOnlyList<int> RowVectors { get; } =
        v.RowsMayBeOdd ? widths.Select(n => n / v.LineLanes).Where(vectors => vectors is >= 3 and <= 8).Distinct().OrderBy(vectors => vectors).ToArray() : [];

    /// <summary>The tile widths, in vectors.</summary>
    public IEnumerable<int> Columns
    {
        get
        {
            if (HasPairs)
                yield return 2;
            if (HasOdd)
                yield return 1;
        }
    }
}
