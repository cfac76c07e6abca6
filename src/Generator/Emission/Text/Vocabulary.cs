using GenNet.Generator.Expressions;

namespace GenNet.Generator.Emission.Text;

/// <summary>The words that loops are written in: the number type and its vector, as wide as the JIT makes it.</summary>
/// <param name="Scalar">float or double.</param>
internal sealed record Vocabulary(string Scalar)
{
    /// <summary>
    /// On each method with loops: the JIT neither waits nor guesses from the first calls, and does not put all layers into one
    /// method, where its budget for inlining would end in the middle of a loop.
    /// </summary>
    public const string Optimized = "[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]";

    /// <summary>On each pass over the layers, for the same reason.</summary>
    public const string OptimizedPass = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    /// <summary>On methods that only call the library: within their pass its calls have literal sizes.</summary>
    public const string Inlined = "[MethodImpl(MethodImplOptions.AggressiveInlining)]";

    public static Vocabulary Of(Precision precision) => new(precision == Precision.Float ? "float" : "double");

    /// <summary>The vector type.</summary>
    public string Vector => $"Vector<{Scalar}>";

    /// <summary>The matrix type.</summary>
    public string Rows => $"Rows<{Scalar}>";

    /// <summary>The numbers of a vector.</summary>
    public string Lanes => $"Vector<{Scalar}>.Count";

    /// <summary>The numbers of a cache line: what rows are padded to.</summary>
    public int LineLanes => Scalar == "float" ? 16 : 8;

    public ExpressionStyle Vectors => new VectorStyle(Scalar, "Vector");

    public ExpressionStyle Scalars => new ScalarStyle(Scalar);
}
