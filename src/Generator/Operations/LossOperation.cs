using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>A loss: its value is the sum over the rows, its result the gradient of its source times a factor, the mean over the batch.</summary>
/// <param name="layer">The last layer.</param>
/// <param name="result">The gradient of the source.</param>
/// <param name="source">What it is a function of.</param>
/// <param name="target">The targets.</param>
internal abstract class LossOperation(int layer, Value result, Value source, Value target) : Operation(layer)
{
    public Value Source => source;

    public Value Target => target;

    public override Value Result => result;

    /// <summary>The gradient as a formula of source and target.</summary>
    public abstract string Gradient { get; }

    public override string Formula => $"{result.Name} = scale * ({Gradient})";

    public override bool MayOverwrite(Value read) => read == source;
}
