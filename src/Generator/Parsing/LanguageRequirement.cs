using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Generator.Parsing;

/// <summary>The oldest C# that the emitted code is written in: its collection expressions came with 12, as did a class without a body.</summary>
internal static class LanguageRequirement
{
    /// <summary>Whether a project is compiled as an older one.</summary>
    public static bool IsMissed(ParseOptions options) => ((CSharpParseOptions)options).LanguageVersion < LanguageVersion.CSharp12;

    /// <summary>Whether not even the surface of a network could be written: its interface has static members, which came with C# 11.</summary>
    public static bool IsFarMissed(ParseOptions options) => ((CSharpParseOptions)options).LanguageVersion < LanguageVersion.CSharp11;

    /// <summary>The version that a project is compiled as.</summary>
    public static string Version(ParseOptions options) => ((CSharpParseOptions)options).LanguageVersion.ToDisplayString();
}
