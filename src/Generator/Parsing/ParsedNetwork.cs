using System.Collections.Immutable;
using GenNet.Generator.Model;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>
/// What parsing hands on: two branches of the pipeline take one half each. Diagnostics carry their syntax tree (else
/// <c>#pragma warning disable</c> would not reach them), so they are never part of the cached model.
/// </summary>
/// <param name="Model">The network, or null where nothing can be emitted.</param>
/// <param name="Weights">The file whose weights it asks for, or null.</param>
/// <param name="Diagnostics">What is wrong with the declaration.</param>
/// <param name="RowLoss">The loss of all outputs of a sample, which is to be written out; null for others.</param>
/// <param name="Place">The name of the class; null where nothing can be emitted.</param>
internal sealed record ParsedNetwork(NetworkModel? Model, WeightsRequest? Weights, ImmutableArray<Diagnostic> Diagnostics, FunctionProgram? RowLoss = null, Location? Place = null);

/// <summary>The file whose weights a network is to carry in its assembly.</summary>
/// <param name="Name">Its name, or the last parts of its path.</param>
/// <param name="Location">Where it is asked for.</param>
internal sealed record WeightsRequest(string Name, Location Location);
