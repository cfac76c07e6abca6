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

    private Subject(Func<SampleData, float[], IServedNetwork> serve, Func<float[]> weights, Arithmetic arithmetic)
    {
        _serve = serve;
        _weights = weights;
        Arithmetic = arithmetic;
    }

    public static IReadOnlyList<Subject> All { get; } =
    [
        Of<XorNet>("2-2-1", "sigmoid", "sigmoid", 1, 4, 32, 128, 1024),
        Of<ControlNet>("4-32-16-4", "tanh", "softmax", 1, 32, 128, 1024),
        Of<DigitNet>("784-100-10", "sigmoid", "softmax", 1, 32, 128, 1024),
        Of<WideNet>("784-512-512-10", "sigmoid", "softmax", 1, 32, 128, 1024),
        Of<LargeNet>("4096-1024-10", "sigmoid", "softmax", 1, 128),

        // 5 x 5 windows of 1 and 6 channels, then 400-120-84-10.
        new(
            (data, weights) => new ServedNetwork<LeNet5>(data, weights), () => ServedNetwork<LeNet5>.InitialWeights(seed: 1),
            new Arithmetic(MultiplyAdds: 117_600 + 240_000 + 58_920, OfFirstLayer: 117_600, LeNet5.ParameterCount))
        {
            Name = "lenet", Architecture = "lenet", Sizes = [784, 10], Activation = "tanh", Output = "softmax", TrainingBatches = [1, 32, 128],
        },
        OfSteps<Lstm64Net>("lstm-64", gates: 4, units: 64),
        OfSteps<Gru64Net>("gru-64", gates: 3, units: 64),
        OfSteps<Lstm256Net>("lstm-256", gates: 4, units: 256),
        OfDecoder(),
    ];

    public required string Name { get; init; }

    public required string Activation { get; init; }

    public required string Output { get; init; }

    public required int[] TrainingBatches { get; init; }

    public int[] InferenceBatches { get; init; } = [1, 1024];

    /// <summary>Inputs and outputs; of a network of dense layers, what is between them too.</summary>
    public required int[] Sizes { get; init; }

    /// <summary>What the other programs know the network as, unless its sizes say it.</summary>
    public string? Architecture { get; init; }

    /// <summary>adamw, or null for SGD.</summary>
    public string? Optimizer { get; init; }

    /// <summary>Whether a row is tokens, and so are its targets.</summary>
    public bool OfTokens { get; init; }

    public Arithmetic Arithmetic { get; }

    public static Subject Named(string name) => All.Single(subject => subject.Name == name);

    /// <summary>Writes the weights, each [outputs, inputs] and then its bias, and the data.</summary>
    public void Write(string folder, double zeros)
    {
        Directory.CreateDirectory(folder);
        SampleData data = OfTokens ? SampleData.DrawTokens(Rows, Sizes[0], Sizes[^1]) : SampleData.Draw(Rows, Sizes[0], Sizes[^1], zeros);
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
            (data, weights) => new ServedNetwork<TNet>(data, weights), () => ServedNetwork<TNet>.InitialWeights(seed: 1), Arithmetic.OfDense(SizesOf(name)))
        {
            Name = name,
            Sizes = SizesOf(name),
            Activation = activation,
            Output = output,
            TrainingBatches = trainingBatches,
        };

    /// <summary>A recurrent layer of 32 steps of as many features as it has units, and 10 classes of the last step.</summary>
    private static Subject OfSteps<TNet>(string name, int gates, int units)
        where TNet : class, INetwork<TNet, float>
    {
        const int Steps = 32, Classes = 10;
        long product = (long)Steps * units * gates * units;
        return new(
            (data, weights) => new ServedNetwork<TNet>(data, weights), () => ServedNetwork<TNet>.InitialWeights(seed: 1),
            new Arithmetic(2 * product + units * Classes, OfFirstLayer: product, TNet.ParameterCount))
        {
            Name = name, Architecture = name, Sizes = [Steps * units, Classes], Activation = "tanh", Output = "softmax", TrainingBatches = [1, 32],
        };
    }

    /// <summary>The decoder of docs/sequences.md. Of the products of attention those count that a causal one needs.</summary>
    private static Subject OfDecoder()
    {
        const int Steps = 64, Width = 64, Hidden = 256, Vocabulary = 65, Blocks = 2;
        const long Block = Steps * (4 * Width * Width + 2 * Width * Hidden) + Steps * (Steps + 1) * Width;
        return new(
            (data, weights) => new ServedNetwork<DecoderNet>(data, weights), () => ServedNetwork<DecoderNet>.InitialWeights(seed: 1),
            new Arithmetic(Blocks * Block + Steps * Width * Vocabulary, OfFirstLayer: 0, DecoderNet.ParameterCount))
        {
            Name = "decoder", Architecture = "decoder", Sizes = [Steps, Vocabulary], Activation = "gelu", Output = "softmax", TrainingBatches = [16], InferenceBatches = [1, 16],
            Optimizer = "adamw", OfTokens = true,
        };
    }

    private static int[] SizesOf(string name) => name.Split('-').Select(int.Parse).ToArray();
}
