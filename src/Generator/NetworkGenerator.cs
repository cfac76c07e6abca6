using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Embedding;
using GenNet.Generator.Emission;
using GenNet.Generator.Model;
using GenNet.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        IncrementalValueProvider<ImmutableArray<WeightsFile>> weights = context.AdditionalTextsProvider
            .Where(WeightsFile.IsOne).Select(WeightsFile.Read).Collect();

        IncrementalValuesProvider<ParsedNetwork> parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
            "GenNet.NetworkAttribute",
            static (node, _) => node is ClassDeclarationSyntax || node.IsKind(SyntaxKind.RecordDeclaration),
            static (target, cancellation) => NetworkParser.Parse(target, cancellation))
            .Combine(weights).Select(static (pair, _) => WeightsResolver.Resolve(pair.Left, pair.Right));

        IncrementalValuesProvider<NetworkModel> models = parsed
            .Where(static network => network.Model is not null)
            .Select(static (network, _) => network.Model!)
            .WithTrackingName(ModelStep);

        // Networks whose files or classes would have one name. File names are compared without case. Almost always this
        // is empty, so it does not disturb the cache.
        IncrementalValueProvider<EquatableArray<string>> ambiguous = models
            .Select(static (model, _) => model.Type.FullName)
            .Collect()
            .Select(static (names, _) => new EquatableArray<string>(names
                .GroupBy(EmittedNames.Identifier, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
                .SelectMany(group => group.OrderBy(name => name, StringComparer.Ordinal).Skip(1)).ToImmutableArray()));
        context.RegisterSourceOutput(models.Combine(ambiguous), static (output, pair) =>
        {
            (NetworkModel model, EquatableArray<string> others) = pair;
            var names = new EmittedNames(model.Type.FullName, others.ToList().IndexOf(model.Type.FullName));
            foreach (EmittedFile file in NetworkEmitter.Emit(model, names))
                output.AddSource(file.HintName, SourceText.From(file.Text, WithoutMark));
        });

        context.RegisterSourceOutput(
            parsed.SelectMany(static (network, _) => network.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic));

        // A mistake of the project, not of a network: it is said once, and without a place, for it stands in the project file.
        context.RegisterSourceOutput(
            parsed.Collect().Select(static (networks, _) => networks.Length > 0).Combine(context.ParseOptionsProvider),
            static (output, pair) =>
            {
                if (pair.Left && LanguageRequirement.IsMissed(pair.Right))
                    output.ReportDiagnostic(Diagnostic.Create(Descriptors.LanguageTooOld, Location.None, LanguageRequirement.Version(pair.Right)));
            });
    }
}
