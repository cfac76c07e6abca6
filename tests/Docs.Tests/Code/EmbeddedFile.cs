using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.Docs.Tests.Code;

/// <summary>A file of weights among the additional files, which the package's build files make a resource too.</summary>
internal sealed class EmbeddedFile(string folder, string path) : AdditionalText
{
    public override string Path => path;

    private string Name => "GenNet/" + System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/');

    public ResourceDescription Resource => new(Name, () => File.OpenRead(path), isPublic: true);

    public static IEnumerable<EmbeddedFile> Of(string folder) =>
        Directory.EnumerateFiles(folder, "*.safetensors", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new EmbeddedFile(folder, path));

    public override SourceText? GetText(CancellationToken cancellationToken = default) => SourceText.From("");

    /// <summary>What the build says of such files.</summary>
    /// <param name="areResources">Whether it makes resources of them.</param>
    internal sealed class Options(bool areResources) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            areResources && textFile is EmbeddedFile file ? new Values(new Dictionary<string, string> { ["build_metadata.AdditionalFiles.GenNetResource"] = file.Name }) : GlobalOptions;

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
