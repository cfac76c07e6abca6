using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.Layers;

/// <summary>
/// The methods of layers on the way forward. Most serve training and inference alike. Behind a dropout, a layer may read one value where training reads two, as a
/// dropout's result is its input without training; or the caller's rows, which have no padding: then it has a method for each. Where a normalisation is folded into the
/// layer before, both layers have one method for that and one for the trace.
/// </summary>
internal static class ForwardMethods
{
    /// <summary>The name of the method of a layer, one of training or one of inference.</summary>
    public static string Name(NetworkProgram program, LayerProgram layer) =>
        $"Layer{layer.Number}{(IsOfTrainingAlone(program, layer) ? "Training" : IsFolded(program, layer) ? "Folded" : "")}Forward";

    /// <summary>Whether the trace has a method of its own for this layer, whose normalisation is folded elsewhere.</summary>
    public static bool IsFolded(NetworkProgram program, LayerProgram layer) =>
        !IsOfTraining(program, layer) && !ReferenceEquals(program.Forward.Traced[layer.Number - 1], layer);

    /// <summary>Whether inference has a method of its own for this layer of training.</summary>
    public static bool IsOfTrainingAlone(NetworkProgram program, LayerProgram layer) => IsOfTraining(program, layer) && !AreShared(program, layer.Number);

    /// <summary>Whether training has a method of its own for this layer of inference.</summary>
    public static bool IsOfInferenceAlone(NetworkProgram program, LayerProgram layer) => !IsOfTraining(program, layer) && (IsFolded(program, layer) || !AreShared(program, layer.Number));

    private static bool IsOfTraining(NetworkProgram program, LayerProgram layer) => ReferenceEquals(program.Training?.Layers[layer.Number - 1], layer);

    private static bool AreShared(NetworkProgram program, int number)
    {
        ImmutableArray<Operation> trained = program.Layers[number - 1].Forward, inferred = program.Forward.Traced[number - 1].Forward;
        return inferred.Length == 0
            || (trained.Select(operation => operation.GetType()).SequenceEqual(inferred.Select(operation => operation.GetType()))
                && Arguments.Of(trained).Count() == Arguments.Of(inferred).Count() && CallersIn(Loops(trained)).SequenceEqual(CallersIn(Loops(inferred))));

        // What is called in the library takes rows of any kind.
        IEnumerable<Operation> Loops(IEnumerable<Operation> operations) => operations.Where(operation => LibraryCalls.Of(program.Format, operation) is null);
    }

    private static IEnumerable<bool> CallersIn(IEnumerable<Operation> operations) => Arguments.Of(operations).Select(value => value.IsCallers);
}
