using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Generator.Parsing;

/// <summary>The names of symbols as C# writes them in source.</summary>
internal static class Identifiers
{
    /// <summary>The name of a namespace. Contextual keywords get their sign too: whether one needs it depends on the place.</summary>
    public static string OfNamespace(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name of a type. Any word of small letters may become a keyword, which the compiler warns of where it has no sign.</summary>
    public static string OfType(string name) => name.All(c => c is >= 'a' and <= 'z') ? "@" + name : OfNamespace(name);
}
