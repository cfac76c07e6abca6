using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Docs.Tests.Code;

/// <summary>What a project file says, where a mistake is one of the project.</summary>
/// <param name="Language">The C# that it is compiled as.</param>
/// <param name="IsOptimized">Whether the compiler optimises, as in Release.</param>
/// <param name="HasResources">Whether the package's build files make resources of files of weights.</param>
internal sealed record ProjectSettings(LanguageVersion Language, bool IsOptimized, bool HasResources)
{
    /// <summary>Those of a new project.</summary>
    public static ProjectSettings Default { get; } = new(LanguageVersion.CSharp13, IsOptimized: true, HasResources: true);

    public CSharpParseOptions Parsing => new(Language);

    /// <summary>Settings as a page writes them behind the number of a diagnostic: <c>LangVersion=11</c>, <c>Optimize=false</c>, <c>resources=none</c>.</summary>
    public static ProjectSettings Of(IEnumerable<string> words) => words.Aggregate(Default, (settings, word) => word.Split('=') switch
    {
        ["LangVersion", string version] when LanguageVersionFacts.TryParse(version, out LanguageVersion language) => settings with { Language = language },
        ["Optimize", "false"] => settings with { IsOptimized = false },
        ["resources", "none"] => settings with { HasResources = false },
        _ => throw new InvalidDataException($"'{word}' is no setting of a project that Docs.Tests knows."),
    });
}
