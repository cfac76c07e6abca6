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
    [InlineData("public partial class @required { public partial class @scoped { public partial struct @file { $ public partial class @var; } } }")]
    [InlineData("namespace @nameof.@await.@file { $ public partial class @record; }")]
    [InlineData("namespace @class.İstanbul.@int { public partial class @event { public partial class İstanbul { $ public partial class İçel; } } }")]
    [InlineData("public partial class @class { public partial class İstanbul { $ public partial class @int; } } namespace İ.@out { $ public partial class ıI; $ public partial class İi; }")]
    [InlineData("public partial class Ou\\u0074er { $ public partial class N\\u0065t; }")]
    public void A_network_compiles_without_a_warning(string declaration)
    {
        Compiled compiled = Compiled.From("#pragma warning disable CS0649, CS8981 // fields without values and lower-case names are part of the test\n"
            + declaration.Replace("$", Layers, StringComparison.Ordinal));
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
    }

    [Theory]
    [InlineData("$ public partial class xor;")]
    [InlineData("public partial class outer { $ public partial class xor; }")]
    public void Names_of_small_letters_are_the_users_matter(string declaration)
    {
        Compiled compiled = Compiled.From($"#pragma warning disable CS8981\n{declaration.Replace("$", Layers, StringComparison.Ordinal)}\n#pragma warning restore CS8981\n");
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
    }

    [Theory]
    [InlineData("[Dense(2, 1)]", "[Dense(2, 1, Activation.Identity)]")]
    [InlineData("[Dense(2, 3)] [Dense(1)]", "[Dense(2, 3, Activation.Identity)] [Dense(1, Activation.Identity)]")]
    [InlineData("[Dense(2, 3)] [Maxout(1)]", "[Dense(2, 3)] [Maxout(1, 2)]")]
    [InlineData("[Dense(2, 3)] [Dropout] [Dense(1)]", "[Dense(2, 3)] [Dropout(0.5)] [Dense(1)]")]
    public void What_is_left_out_has_its_usual_value(string layers, string stated)
    {
        Compiled compiled = Compiled.From($"[Network] {layers} public partial class Net;");
        compiled.AssertNoProblem();
        Assert.Equal(Compiled.From($"[Network] {stated} public partial class Net;").Files, compiled.Files);
    }

    [Fact]
    public void Files_have_names_that_differ_without_case()
    {
        var files = Compiled.From($"{Layers} public partial class Net; {Layers} public partial class NET; namespace A {{ {Layers} public partial class Net; }}").Files;
        Assert.Equal(3, files.Select(file => file.HintName.ToUpperInvariant()).Distinct().Count());
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

    [Theory]
    [InlineData("[NetworkAttribute] [Dense(2, 1)] partial class Net;")]
    [InlineData("[GenNet.Network] [Dense(2, 1)] partial class Net;")]
    [InlineData("[global::GenNet.NetworkAttribute] [Dense(2, 1)] partial class Net;")]
    [InlineData("namespace A { using N = GenNet.NetworkAttribute; [N] [Dense(2, 1)] partial class Net; }")]
    [InlineData("[Obsolete, Network, Dense(2, 1)] partial class Net;")]
    public void The_attribute_is_found_however_it_is_written(string source)
    {
        Compiled compiled = Compiled.From(source);
        Assert.Single(compiled.Files);
        compiled.AssertNoProblem();
    }

    [Theory]
    [InlineData("class NetworkAttribute : Attribute; namespace A { [global::Network] partial class Net; }")]
    [InlineData("namespace Other { class NetworkAttribute : Attribute; [Network] partial class Net; }")]
    public void Another_attribute_of_the_name_is_none(string source) => Assert.Empty(Compiled.From(source).Files);
}
