using System;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.Loader;
using FsCheck;
using FsCheck.Fluent;
using GenNet.Generator.Tests;

namespace GenNet.Fuzz.Sequences;

/// <summary>Emitted networks of sequences against one another: rows alone and together, with a length and cut short, whole and step by step, in pieces with their state, on several threads.</summary>
internal static class SequenceNetwork
{
    public static FuzzSubject Subject => FuzzSubject.Of("sequence-network", 8, Arb.From(Cases, Smaller), Holds);

    private static Gen<SequenceCase> Cases =>
        from seed in Gen.Choose(0, 10_000_000)
        from hasLengths in Gen.Elements(true, true, false)
        from rows in Gen.Elements(1, 2, 3, 5, 8, 13)
        select new SequenceCase(seed, hasLengths, rows);

    private static System.Collections.Generic.IEnumerable<SequenceCase> Smaller(SequenceCase network)
    {
        if (network.Rows > 1)
            yield return network with { Rows = network.Rows / 2 };
    }

    internal static void Holds(SequenceCase network)
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
            Assembly assembly = context.LoadFromStream(image);
            Type net = assembly.GetType("Net", throwOnError: true)!, single = assembly.GetType("NetF", throwOnError: true)!;
            Call(nameof(Alone), network, net, typeof(double));
            Call(nameof(Alone), network, single, typeof(float));
            Call(nameof(Precisions), network, net, single);
            if (assembly.GetType("Short") is { } shorter)
                Call(nameof(Short), network, net, shorter);
            if (assembly.GetType("Twice") is { } twice)
                Call(nameof(Twice), network, net, twice);
            if (net.GetInterfaces().Any(type => type.Name.StartsWith("IStreamingNetwork", StringComparison.Ordinal)))
                Call(nameof(Streamed), network, net);
        }
        finally
        {
            context.Unload();
        }
    }

    private static void Call(string method, SequenceCase network, params Type[] types) => typeof(SequenceNetwork).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(types).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [network], null);

    private static void Alone<TNet, T>(SequenceCase network)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var comparison = new SequenceComparison<TNet, T>(network);
        comparison.RowsAreTheirOwn();
        comparison.ThreadsAgree();
    }

    private static void Short<TNet, TShort>(SequenceCase network)
        where TNet : class, INetwork<TNet, double>
        where TShort : class, INetwork<TShort, double> => new SequenceComparison<TNet, double>(network).EqualsShort<TShort>();

    private static void Twice<TNet, TTwice>(SequenceCase network)
        where TNet : class, INetwork<TNet, double>
        where TTwice : class, INetwork<TTwice, double> => new SequenceComparison<TNet, double>(network).CarriesTo<TTwice>();

    /// <summary>float gives what double gives.</summary>
    private static void Precisions<TNet, TSingle>(SequenceCase network)
        where TNet : class, INetwork<TNet, double>
        where TSingle : class, INetwork<TSingle, float>
    {
        TNet net = SequenceComparison<TNet, double>.Drawn<TNet, double>(network.Seed);
        TSingle single = TSingle.Create(0);
        foreach (string name in TNet.Layout.Names)
            TSingle.Layout.Write<float>(single.Parameters, name, Array.ConvertAll(TNet.Layout.Read<double>(net.Parameters, name), number => (float)number));
        var batch = new SequenceBatch<TNet, double>(network, [.. Enumerable.Range(0, network.Rows).Select(row => network.HasLengths ? 1 + row % network.Steps : network.Steps)], 8);
        float[] inputs = Array.ConvertAll(batch.Inputs, number => (float)number), targets = Array.ConvertAll(batch.Targets, number => (float)number);
        double[] outputs = new double[network.Rows * TNet.OutputSize], gradients = net.CreateGradients();
        float[] singles = new float[outputs.Length], singleGradients = single.CreateGradients();
        net.Forward(batch.Inputs, outputs);
        single.Forward(inputs, singles);
        SequenceComparison<TSingle, float>.Close("outputs of double", Array.ConvertAll(outputs, number => (float)number), singles);
        double loss = net.Backward(batch.Inputs, batch.Targets, gradients);
        SequenceComparison<TSingle, float>.Close("loss of double", [(float)loss], [single.Backward(inputs, targets, singleGradients)]);
        foreach (string name in TNet.Layout.Names)
        {
            SequenceComparison<TSingle, float>.Close(
                "gradient of double of " + name, Array.ConvertAll(TNet.Layout.Read<double>(gradients.AsSpan(), name), number => (float)number), TSingle.Layout.Read<float>(singleGradients.AsSpan(), name));
        }
    }

    /// <summary>Steps give what the whole gives, and a state that is reset begins anew.</summary>
    private static void Streamed<TNet>(SequenceCase network)
        where TNet : class, INetwork<TNet, double>, IStreamingNetwork<TNet, double>
    {
        TNet net = SequenceComparison<TNet, double>.Drawn<TNet, double>(network.Seed);
        SequenceState<double> state = net.CreateState();
        bool isOfSteps = TNet.OutputSize == TNet.StepOutputSize * network.Steps;
        foreach (int length in new[] { network.Steps, network.HasLengths ? network.Short : network.Steps })
        {
            var batch = new SequenceBatch<TNet, double>(network, [length], (ulong)(9 + length));
            double[] whole = new double[TNet.OutputSize], output = new double[TNet.StepOutputSize];
            net.Forward(batch.Inputs, whole);
            state.Reset();
            for (int t = 0; t < length; t++)
            {
                net.Step(batch.Inputs.AsSpan(t * network.Features, network.Features), state, output);
                if (isOfSteps || t == length - 1)
                    SequenceComparison<TNet, double>.Close($"step {t}", whole.AsSpan(isOfSteps ? t * output.Length : 0, output.Length), output);
            }
        }
    }
}
