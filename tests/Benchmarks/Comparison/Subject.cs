using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GenNet.Benchmarks.Networks;

namespace GenNet.Benchmarks.Comparison;

/// <summary>A network that is compared: its description for the other programs, and GenNet's version of it.</summary>
internal sealed class Subject
{
    /// <summary>The rows of data; batches are cut from them.</summary>
    public const int Rows = 1024;

    private readonly Func<SampleData, float[], IServedNetwork> _serve;
    private readonly Func<float[]> _weights;

    private Subject(Func<SampleData, float[], IServedNetwork> serve, Func<float[]> weights)
    {
        _serve = serve;
        _weights = weights;
    }

    public static IReadOnlyList<Subject> All { get; } =
    [
        Of<XorNet>("2-2-1", "sigmoid", "sigmoid", 1, 4, 32, 128, 1024),
        Of<ControlNet>("4-32-16-4", "tanh", "softmax", 1, 32, 128, 1024),
        Of<DigitNet>("784-100-10", "sigmoid", "softmax", 1, 32, 128, 1024),
        Of<WideNet>("784-512-512-10", "sigmoid", "softmax", 1, 32, 128, 1024),
        Of<LargeNet>("4096-1024-10", "sigmoid", "softmax", 1, 128),
    ];

    public required string Name { get; init; }

    public required string Activation { get; init; }

    public required string Output { get; init; }

    public required int[] TrainingBatches { get; init; }

    public int[] InferenceBatches { get; } = [1, 1024];

    public int[] Sizes => Name.Split('-').Select(int.Parse).ToArray();

    /// <summary>The multiplications of a sample in one forward pass.</summary>
    public long Weights => Sizes.Zip(Sizes.Skip(1), (inputs, outputs) => (long)inputs * outputs).Sum();

    public static Subject Named(string name) => All.Single(subject => subject.Name == name);

    /// <summary>Writes the weights, each [outputs, inputs] and then its bias, and the data.</summary>
    public void Write(string folder, double zeros)
    {
        Directory.CreateDirectory(folder);
        SampleData data = SampleData.Draw(Rows, Sizes[0], Sizes[^1], zeros);
        FloatFile.Write(Path.Combine(folder, "inputs.f32"), data.Inputs);
        FloatFile.Write(Path.Combine(folder, "targets.f32"), data.Targets);
        FloatFile.Write(Path.Combine(folder, "weights.f32"), _weights());
    }

    /// <summary>GenNet's version, with the weights and data that <see cref="Write"/> wrote.</summary>
    public IServedNetwork Serve(string folder)
    {
        var data = new SampleData(FloatFile.Read(Path.Combine(folder, "inputs.f32")), FloatFile.Read(Path.Combine(folder, "targets.f32")));
        return _serve(data, FloatFile.Read(Path.Combine(folder, "weights.f32")));
    }

    private static Subject Of<TNet>(string name, string activation, string output, params int[] trainingBatches)
        where TNet : class, INetwork<TNet, float> => new(
            (data, weights) => new ServedNetwork<TNet>(data, weights), () => ServedNetwork<TNet>.InitialWeights(seed: 1))
        {
            Name = name,
            Activation = activation,
            Output = output,
            TrainingBatches = trainingBatches,
        };
}
