using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Model;

namespace GenNet.Generator.Emission.Surface;

/// <summary>Declarations of a class with the modifier that they need beside the members that it inherits.</summary>
internal static class HiddenMembers
{
    /// <summary>A declaration with <c>new</c> where it hides an inherited member, with <c>override</c> where that must be overridden.</summary>
    /// <param name="header">The declaration from its access modifier on, such as <c>public void Save(string path)</c>; types have no spaces.</param>
    /// <param name="inherited">The inherited members that matter.</param>
    public static string Declare(string header, IReadOnlyCollection<InheritedMember> inherited)
    {
        if (inherited.Count == 0 || !(header.StartsWith("public ", StringComparison.Ordinal) || header.StartsWith("private ", StringComparison.Ordinal)))
            return header;
        string signature = Signature(header), name = signature.Split('(')[0];
        bool isMethod = signature != name;
        InheritedMember[] hidden = inherited.Where(member =>
            member.Signature == signature || (isMethod ? member.Signature == name : member.Signature.Split('(', '`')[0] == name)).ToArray();
        if (hidden.Length == 0)
            return header;
        string modifier = isMethod && hidden.Any(member => member.IsAbstract && member.Signature == signature) ? "override" : "new";
        return header.Insert(header.IndexOf(' ') + 1, modifier + " ");
    }

    /// <summary>The name, and the types of the parameters of a method.</summary>
    private static string Signature(string header)
    {
        int end = header.IndexOfAny(['(', '=', '{', ';']);
        string name = (end < 0 ? header : header.Substring(0, end)).TrimEnd().Split(' ').Last();
        if (end < 0 || header[end] != '(')
            return name;
        string parameters = header.Substring(end + 1, header.IndexOf(')', end) - end - 1);
        return $"{name}({string.Join(", ", parameters.Split([", "], StringSplitOptions.RemoveEmptyEntries).Select(parameter => parameter.Split(' ')[0]))})";
    }
}
