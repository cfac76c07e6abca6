using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet.Generator.Model;

/// <summary>
/// The members that the class of a network gets: what a user's own members must not be, and what is emitted where the declaration
/// has mistakes, so that the code which uses the network is not reported too.
/// </summary>
internal static class NetworkSurface
{
    /// <summary>The constants of a network, which the arguments of other attributes could name.</summary>
    public static ImmutableArray<string> Constants { get; } = ["InputSize", "OutputSize", "ParameterCount"];

    /// <summary>The names of all members of any network; C# gives no member the name of its class.</summary>
    public static ImmutableHashSet<string> Names { get; } =
        Members("", Precision.Float, NetworkMode.Training, hasWeights: false, streams: true).Where(member => !member.IsExplicit && member.Kind != SurfaceKind.Constructor)
        .Select(member => member.Name).ToImmutableHashSet();

    /// <summary>The members of one network.</summary>
    /// <param name="name">Its class, as C# writes it.</param>
    /// <param name="precision">Its numbers.</param>
    /// <param name="mode">What it is for.</param>
    /// <param name="hasWeights">Whether it carries its parameters.</param>
    /// <param name="streams">Whether it can be given one step of a sequence at a time.</param>
    public static IEnumerable<SurfaceMember> Members(string name, Precision precision, NetworkMode mode, bool hasWeights, bool streams)
    {
        string number = precision == Precision.Float ? "float" : "double";
        string read = $"global::System.ReadOnlySpan<{number}>", write = $"global::System.Span<{number}>";
        string inference = $"global::GenNet.IInferenceNetwork<{name}, {number}>";

        foreach (string constant in Constants)
            yield return new(SurfaceKind.Constant, constant, "public const ", "int", [], null);
        yield return new(SurfaceKind.Property, "Layout", "public static ", "global::GenNet.Layout", [], inference);
        yield return new(SurfaceKind.Property, "Parameters", "public ", write, [], inference);
        yield return new(SurfaceKind.Hidden, "_memory", "", "", [], null);
        yield return new(SurfaceKind.Constructor, name, "private ", "", [("global::GenNet.CompilerServices.ZeroParameters", "zero")], null);
        if (mode == NetworkMode.Training)
            yield return new(SurfaceKind.Constructor, name, "public ", "", [("int", hasWeights ? "seed" : "seed = 0")], null);
        if (hasWeights)
            yield return new(SurfaceKind.Constructor, name, "public ", "", [], null);
        yield return new(SurfaceKind.Method, "Forward", "public ", "void", [(read, "inputs"), (write, "outputs")], inference);
        yield return new(SurfaceKind.Method, "Load", "public static ", name, [("string", "path")], null);
        yield return new(SurfaceKind.Method, "Load", "public static ", name, [("global::System.IO.Stream", "stream")], null);
        foreach (string constant in Constants)
            yield return new(SurfaceKind.InterfaceProperty, constant, "static ", "int", [], inference);
        yield return new(SurfaceKind.InterfaceMethod, "Create", "static ", name, [], inference);

        foreach (SurfaceMember member in streams ? Stream(name, number, read, write) : [])
            yield return member;
        if (mode == NetworkMode.Training)
        {
            foreach (SurfaceMember member in Training(name, number, read, write))
                yield return member;
        }
    }

    private static IEnumerable<SurfaceMember> Stream(string name, string number, string read, string write)
    {
        string network = $"global::GenNet.IStreamingNetwork<{name}, {number}>", state = $"global::GenNet.SequenceState<{number}>";
        yield return new(SurfaceKind.Method, "CreateState", "public ", state, [], network);
        yield return new(SurfaceKind.Method, "Step", "public ", "void", [(read, "input"), (state, "state"), (write, "output")], network);
        yield return new(SurfaceKind.InterfaceProperty, "StepInputSize", "static ", "int", [], network);
    }

    private static IEnumerable<SurfaceMember> Training(string name, string number, string read, string write)
    {
        string network = $"global::GenNet.INetwork<{name}, {number}>";
        string workspace = $"global::GenNet.Workspace<{number}>";
        ImmutableArray<(string Type, string Name)> batch = [(read, "inputs"), (read, "targets")];

        yield return new(SurfaceKind.Method, "CreateWorkspace", "public static ", workspace, [], network);
        yield return new(SurfaceKind.Method, "Evaluate", "public ", number, batch, network);

        yield return new(SurfaceKind.InterfaceMethod, "Create", "static ", name, [("int", "seed")], network);
        yield return new(SurfaceKind.InterfaceProperty, "Declaration", "static ", "string", [], network);
        yield return new(SurfaceKind.InterfaceProperty, "HasDropout", "static ", "bool", [], network);
        yield return new(SurfaceKind.InterfaceProperty, "Memory", "", $"global::GenNet.CompilerServices.NetworkMemory<{number}>", [], network);
        yield return new(SurfaceKind.InterfaceProperty, "Layers", "static ", "global::System.Collections.Immutable.ImmutableArray<global::GenNet.LayerInfo>", [], network);
        yield return new(SurfaceKind.InterfaceMethod, "Trace", "", "void", [(read, "inputs"), (write, "activations")], network);
        yield return new(
            SurfaceKind.InterfaceMethod, "BackwardRows", "", "double",
            [(number, "scale"), .. batch, (read, "outputGradients"), (write, "inputGradients"), (workspace, "workspace")], network);
        yield return new(
            SurfaceKind.InterfaceMethod, "ParameterGradients", "", "void",
            [("global::GenNet.CompilerServices.Share", "share"), (read, "inputs"), (write, "gradients"), (workspace, "workspace")], network);
    }
}
