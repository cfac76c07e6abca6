using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>The declarations that the attributes of a partial class stand on: only on one of them do they have an order.</summary>
internal static class Homes
{
    /// <summary>The declaration that an attribute stands on, or null where there is no source.</summary>
    public static SyntaxNode? Of(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent;

    /// <summary>The first attribute that stands elsewhere than the first one; -1 where there is none.</summary>
    public static int Elsewhere(IReadOnlyList<AttributeData> attributes, CancellationToken cancellation)
    {
        SyntaxNode?[] homes = attributes.Select(attribute => Of(attribute, cancellation)).ToArray();
        return Array.FindIndex(homes, home => home != homes[0]);
    }
}
