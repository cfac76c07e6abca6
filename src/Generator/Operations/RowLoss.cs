using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>A loss of all outputs of a sample, which is a method of the user's: it is called for each row, together with its gradient.</summary>
/// <param name="layer">The last layer.</param>
/// <param name="result">The gradient of the outputs.</param>
/// <param name="source">The outputs.</param>
/// <param name="target">The targets.</param>
/// <param name="function">The name of the method, for formulas.</param>
internal sealed class RowLoss(int layer, Value result, Value source, Value target, string function) : LossOperation(layer, result, source, target)
{
    /// <summary>What the method is called where it is written: the user's name may be one of the library's.</summary>
    public const string Method = "LossOfRow";

    public override ImmutableArray<Value> Reads => [Source, Target];

    public override string Gradient => $"d {function}({Source.Name}, {Target.Name}) / d {Source.Name}";

    public override string Comment => $"loss = the sum of {function}({Source.Name}, {Target.Name}) over the rows; {Formula}";

    /// <summary>The gradient of a row is written while the row is read.</summary>
    public override bool MayOverwrite(Value read) => false;
}
