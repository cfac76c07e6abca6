using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>Softmax and cross-entropy of classes that are given by their numbers: -log y of the class; its gradient is y, less 1 for the class. Where the number is below 0 there is no loss.</summary>
/// <param name="layer">The last layer.</param>
/// <param name="result">The gradient of the logits.</param>
/// <param name="logits">z.</param>
/// <param name="target">d, one number for each row.</param>
internal sealed class ClassCrossEntropy(int layer, Value result, Value logits, Value target) : LossOperation(layer, result, logits, target)
{
    public override ImmutableArray<Value> Reads => [Source, Target];

    public override string Gradient => $"softmax({Source.Name}) - 1 where it is class {Target.Name}";

    public override string Comment =>
        $"loss = -log y of class {Target.Name}, and log y = {Source.Name} - log(sum of exp {Source.Name}); {Formula}; nothing where {Target.Name} is below 0";
}
