using System.Collections.Immutable;
using System.Linq;
using System.Text;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Embedding;
using GenNet.Generator.Emission;
using GenNet.Generator.Emission.Functions;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;
using GenNet.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.Generator;

/// <summary>The pipeline: classes marked [Network] are parsed to models, models become source, mistakes are reported.</summary>
/// <remarks>
/// Each declaration is one row to the last step, with or without a model, with or without diagnostics. A step on several rows that drops some for what they
/// hold (Where, SelectMany) must not be: once a row of its input has lost its rows, Roslyn's tables no longer match the rest to their inputs, and the
/// next edit takes other networks' files and diagnostics away.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    internal const string ModelStep = "Model";

    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        FunctionPipeline.Register(context);

        // A file's row is dropped for its path, which never changes.
        IncrementalValueProvider<ImmutableArray<WeightsFile>> weights = context.AdditionalTextsProvider
            .Where(WeightsFile.IsOne).Select(static (text, cancellation) => (Text: text, File: WeightsFile.Read(text, cancellation)))
            .Combine(context.AnalyzerConfigOptionsProvider).Select(static (pair, _) => pair.Left.File.With(pair.Right.GetOptions(pair.Left.Text))).Collect();

        // One row of all declarations, so that nothing is lost where their number changes; then a row for each.
        IncrementalValuesProvider<ParsedNetwork> parsed = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => NetworkDeclarations.IsCandidate(node), static (found, _) => new Candidate(found.Node, found.SemanticModel))
            .WithComparer(Candidate.ByDeclarations).Select(static (found, cancellation) => WithRowLoss(NetworkDeclarations.Parse(found, cancellation)))
            .Collect().SelectMany(static (networks, _) => networks.OfType<ParsedNetwork>())
            .Combine(weights).Select(static (pair, _) => WeightsResolver.Resolve(pair.Left, pair.Right));

        IncrementalValuesProvider<NetworkModel?> models = parsed
            .Select(static (network, _) => network.Model)
            .WithTrackingName(ModelStep);

        // Almost always there is no clash. Where there is one, it concerns the rows of the networks in it and no other.
        IncrementalValueProvider<EquatableArray<NameClash>> clashes = models
            .Select(static (model, _) => model?.Type)
            .Collect()
            .Select(static (types, _) => NameClash.Among(types.OfType<TypeHierarchy>()));
        IncrementalValuesProvider<(NetworkModel? Model, int Number)> numbered = models
            .Combine(clashes)
            .Select(static (pair, _) => (pair.Left, pair.Right.FirstOrDefault(clash => clash.Type == pair.Left?.Type)?.Number ?? 1));
        context.RegisterSourceOutput(numbered, static (output, network) =>
        {
            if (network.Model is not { } model)
                return;
            EmittedFile file = NetworkEmitter.Emit(model, new EmittedNames(model.Type.FullName, network.Number));
            output.AddSource(file.HintName, SourceText.From(file.Text, WithoutMark));
        });

        context.RegisterSourceOutput(
            parsed.Select(static (network, _) => new EquatableArray<Diagnostic>(network.Diagnostics)),
            static (output, diagnostics) =>
            {
                foreach (Diagnostic diagnostic in diagnostics)
                    output.ReportDiagnostic(diagnostic);
            });

        OptimizationHint.Register(context, parsed.Select(static (network, _) => OptimizationHint.Of(network)));

        // A mistake of the project, not of a network: it is said once, and without a place, for it stands in the project file.
        context.RegisterSourceOutput(
            parsed.Collect().Select(static (networks, _) => networks.Length > 0).Combine(context.ParseOptionsProvider),
            static (output, pair) =>
            {
                if (pair.Left && LanguageRequirement.IsMissed(pair.Right))
                    output.ReportDiagnostic(Diagnostic.Create(Descriptors.LanguageTooOld, Location.None, LanguageRequirement.Version(pair.Right)));
            });
    }

    /// <summary>A loss of the user's of whole rows goes on as text: what the next steps compare are values.</summary>
    private static ParsedNetwork? WithRowLoss(ParsedNetwork? network) => network is { Model: { IsBroken: false } model, RowLoss: { } program }
        ? network with { Model = model with { Loss = model.Loss with { OfRow = FunctionEmitter.Method(program, RowLoss.Method) } }, RowLoss = null }
        : network;
}
