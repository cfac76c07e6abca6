using System;
using System.Linq;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Playground.Browser;

/// <summary>What the page of deep networks calls: <see cref="DeepSession"/>, in types that JavaScript knows.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Deep
{
    private static readonly DeepSession Session = new();
    private static DeepExamination? _last;

    [JSExport]
    internal static void Begin(string network, string initialisation, string data, string optimizer, double rate, int batch, int seed) =>
        Session.Begin(network, initialisation, data, new TrainingSettings(optimizer, rate, batch), seed);

    [JSExport]
    internal static void Use(string optimizer, double rate, int batch) => Session.Use(new TrainingSettings(optimizer, rate, batch));

    [JSExport]
    internal static byte[] Points() => Numbers.Write(Session.Training.Numbers());

    [JSExport]
    internal static void Train(int steps, double milliseconds) => Session.Training.Run(steps, TimeSpan.FromMilliseconds(milliseconds));

    [JSExport]
    internal static byte[] State() => Numbers.Write(Session.Training.State());

    [JSExport]
    internal static byte[] Examine()
    {
        _last = Session.Examine();
        return Numbers.Write(_last.Numbers());
    }

    /// <summary>The last look in words.</summary>
    [JSExport]
    internal static string Describe() => Session.Describe(_last ??= Session.Examine());

    /// <summary>One word for each layer in the last look.</summary>
    [JSExport]
    internal static string[] Words()
    {
        DeepExamination seen = _last ??= Session.Examine();
        return [.. Enumerable.Range(0, seen.Layers.Length).Select(layer => DeepFinding.Word(seen, layer))];
    }

    [JSExport]
    internal static byte[] Surface(int size) => Browser.Surface.OfOutput(Session.Model, size);
}
