using System.Collections.Generic;
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
    private readonly HashSet<(AttributeData Attribute, Location Use)> _uses = [];
    private readonly HashSet<(AttributeData Attribute, string Message)> _messages = [];

    public void Report(AttributeData attribute, LayerPlace place, DiagnosticDescriptor descriptor, params object[] arguments) =>
        Report(attribute, place, place.Location, descriptor, arguments);

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
            Report(attribute, place, place.InBlock is null ? location : place.Location, Descriptors.UnwrittenConstant, constant);
    }

    private void Report(AttributeData attribute, LayerPlace place, Location location, DiagnosticDescriptor descriptor, params object[] arguments)
    {
        if (place.InBlock is null)
        {
            diagnostics.Add(Diagnostic.Create(descriptor, location, arguments));
            return;
        }

        string message = place.InBlock
            + string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments);
        if (_uses.Add((attribute, location)) & _messages.Add((attribute, message)))
        {
            diagnostics.Add(Diagnostic.Create(
                descriptor.Id, descriptor.Category, message, descriptor.DefaultSeverity, descriptor.DefaultSeverity,
                isEnabledByDefault: true, warningLevel: 0, title: descriptor.Title, location: location));
        }
    }
}
