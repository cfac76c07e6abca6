using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Networks of random layers of sequences.</summary>
internal sealed class RandomSequences
{
    private static readonly string[] Hidden = ["Identity", "Sigmoid", "Tanh", "GELU", "GELUTanh", "SiLU", "Softplus", "ReLU", "ELU"];

    private static readonly string[] AnyLoss = ["Loss.HalfSquaredError", "Loss.MeanSquaredError", "Loss.MeanAbsoluteError", "Loss.Huber"];

    private readonly Random _random;
    private readonly bool _hasLengths;

    /// <summary>What comes into each layer, and out of the last one: steps, 0 where there are features only, and features.</summary>
    private readonly List<(int Steps, int Features)> _shapes = [];

    private readonly List<string> _layers = [];

    private RandomSequences(Random random, bool hasLengths) => (_random, _hasLengths) = (random, hasLengths);

    /// <summary>A network of some layers.</summary>
    /// <param name="random">What it is drawn from.</param>
    /// <param name="hasLengths">Whether its rows say their lengths.</param>
    /// <param name="precision">Its precision; any without.</param>
    public static string Declaration(Random random, bool hasLengths, string? precision = null)
    {
        var drawn = new RandomSequences(random, hasLengths);
        string input = drawn.Input();
        for (int layers = random.Next(5); layers > 0; layers--)
            drawn.Add(drawn.Layer());
        if (drawn.Steps > 0 && random.Next(4) == 0)
            drawn.Add(drawn.Any(("[GlobalAveragePool]", 0, drawn.Features), ("[Flatten]", 0, drawn.Steps * drawn.Features)));
        string loss = drawn.End();
        return $"[Network({loss}, Precision = Precision.{precision ?? drawn.Any("Float", "Double")})] {input} {string.Join(' ', drawn._layers)}";
    }

    private int Steps => _shapes[^1].Steps;

    private int Features => _shapes[^1].Features;

    private string Bias => _random.Next(4) == 0 ? ", Bias = false" : "";

    private string Input()
    {
        int steps = _random.Next(10) == 0 ? _random.Next(1, 31) : _random.Next(1, 6), features = Width();
        string lengths = _hasLengths ? ", Lengths = true" : "";
        if (_random.Next(3) > 0)
        {
            _shapes.Add((steps, features));
            return $"[Input({steps}, {features}{lengths})]";
        }

        _shapes.Add((-1, steps));
        Add(($"[Embedding({_random.Next(1, 8)}, {features})]", steps, features));
        return $"[Input({steps}{lengths})]";
    }

    /// <summary>Within a line, as long as lines, and longer.</summary>
    private int Width() => _random.Next(9) == 0 ? _random.Next(15, 19) : _random.Next(1, 7);

    private T Any<T>(params T[] all) => all[_random.Next(all.Length)];

    private void Add((string Layer, int Steps, int Features) layer)
    {
        _layers.Add(layer.Layer);
        _shapes.Add((layer.Steps, layer.Features));
    }

    private (string Layer, int Steps, int Features) Layer() => _random.Next(Steps == 0 ? 3 : _hasLengths ? 11 : 12) switch
    {
        0 => Dense(Hidden),
        1 => Residual(Hidden),
        2 => Norm(Hidden),
        3 or 4 => Recurrent(),
        5 or 6 => ($"[SelfAttention({Any([.. Enumerable.Range(1, Features).Where(heads => Features % heads == 0)])}{Any("", ", Causal = true")}{Bias})]", Steps, Features),
        7 or 8 => Convolution(Hidden),
        9 => ($"[Dropout(0.{_random.Next(1, 6)})]", Steps, Features),
        10 => ("[PositionEmbedding]", Steps, Features),
        _ => Pool(),
    };

    private (string Layer, int Steps, int Features) Dense(string[] activations)
    {
        int outputs = Width();
        return ($"[Dense({outputs}, Activation.{Any(activations)}{Bias})]", Steps, outputs);
    }

    /// <summary>Two numbers that are nearly alike turn too quickly for central differences; nor are those of shorter rows brought together the same sample.</summary>
    private (string Layer, int Steps, int Features) Norm(string[] activations) =>
        Features < 3 || (_hasLengths && _layers.Contains("[Flatten]")) ? Dense(activations) : ($"[LayerNorm(Activation.{Any(activations)}{Any("", ", Epsilon = 0.1")})]", Steps, Features);

