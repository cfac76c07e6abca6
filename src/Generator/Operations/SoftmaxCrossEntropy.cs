using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>Softmax and cross-entropy as one function of the logits: -sum of d log y; its gradient is sum(d) y - d, which is y - d for a distribution d.</summary>
/// <param name="layer">The last layer.</param>
/// <param name="result">The gradient of the logits.</param>
/// <param name="logits">z.</param>
/// <param name="target">d.</param>
internal sealed class SoftmaxCrossEntropy(int layer, Value result, Value logits, Value target) : LossOperation(layer, result, logits, target)
{
    public override ImmutableArray<Value> Reads => [Source, Target];

    public override string Gradient => $"sum({Target.Name}) softmax({Source.Name}) - {Target.Name}";

    public override string Comment =>
        $"loss = -sum of {Target.Name} log y, and log y = {Source.Name} - log(sum of exp {Source.Name}); {Formula}";
}
