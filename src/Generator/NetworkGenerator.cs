using System.Text;
using GenNet.Generator.Emission;
using GenNet.Generator.Model;
using GenNet.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.Generator;

/// <summary>The pipeline: classes marked [Network] are parsed to models, models become source, mistakes are reported.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    internal const string ModelStep = "Model";

    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParsedNetwork> parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
            "GenNet.NetworkAttribute",
            static (node, _) => node is TypeDeclarationSyntax,
            static (target, cancellation) => NetworkParser.Parse(target, cancellation));

        IncrementalValuesProvider<NetworkModel> models = parsed
            .Where(static network => network.Model is not null)
            .Select(static (network, _) => network.Model!)
            .WithTrackingName(ModelStep);
        context.RegisterSourceOutput(models, static (output, model) =>
        {
            foreach (EmittedFile file in NetworkEmitter.Emit(model))
                output.AddSource(file.HintName, SourceText.From(file.Text, WithoutMark));
        });

        context.RegisterSourceOutput(
            parsed.SelectMany(static (network, _) => network.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
    }
}
