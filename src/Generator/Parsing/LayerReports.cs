using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>
/// Reports on layers. What is wrong with a layer of a block is said where the network uses the block, since it may be wrong there only and the block
/// may be in another assembly. It is said once, however often the block is repeated, and once more only where something else is wrong at another place.
/// </summary>
internal sealed class LayerReports(List<Diagnostic> diagnostics, UnwrittenConstants constants, CancellationToken cancellation)
{
    private static readonly ImmutableDictionary<string, string?> Nothing = ImmutableDictionary<string, string?>.Empty;

    private readonly List<Diagnostic> _suggestions = [];
    private readonly Said _mistakes = new(), _suggested = new();

    /// <summary>What could be better about a network without mistakes.</summary>
    public IReadOnlyList<Diagnostic> Suggestions => _suggestions;

    public void Report(AttributeData attribute, LayerPlace place, DiagnosticDescriptor descriptor, params object[] arguments) =>
        Report(attribute, place, Nothing, descriptor, arguments);

    /// <summary>Reports with what the code fix needs to know.</summary>
    public void Report(AttributeData attribute, LayerPlace place, ImmutableDictionary<string, string?> properties, DiagnosticDescriptor descriptor, params object[] arguments) =>
        Add(diagnostics, _mistakes, attribute, place, place.Location, properties, descriptor, arguments);

    /// <summary>Keeps what could be better about a named argument.</summary>
    public void Suggest(
        AttributeData attribute, LayerPlace place, string argument, ImmutableDictionary<string, string?> properties, DiagnosticDescriptor descriptor, params object[] arguments) =>
        Add(_suggestions, _suggested, attribute, place, new AttributeReader(attribute).Location(argument, cancellation), properties, descriptor, arguments);

    /// <summary>Reports what is wrong at a place of its own, such as the body of a function: once, however many layers have it.</summary>
    public void Report(Diagnostic diagnostic)
    {
        if (!diagnostics.Contains(diagnostic))
            diagnostics.Add(diagnostic);
    }

    /// <summary>Reports the arguments of an attribute that name constants which the generator writes.</summary>
    public void ReportUnwrittenConstants(AttributeReader reader, AttributeData attribute, LayerPlace place)
    {
        foreach ((Location location, string constant) in reader.UnwrittenConstants(constants, cancellation))
            Add(diagnostics, _mistakes, attribute, place, location, Nothing, Descriptors.UnwrittenConstant, [constant]);
    }

    private static void Add(
        List<Diagnostic> diagnostics, Said said, AttributeData attribute, LayerPlace place, Location location,
        ImmutableDictionary<string, string?> properties, DiagnosticDescriptor descriptor, object[] arguments)
    {
        if (place.InBlock is null)
        {
            diagnostics.Add(Diagnostic.Create(descriptor, location, properties, arguments));
            return;
        }

        string message = place.InBlock
            + string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments);
        if (said.Add(attribute, place.Location, message))
        {
            diagnostics.Add(Diagnostic.Create(
                descriptor.Id, descriptor.Category, message, descriptor.DefaultSeverity, descriptor.DefaultSeverity,
                isEnabledByDefault: true, warningLevel: descriptor.DefaultSeverity == DiagnosticSeverity.Error ? 0 : 1, title: descriptor.Title,
                helpLink: descriptor.HelpLinkUri, location: place.Location));
        }
    }

    /// <summary>What has been said of the layers of blocks.</summary>
    private sealed class Said
    {
        private readonly HashSet<(AttributeData Attribute, Location Use)> _uses = [];
        private readonly HashSet<(AttributeData Attribute, string Message)> _messages = [];

        /// <summary>Whether a message on a layer is new, and the first where its block is used.</summary>
        public bool Add(AttributeData attribute, Location use, string message) => _uses.Add((attribute, use)) & _messages.Add((attribute, message));
    }
}
