using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The values that a method of some operations takes, as its parameters and as the arguments of a call.</summary>
internal static class Arguments
{
    /// <summary>The values in the order in which the formulas name them, each once.</summary>
    public static IEnumerable<Value> Of(IEnumerable<Operation> operations) =>
        operations.SelectMany(operation => operation.Reads.Concat(operation.Writes)).Distinct();

    /// <summary>The parameters of the method.</summary>
    public static IEnumerable<string> Parameters(Vocabulary words, IReadOnlyCollection<Operation> operations) =>
        Noise(operations, "DropoutNoise noise").Concat(Place(operations, $"{PlaceType(operations)} place")).Concat(Of(operations).Select(value => $"{words.Rows} {value.Name}"))
        .Concat(Share(operations, "Share share"));

    /// <summary>The arguments of a call: parameters from <c>p</c>, gradients of parameters from <c>g</c>, scratch from <c>s</c>, the caller's rows by their name.</summary>
    public static IEnumerable<string> Call(IReadOnlyCollection<Operation> operations) =>
        Noise(operations, "noise").Concat(Place(operations, "place")).Concat(Of(operations).Select(Argument)).Concat(Share(operations, "share"));

    public static string Argument(Value value) => value.Kind switch
    {
        ValueKind.Parameter or ValueKind.State => "p." + value.Name,
        ValueKind.ParameterGradient => "g." + value.Name.Substring(1),
        ValueKind.Intermediate or ValueKind.Block => "s." + value.Name,
        _ => value.Name,
    };

    private static string[] Noise(IReadOnlyCollection<Operation> operations, string text) => operations.Any(operation => operation.Draws) ? [text] : [];

    /// <summary>What the place of a step is: as many as there are of them, or without end.</summary>
    public static string PlaceType(IEnumerable<Operation> operations) => operations.Any(operation => operation.HasPlaces) ? "int" : "long";

    private static string[] Place(IReadOnlyCollection<Operation> operations, string text) => operations.Any(operation => operation.NeedsPlace) ? [text] : [];

    private static string[] Share(IReadOnlyCollection<Operation> operations, string text) => operations.Any(operation => operation.SumsOverBatch) ? [text] : [];
}
