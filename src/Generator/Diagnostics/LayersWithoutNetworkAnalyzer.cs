using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GenNet.Generator.Diagnostics;

/// <summary>Layer attributes on a class without [Network]: the generator never sees it, so an analyzer says it.</summary>
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
                if (NetworkParser.LayerAttributes(type).Any() && !NetworkParser.IsNetwork(type))
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(Descriptors.NotNetwork, type.Locations[0], type.Name));
                }
            },
            SymbolKind.NamedType);
    }
}
