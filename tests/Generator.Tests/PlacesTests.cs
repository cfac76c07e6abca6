using System;
using System.Linq;
using System.Reflection;

namespace GenNet.Generator.Tests;

/// <summary>Networks wherever a user may declare them, among whatever names.</summary>
public class PlacesTests
{
    private const string Layers = "[Network] [Dense(3, 20, Activation.Sigmoid)] [Dense(2, Activation.Softmax)]";

    [Theory]
    [InlineData("$ public partial class Net;")]
    [InlineData("namespace A.B.C { $ internal sealed partial class Net; }")]
    [InlineData("namespace A; $ public partial class Net;")]
    [InlineData("namespace @event.@class; $ public partial class @namespace;")]
    [InlineData("namespace My.System; $ public partial class Net;")]
    [InlineData("namespace System.Mine; $ public partial class Net;")]
    [InlineData("namespace My.Vector; $ public partial class Unsafe;")]
    [InlineData("namespace GenNet.Mine; $ public partial class Trainer;")]
    [InlineData("namespace GenNet; $ public partial class Math;")]
    [InlineData("public partial class Vector { } public class Math { } public class MemoryMarshal { } $ public partial class Net;")]
    [InlineData("public partial class Outer { $ public partial class Net; }")]
    [InlineData("public static partial class Outer { $ private sealed partial class Net; }")]
    [InlineData("public partial struct Outer { $ internal partial class Net; }")]
    [InlineData("public partial interface IOuter { $ public partial class Net; }")]
    [InlineData("public partial record Outer { public partial record struct Inner { $ public partial class Net; } }")]
    [InlineData("public partial class @class { $ public partial class @int; }")]
    [InlineData("namespace A { $ public partial class Net; } namespace B { $ public partial class Net; }")]
    [InlineData("public partial class O { $ public partial class Net; } public partial class P { $ public partial class Net; } $ public partial class Net;")]
    [InlineData("$ public partial class Net; $ public partial class NET; namespace net { $ public partial class Net; }")]
    [InlineData("public partial class O { $ public partial class Net; } $ public partial class O_Net;")]
    [InlineData("public partial class O { $ public partial class _Net; } public partial class O_ { $ public partial class Net; }")]
    [InlineData("namespace Game { $ public partial class Net; } namespace Game.Math { $ public partial class Net; }")]
    [InlineData("$ public partial class Net; namespace Unsafe { $ public partial class Other; }")]
    [InlineData("$ public partial class Net { $ public partial class Vector512; }")]
    [InlineData("$ public partial class Net { private int x, y, n, parameters, scratch, loss, W1, rows; public int Use() => x + y + n + parameters + scratch + loss + W1 + rows; public static void Layers() { } public class Span { } }")]
    public void A_network_compiles_without_a_warning(string declaration)
    {
        Compiled compiled = Compiled.From("#pragma warning disable CS0649, CS8981 // fields without values and lower-case names are part of the test\n"
            + declaration.Replace("$", Layers, StringComparison.Ordinal));
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
    }

    [Fact]
    public void Files_have_names_that_differ_without_case()
    {
        var files = Compiled.From($"{Layers} public partial class Net; {Layers} public partial class NET; namespace A {{ {Layers} public partial class Net; }}").Files;
        Assert.Equal(6, files.Select(file => file.HintName.ToUpperInvariant()).Distinct().Count());
    }

    [Theory]
    [InlineData("$ public partial class Net;", "Net")]
    [InlineData("namespace A.B { public static partial class Outer { $ internal sealed partial class Net; } }", "A.B.Outer+Net")]
    [InlineData("[Network(Precision = Precision.Double)] [Dense(3, 2, Activation.Sigmoid)] public partial class Net;", "Net")]
    public void A_network_runs(string declaration, string type)
    {
        Assembly assembly = Compiled.From(declaration.Replace("$", Layers, StringComparison.Ordinal) + """

            public static class Runner
            {
                public static T[] Run<TNet, T>() where TNet : class, INetwork<TNet, T> where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
                {
                    var outputs = new T[2 * TNet.OutputSize];
                    TNet.Create(1).Forward(new T[2 * TNet.InputSize], outputs);
                    return outputs;
                }
            }
            """).Load();
        Type network = assembly.GetType(type, throwOnError: true)!;
        Type number = network.GetInterfaces().First(i => i.IsGenericType).GetGenericArguments()[1];
        var outputs = (Array)assembly.GetType("Runner")!.GetMethod("Run")!.MakeGenericMethod(network, number).Invoke(null, null)!;
        Assert.All(outputs.Cast<object>(), value => Assert.InRange(Convert.ToDouble(value, null), 0.0001, 0.9999));
    }
}
