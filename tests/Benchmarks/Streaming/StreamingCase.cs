using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GenNet.Benchmarks.Comparison;
using GenNet.Benchmarks.Networks;

namespace GenNet.Benchmarks.Streaming;

/// <summary>A network that is given one step at a time.</summary>
/// <param name="Name">What the programs know it as: a cell and its units, or decoder.</param>
/// <param name="Weights">The parameters of a new network.</param>
/// <param name="Serve">GenNet's side, with the steps and weights of a folder.</param>
internal sealed record StreamingCase(string Name, Func<float[]> Weights, Func<string, IServedSteps> Serve)
{
    /// <summary>The steps whose outputs are compared, and round which the loops go.</summary>
    private const int Steps = 256;

    /// <summary>The units of a cell.</summary>
    public int Units { get; private init; }

    /// <summary>The tokens of a decoder; null of a network that takes numbers.</summary>
    public int? Vocabulary { get; private init; }

    /// <summary>The cells as audio has them, one number in and one out, and a decoder with its cache, which the other programs are not asked for.</summary>
    public static IReadOnlyList<StreamingCase> All { get; } =
    [
        Of<Gru16Net>("gru-16") with { Units = 16 },
        Of<Lstm16Net>("lstm-16") with { Units = 16 },
        Of<Rnn16Net>("rnn-16") with { Units = 16 },
        Of<DecoderNet>("decoder", places: DecoderNet.InputSize) with { Vocabulary = 65 },
    ];

    public static StreamingCase Named(string name) => All.Single(known => known.Name == name);

    /// <summary>Writes the weights, and what is given step by step.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        SampleData data = Vocabulary is { } tokens ? SampleData.DrawTokens(1, Steps, tokens) : SampleData.Draw(1, Steps, outputSize: 1);
        FloatFile.Write(Path.Combine(folder, "inputs.f32"), data.Inputs);
        FloatFile.Write(Path.Combine(folder, "weights.f32"), Weights());
    }

    public Request Load(string folder, string model) => new("load")
    {
        Network = Name, Folder = folder, Model = model, Sizes = [1, Units, 1], Batch = 1, Batches = Steps,
    };

    private static StreamingCase Of<TNet>(string name, int? places = null)
        where TNet : class, INetwork<TNet, float>, IStreamingNetwork<TNet, float> => new(
            name, () => ServedNetwork<TNet>.InitialWeights(seed: 1),
            folder => new ServedSteps<TNet>(FloatFile.Read(Path.Combine(folder, "inputs.f32")), FloatFile.Read(Path.Combine(folder, "weights.f32")), places));
}
