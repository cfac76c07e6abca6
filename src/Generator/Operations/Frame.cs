using System.Collections.Immutable;
using GenNet.CompilerServices;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>A copy of images within zeros, as many as a window reads beyond them.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">The copy, with numbers behind it that a vector may run over.</param>
/// <param name="source">The images.</param>
/// <param name="window">The window.</param>
/// <param name="of">Which of its sides they are.</param>
internal sealed class Frame(int layer, Value result, Value source, Window window, Framed of) : Operation(layer)
{
    private const string Suffix = "Framed";

    public Value Source => source;

    public Window Window => window;

    public Framed Of => of;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => "";

    public override string Comment => of == Framed.Image && window.Stride != (1, 1)
        ? $"{result.Name}: {source.Name} within zeros, each {window.Stride.Rows} x {window.Stride.Columns} neighbours in parts of their own: a stride is a step in one of them"
        : HasZeros ? $"{result.Name}: {source.Name} within zeros"
        : $"{result.Name}: {source.Name} with room for the last vector";

    public override PaddingOf Padding => PaddingOf.Anything;

    private bool HasZeros => of == Framed.Output || window.Padding != (0, 0);

    /// <summary>What a framed value, or one in the phases of a stride, is called in formulas: both are matters of memory.</summary>
    public static string Name(Value value) => Without(JoinPhases.Suffix, Without(Suffix, value.Name));

    /// <summary>The gradient of the copy is that of the images: nobody asks for that of the zeros.</summary>
    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Flow(source, adjoints.GradientOf(this));
    }

    /// <summary>The gradient of a result within zeros, for both products of the way back.</summary>
    public static Value Gradient(IAdjoints adjoints, int layer, Value of, Value gradient, Window window, Framed side)
    {
        var framed = new Value(
            $"d{of.Name}{Suffix}", Model.Shape.Of(side == Framed.Image ? window.FramedImage : window.FramedOutput), ValueKind.Intermediate);
        adjoints.Add(of, new Frame(layer, framed, gradient, window, side));
        return framed;
    }

    private static string Without(string suffix, string name) =>
        name.EndsWith(suffix, System.StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
}

/// <summary>The sides of a window.</summary>
internal enum Framed
{
    /// <summary>The images that it moves over.</summary>
    Image,

    /// <summary>What comes out, on the way back.</summary>
    Output,
}
