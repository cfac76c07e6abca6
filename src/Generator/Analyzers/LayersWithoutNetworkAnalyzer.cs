using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GenNet.Generator.Analyzers;

/// <summary>Layer attributes on a class with neither [Network] nor [Block]: the generator never sees it, so an analyzer says it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LayersWithoutNetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.NotNetwork);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(
            static symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (KnownTypes.LayerAttributes(type).Any() && !KnownTypes.IsNetwork(type) && !KnownTypes.IsBlock(type))
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(Descriptors.NotNetwork, type.Locations[0], type.Name));
                }
            },
            SymbolKind.NamedType);
    }
}
