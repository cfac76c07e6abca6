using System;
using GenNet.Benchmarks.Comparison;

namespace GenNet.Benchmarks.Builds;

/// <summary>Two builds of one program, to be measured in turn.</summary>
/// <param name="Name">What the pair is called.</param>
/// <param name="First">What the first is called; ratios are to its time.</param>
/// <param name="Second">What the second is called.</param>
/// <param name="StartFirst">Starts the first.</param>
/// <param name="StartSecond">Starts the second.</param>
internal sealed record BuildPair(string Name, string First, string Second, Func<PeerProcess> StartFirst, Func<PeerProcess> StartSecond);
