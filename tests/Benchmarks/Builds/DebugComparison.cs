using System.Collections.Generic;
using System.IO;
using GenNet.Benchmarks.Comparison;

namespace GenNet.Benchmarks.Builds;

/// <summary>
/// The program as its user builds it while writing it, and as it is shipped: what is emitted is part of it, so Debug takes the JIT's
/// optimisations away from the networks. GenNet itself is Release in both, as it comes from the package.
/// </summary>
internal static class DebugComparison
{
    public static IReadOnlyList<BuildPair> Build(string folder)
    {
        PublishedPeer release = PublishedPeer.Configured("Release", Path.Combine(folder, "release"));
        PublishedPeer debug = PublishedPeer.Configured("Debug", Path.Combine(folder, "debug"));
        return [new("all cases", "Release", "Debug", () => release.Start("Release", without512: false), () => debug.Start("Debug", without512: false))];
    }
}
