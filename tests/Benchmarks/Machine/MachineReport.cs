using System.Linq;
using GenNet.Benchmarks.Comparison;
using Spectre.Console;

namespace GenNet.Benchmarks.Machine;

/// <summary>The machine in a few lines.</summary>
internal static class MachineReport
{
    public static void Print(IAnsiConsole console, MachineLimits limits)
    {
        console.WriteLine(limits.Processor);
        console.WriteLine($"{limits.Runtime}, Vector<float> of {limits.VectorWidth} bits, networks computed in {(limits.Uses512 ? 512 : limits.VectorWidth)} bits");
        Limit?[] peaks = [limits.Portable, limits.Wide];
        Limit[] bandwidths = [limits.SecondCache, limits.ThirdCache, limits.Memory];
        console.WriteLine("one core: " + string.Join(", ", peaks.OfType<Limit>().Select(peak => $"{peak.Name} {Giga(peak)} GFLOP/s")));
        console.WriteLine("one core: " + string.Join(", ", bandwidths.Select(bandwidth => $"{bandwidth.Name} {Giga(bandwidth)} GB/s")));
    }

    private static string Giga(Limit limit) => ResultTable.Significant(limit.Rate / 1e9);
}
