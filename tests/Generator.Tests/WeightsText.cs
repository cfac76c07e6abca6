using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.Generator.Tests;

/// <summary>A safetensors file among the additional files, as the compiler hands it on.</summary>
/// <param name="path">Where it is.</param>
/// <param name="resource">The name of the resource that GenNet.targets makes of it, or null where the project does not import that.</param>
internal sealed class WeightsText(string path, string? resource) : AdditionalText
{
    public override string Path => path;

    public string? Resource => resource;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => null;

    /// <summary>What the compiler knows of the items and properties of a project.</summary>
    internal sealed class Options(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties.ToDictionary(property => "build_property." + property.Name, property => property.Value));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        // The compiler has an empty text for an item without the metadata.
        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(new() { ["build_metadata.AdditionalFiles.GenNetResource"] = (textFile as WeightsText)?.Resource ?? "" });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
