using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenNet.Benchmarks.Comparison;

/// <summary>What the comparison asks of a program, one JSON object on a line.</summary>
internal sealed record Request(string Op)
{
    /// <summary>Of load: the sizes of the layers, inputs first.</summary>
    public int[]? Sizes { get; init; }

    /// <summary>Of load: the name of the network.</summary>
    public string? Network { get; init; }

    /// <summary>Of load: lenet, lstm-64, gru-64, lstm-256 or decoder, or nothing where the sizes are those of dense layers.</summary>
    public string? Architecture { get; init; }

    /// <summary>Of load: channels, rows, columns, filters, kernel and padding of a convolution.</summary>
    public int[]? Convolution { get; init; }

    /// <summary>Of load: sigmoid or tanh, after each hidden layer.</summary>
    public string? Activation { get; init; }

    /// <summary>Of load: sigmoid or softmax, after the last layer.</summary>
    public string? Output { get; init; }

    /// <summary>Of load: train or infer.</summary>
    public string? Work { get; init; }

    /// <summary>Of load: the rows of a batch.</summary>
    public int Batch { get; init; }

    /// <summary>Of load: how many batches there are; the loops go round them.</summary>
    public int Batches { get; init; }

    /// <summary>Of load: the learning rate.</summary>
    public float Rate { get; init; }

    /// <summary>Of load: adamw, or nothing for SGD.</summary>
    public string? Optimizer { get; init; }

    /// <summary>Of load: where weights.f32, inputs.f32 and targets.f32 are.</summary>
    public string? Folder { get; init; }

    /// <summary>Of load: the ONNX model.</summary>
    public string? Model { get; init; }

    /// <summary>Of outputs and export: the file to write.</summary>
    public string? Path { get; init; }

    /// <summary>Of losses and measure: how many steps or passes.</summary>
    public int Iterations { get; init; }
}

/// <summary>What it answers, one JSON object on a line.</summary>
internal sealed record Answer
{
    /// <summary>Of the first line: who speaks.</summary>
    public string? Name { get; init; }

    public string? Version { get; init; }

    public string? Detail { get; init; }

    public int Threads { get; init; }

    /// <summary>Of losses: the loss before each step, and that of the next batch after the last.</summary>
    public double[]? Losses { get; init; }

    /// <summary>Of measure: the time of the whole loop, by the program's own clock.</summary>
    public double Seconds { get; init; }

    /// <summary>Of measure: the iterations that were made, at least those that were asked for.</summary>
    public int Iterations { get; init; }

    /// <summary>Of measure, of single steps: what they have allocated.</summary>
    public long Bytes { get; init; }

    /// <summary>What went wrong, if anything did.</summary>
    public string? Error { get; init; }
}

internal static class Json
{
    public static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static readonly JsonSerializerOptions File = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}
