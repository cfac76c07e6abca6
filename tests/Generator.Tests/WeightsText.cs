using System.Diagnostics.CodeAnalysis;
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

    /// <summary>What the compiler knows of the items of a project.</summary>
    internal sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Metadata(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Metadata((textFile as WeightsText)?.Resource);
    }

    private sealed class Metadata(string? resource) : AnalyzerConfigOptions
    {
        // The compiler has an empty text for an item without the metadata.
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            (value = key == "build_metadata.AdditionalFiles.GenNetResource" ? resource ?? "" : null) is not null;
    }
}