    private (string Layer, int Steps, int Features) Recurrent()
    {
        int hidden = Width();
        bool isOfEveryStep = _random.Next(3) > 0;
        string options = (isOfEveryStep ? ", Output = Steps.All" : "") + Bias;
        return (Any($"[Gru({hidden}{options})]", $"[Lstm({hidden}{options})]", $"[SimpleRnn({hidden}, Activation.{Any(Hidden)}{options})]"), isOfEveryStep ? Steps : 0, hidden);
    }

    /// <summary>Causal, as long as what comes in, or of any geometry where all rows are alike.</summary>
    private (string Layer, int Steps, int Features) Convolution(string[] activations)
    {
        int groups = Any([.. Enumerable.Range(1, Features).Where(groups => Features % groups == 0)]), filters = groups * (groups > 4 ? 1 : _random.Next(1, 4));
        int kernel = _random.Next(1, 5), dilation = _random.Next(1, 4), stride = 1, padding = dilation * (kernel - 1) / 2;
        string geometry = $"[Conv1D({filters}, {kernel}, Activation.{Any(activations)}, Groups = {groups}, Dilation = {dilation}{Bias}";
        if (_random.Next(2) == 0)
            return ($"{geometry}, Causal = true)]", Steps, filters);
        if (!_hasLengths)
            (stride, padding) = (_random.Next(1, 4), _random.Next(4));
        else if (dilation * (kernel - 1) % 2 == 1)
            return ($"{geometry}, Causal = true)]", Steps, filters);
        int rest = Steps + 2 * padding - dilation * (kernel - 1) - 1;
        return rest < 0 ? ($"{geometry}, Causal = true)]", Steps, filters) : ($"{geometry}, Stride = {stride}, Padding = {padding})]", rest / stride + 1, filters);
    }

    private (string Layer, int Steps, int Features) Pool()
    {
        int size = _random.Next(1, Math.Min(Steps, 4) + 1), stride = _random.Next(1, 4), padding = _random.Next(size / 2 + 1);
        return ($"[{Any("MaxPool1D", "AveragePool1D")}({size}, Stride = {stride}, Padding = {padding})]", (Steps + 2 * padding - size) / stride + 1, Features);
    }

    /// <summary>Around layers that keep the steps; a layer that does not is dense.</summary>
    private (string Layer, int Steps, int Features) Residual(string[] activations)
    {
        int[] around = [.. Enumerable.Range(1, _shapes.Count - 1).Where(layers => _shapes[^(layers + 1)].Steps == Steps)];
        if (around.Length == 0)
            return Dense(activations);
        int chosen = Any(around);
        string projection = _shapes[^(chosen + 1)].Features != Features || _random.Next(3) == 0 ? ", Projection = true" + Bias : "";
        return ($"[Residual({chosen}, Activation.{Any(activations)}{projection})]", Steps, Features);
    }

    /// <summary>What ends the network, and a loss of that.</summary>
    private string End()
    {
        string loss = Any("Loss.CrossEntropy", "Loss.CrossEntropy, Targets = Targets.Classes", "Loss.BinaryCrossEntropy", Any(AnyLoss), Any(AnyLoss));
        string[] activations = loss.StartsWith("Loss.CrossEntropy", StringComparison.Ordinal) ? ["Softmax"] : loss == "Loss.BinaryCrossEntropy" ? ["Sigmoid"] : [.. Hidden, "Softmax"];
        bool hasWeights = !_layers.All(layer => layer.Contains("Pool", StringComparison.Ordinal) || layer.StartsWith("[Dropout", StringComparison.Ordinal) || layer == "[Flatten]");
        bool mayEnd = activations.Length > 1 && hasWeights && _layers[^1] != "[Flatten]" && !_layers[^1].StartsWith("[Dropout", StringComparison.Ordinal);
        if (mayEnd && _random.Next(2) == 0)
            return loss;
        Add(_random.Next(hasWeights ? Steps > 0 ? 5 : 4 : 2) switch
        {
            2 => Residual(activations),
            3 => Norm(activations),
            4 => Convolution(activations),
            _ => Dense(activations),
        });
        return loss;
    }
}
