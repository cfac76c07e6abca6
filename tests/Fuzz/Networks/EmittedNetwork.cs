using System;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.Loader;
using GenNet.Generator.Tests;

namespace GenNet.Fuzz.Networks;

/// <summary>Emitted networks against naive loops: the generator runs on a random declaration, and what it writes is compiled, loaded and run.</summary>
internal static class EmittedNetwork
{
    public static FuzzSubject Subject => FuzzSubject.Of("emitted-network", 12, NetworkCases.Arbitrary, Holds);

    private static void Holds(NetworkCase network)
    {
        Compiled compiled = Compiled.From(network.Source);
        Assert.Empty(compiled.Reported);
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compiled.Compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning));

        image.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            Type type = context.LoadFromStream(image).GetType("Net", throwOnError: true)!;
            typeof(EmittedNetwork).GetMethod(network.Precision == "Float" ? nameof(RunFloat) : nameof(RunDouble), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [network], null);
        }
        finally
        {
            context.Unload();
        }
    }

    private static void RunFloat<TNet>(NetworkCase network)
        where TNet : class, INetwork<TNet, float> => new Comparison<TNet, float>(network).Run();

    private static void RunDouble<TNet>(NetworkCase network)
        where TNet : class, INetwork<TNet, double> => new Comparison<TNet, double>(network).Run();
}
