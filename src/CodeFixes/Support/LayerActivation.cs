using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.CodeFixes.Support;

/// <summary>The activation of a layer: a member of the enum or a function of the user's, and its Alpha.</summary>
internal sealed class LayerActivation
{
    private static readonly string[] Parameters = ["activation", "type", "function"];

    private readonly AttributeUse _layer;
    private readonly ITypeSymbol _type;
    private readonly (string Parameter, AttributeArgumentSyntax Syntax)[] _arguments;

    private LayerActivation(AttributeUse layer, ITypeSymbol type, CancellationToken cancellation)
    {
        _layer = layer;
        _type = type;
        _arguments = [.. Parameters.Where(name => layer.Argument(name) is not null).Select(name => (name, layer.Argument(name)!)).OrderBy(argument => argument.Item2.SpanStart)];
        Member = layer.Argument("activation") is { } argument ? EnumText.Member(layer.Model, type, argument.Expression, cancellation) : null;
    }

    /// <summary>The member of the enum; null where none is written.</summary>
    public string? Member { get; }

    /// <summary>What is written; null where nothing is.</summary>
    public WrittenActivation? Written => _arguments.Length == 0 ? null : new WrittenActivation(
        [.. _arguments.Select(argument => (argument.Parameter, argument.Syntax.Expression.ToString()))], _layer.Named("Alpha")?.ToString());

    /// <summary>That of a layer; null where it has none, or where another one than that goes out of it, as of a recurrent layer.</summary>
    public static LayerActivation? Of(AttributeUse? layer, Compilation compilation, CancellationToken cancellation)
    {
        if (layer is null or { ClassName: "SimpleRnnAttribute" } || (layer.Parameter("activation") ?? layer.Parameter("function")) is null)
            return null;
        return compilation.GetTypeByMetadataName("GenNet.Activation") is { } type ? new LayerActivation(layer, type, cancellation) : null;
    }

    /// <summary>A member of the enum, as it is written here.</summary>
    public WrittenActivation Of(string member) =>
        new([("activation", EnumText.Of(_layer.Model, _type, member, _layer.Syntax.SpanStart, _layer.Argument("activation")?.Expression))], Alpha: null);

    /// <summary>The changes that write another one.</summary>
    public IEnumerable<Edit> Write(WrittenActivation other)
    {
        Edit activation = _arguments.Length == 0
            ? _layer.Add(other.Arguments[0].Parameter, other.Arguments[0].Text)
            : Edit.Replace(
                _layer.Tree, TextSpan.FromBounds(_arguments[0].Syntax.SpanStart, _arguments[_arguments.Length - 1].Syntax.Span.End),
                other.Text(isNamed: _arguments[0].Syntax.NameColon is not null));
        IEnumerable<Edit> alpha = (_layer.Named("Alpha"), other.Alpha) switch
        {
            (null, null) => [],
            (null, { } text) => [_layer.AddNamed(text)],
            ({ } argument, null) => ArgumentRemoval.Of(argument),
            ({ } argument, { } text) => [Edit.Replace(argument, text)],
        };
        return alpha.Prepend(activation);
    }
}

/// <summary>An activation as it is written in a list of arguments.</summary>
/// <param name="Arguments">Its arguments by the names of their parameters.</param>
/// <param name="Alpha">Its argument Alpha, or null.</param>
internal sealed record WrittenActivation(ImmutableArray<(string Parameter, string Text)> Arguments, string? Alpha)
{
    /// <summary>The arguments of the constructor.</summary>
    public string Text(bool isNamed) => string.Join(", ", Arguments.Select(argument => isNamed ? $"{argument.Parameter}: {argument.Text}" : argument.Text));
}
