using System;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Playground.Browser;

/// <summary>What the page of the plane calls: <see cref="PlaneSession"/>, in types that JavaScript knows.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Plane
{
    private static readonly PlaneSession Session = new();

    [JSExport]
    internal static void Choose(string network, int seed) => Session.Choose(network, seed);

    [JSExport]
    internal static void Use(string optimizer, double rate, int batch, double penalty) => Session.Use(new TrainingSettings(optimizer, rate, batch, penalty));

    [JSExport]
    internal static void Draw(string data, int seed) => Session.Draw(data, seed);

    [JSExport]
    internal static void Add(double x, double y, int which) => Session.Add(new PlanePoint((float)x, (float)y, which));

    [JSExport]
    internal static void Undo() => Session.Undo();

    [JSExport]
    internal static void Clear() => Session.Clear();

    [JSExport]
    internal static byte[] Points() => Numbers.Write(Session.Training.Numbers());

    [JSExport]
    internal static byte[] Train(int steps, double milliseconds)
    {
        Session.Training.Run(steps, TimeSpan.FromMilliseconds(milliseconds));
        return State();
    }

    [JSExport]
    internal static byte[] State() => Numbers.Write(Session.Training.State());

    [JSExport]
    internal static byte[] Parameters() => Numbers.Write(Session.Parameters());

    [JSExport]
    internal static byte[] Surfaces(int size) => Browser.Surface.OfUnits(Session.Model, size);

    [JSExport]
    internal static byte[] Surface(int size) => Browser.Surface.OfOutput(Session.Model, size);

    [JSExport]
    internal static byte[] Explain(int layer, int unit, int input, int row) => Numbers.Write(Session.Explain(layer, unit, input, row));
}
