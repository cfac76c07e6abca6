using System.Collections.Immutable;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>
/// What parsing hands on: two branches of the pipeline take one half each. Diagnostics carry their syntax tree (else
/// <c>#pragma warning disable</c> would not reach them), so they are never part of the cached model.
/// </summary>
/// <param name="Model">The network, or null where nothing can be emitted.</param>
/// <param name="Diagnostics">What is wrong with the declaration.</param>
internal sealed record ParsedNetwork(NetworkModel? Model, ImmutableArray<Diagnostic> Diagnostics);
