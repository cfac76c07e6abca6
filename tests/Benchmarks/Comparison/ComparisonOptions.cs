using System.IO;

namespace GenNet.Benchmarks.Comparison;

/// <summary>What the command line of compare asks for.</summary>
internal sealed record ComparisonOptions
{
    /// <summary>The thread counts, each of them a table.</summary>
    public required int[] Threads { get; init; }

    /// <summary>The one network to compare, or null for all.</summary>
    public string? Only { get; init; }

    /// <summary>The one batch size to compare, or null for all.</summary>
    public int? Batch { get; init; }

    /// <summary>The length of one measurement.</summary>
    public required double Seconds { get; init; }

    /// <summary>How many times each program is measured, in turn with the others.</summary>
    public required int Rounds { get; init; }

    /// <summary>The fraction of the inputs that is zero.</summary>
    public double Zeros { get; init; }

    public bool Markdown { get; init; }

    /// <summary>The file for all numbers.</summary>
    public FileInfo? Json { get; init; }

    /// <summary>The folder of MNIST: whole trainings are compared in place of steps.</summary>
    public DirectoryInfo? Mnist { get; init; }

    /// <summary>Where onnxruntime-node is installed, if not where it is looked for.</summary>
    public DirectoryInfo? NodeModules { get; init; }
}
