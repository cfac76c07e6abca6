using System.Collections.Generic;
using System.IO;
using GenNet.Benchmarks.Comparison;
using GenNet.CompilerServices;

namespace GenNet.Benchmarks.Builds;

/// <summary>The program from NativeAOT and from the JIT, with vectors of the same width: at the defaults of the package, and with AVX-512.</summary>
internal static class AotComparison
{
    /// <summary>Publishes the programs for a framework.</summary>
    public static IReadOnlyList<BuildPair> Publish(string framework, string folder)
    {
        PublishedPeer jit = PublishedPeer.Jit(framework, Path.Combine(folder, "jit"));
        List<BuildPair> pairs = [Pair("default", jit, PublishedPeer.Native(framework, null, Path.Combine(folder, "native")), wide: false)];
        if (Simd.Use512)
            pairs.Add(Pair("x86-64-v4", jit, PublishedPeer.Native(framework, "x86-64-v4", Path.Combine(folder, "native512")), wide: true));
        return pairs;
    }

    /// <summary>The JIT is restrained to the width of the native program, which has decided already.</summary>
    private static BuildPair Pair(string instructionSet, PublishedPeer jit, PublishedPeer native, bool wide) =>
        new(instructionSet, "JIT", "NativeAOT", () => jit.Start("JIT", without512: !wide), () => native.Start("NativeAOT", without512: false));
}
