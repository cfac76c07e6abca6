using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Model;

namespace GenNet.Generator.Emission.Text;

/// <summary>A network whose files or classes would be called like another's: file names are compared without case, and a half-typed
/// program may have a class in a type and one in a namespace of the same name.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Number">Its number among those, from 2; the first keeps its name.</param>
internal sealed record NameClash(TypeHierarchy Type, int Number)
{
    public static EquatableArray<NameClash> Among(IEnumerable<TypeHierarchy> types) => new(types
        .GroupBy(type => EmittedNames.Identifier(type.FullName), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
        .SelectMany(group => group
            .OrderBy(type => type.FullName, StringComparer.Ordinal).ThenBy(type => string.Join("\n", type.Headers()), StringComparer.Ordinal)
            .Select((type, i) => new NameClash(type, i + 1)).Skip(1))
        .ToImmutableArray());
}
