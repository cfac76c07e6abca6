using System.Globalization;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Emission;

/// <summary>
/// The vector type that loop nests are written in. The same emitter runs once with Vector&lt;T&gt;, whose width the JIT
/// chooses (128 or 256 bits), and once with Vector512&lt;T&gt;.
/// </summary>
/// <param name="Scalar">float or double.</param>
/// <param name="VectorClass">Vector or Vector512.</param>
/// <param name="Lanes">The numbers of a vector, as C#.</param>
/// <param name="LanesAtMost">The most numbers that a vector of this type can have here.</param>
/// <param name="TileRows">The rows of the register tile; it is two vectors wide.</param>
/// <param name="Suffix">What the emitted class and file are called after the network.</param>
internal sealed record Vocabulary(string Scalar, string VectorClass, string Lanes, int LanesAtMost, int TileRows, string Suffix)
{
    /// <summary>
    /// On each method with loops: the JIT neither waits nor guesses from the first calls, and does not put all layers into one
    /// method, where its budget for inlining would end in the middle of a loop.
    /// </summary>
    public const string Optimized = "[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]";

    /// <summary>Six rows by two vectors leave four of the sixteen registers of AVX2 for the factors.</summary>
    public static Vocabulary Portable(Precision precision) => precision == Precision.Float
        ? new("float", "Vector", "Vector<float>.Count", 8, 6, "")
        : new("double", "Vector", "Vector<double>.Count", 4, 6, "");

    /// <summary>AVX-512 has thirty-two registers, so a tile can have more rows.</summary>
    public static Vocabulary Wide(Precision precision) => precision == Precision.Float
        ? new("float", "Vector512", "16", 16, 8, "512")
        : new("double", "Vector512", "8", 8, 8, "512");

    public string Vector => $"{VectorClass}<{Scalar}>";

    /// <summary>The depth of a product that is summed at a time: so deep a panel of two vectors fills half of a first-level cache or less.</summary>
    public int DepthBlock => VectorClass == "Vector" ? 256 : 192;

    /// <summary>The numbers of a cache line: what rows are padded to.</summary>
    public int LineLanes => Scalar == "float" ? 16 : 8;

    /// <summary>Whether a padded row can have an odd number of vectors, so that a tile of two does not divide it.</summary>
    public bool RowsMayBeOdd => LanesAtMost == LineLanes;

    public ExpressionStyle Vectors => new VectorStyle(Scalar, VectorClass);

    public ExpressionStyle Scalars => new ScalarStyle(Scalar);

    public string Load(string memory, string index) => $"{VectorClass}.LoadUnsafe(ref {memory}, (nuint){Atom(index)})";

    public string Store(string value, string memory, string index) => $"{VectorClass}.StoreUnsafe({value}, ref {memory}, (nuint){Atom(index)});";

    public string Spread(string scalar) => $"{VectorClass}.Create({scalar})";

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Atom(string index) => index.IndexOf(' ') >= 0 ? $"({index})" : index;
}
