using System;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>What cannot be differentiated: it ends the parsing of a function.</summary>
internal sealed class Refusal : Exception
{
    private Refusal(Diagnostic diagnostic) => Diagnostic = diagnostic;

    public Diagnostic Diagnostic { get; }

    /// <summary>A refusal of an operation.</summary>
    /// <param name="operation">Where it stands.</param>
    /// <param name="reason">What it is and why it has no derivative here.</param>
    /// <param name="wayOut">What to write instead.</param>
    public static Refusal Of(IOperation operation, string reason, string wayOut) => At(operation.Syntax.GetLocation(), reason, wayOut);

    /// <summary>A refusal of a place in the source.</summary>
    public static Refusal At(Location place, string reason, string wayOut) => new(Diagnostic.Create(Descriptors.NotDifferentiable, place, reason, wayOut));
}
