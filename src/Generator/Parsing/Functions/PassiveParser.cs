using System.Linq;
using GenNet.Generator.Expressions;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>What is not differentiated, as C#: whole numbers, truth values, and calls and fields that depend on nothing that is.</summary>
internal static class PassiveParser
{
    /// <summary>An expression as C# with the names of the program.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="scope">The function.</param>
    /// <param name="isConditional">Whether it is computed under a condition only.</param>
    public static Opaque Parse(IOperation operation, FunctionScope scope, bool isConditional = false)
    {
        var writer = new PassiveWriter(scope);
        string text = writer.Write(operation, isConditional);
        return new Opaque(text, [.. writer.Reads.OrderBy(name => name, System.StringComparer.Ordinal)]);
    }

    /// <summary>An expression as an operand: with parentheses, unless it is a name, a number, a call or an index.</summary>
    public static string Primary(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            if (depth == 0 && (text[i] == ' ' || (i == 0 && text[i] is '-' or '!' or '~')))
                return $"({text})";
        }

        return text.StartsWith("(", System.StringComparison.Ordinal) && !text.EndsWith(")", System.StringComparison.Ordinal) ? $"({text})" : text;
    }
}
