using System;
using System.Collections.Concurrent;
using System.Linq;
using GenNet.Generator.Model;
using GenNet.Generator.Tests.Declarations;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Declarations that have every kind of layer, activation and loss, and every way in which layers can be connected.</summary>
public static class Networks
{
    private static readonly ConcurrentDictionary<string, NetworkModel> Models = [];

    /// <summary>Each activation between layers and at the end, in rows with padding.</summary>
    public static TheoryData<string> Activations => new(Enum.GetValues<Activation>().Select(activation => activation switch
    {
        Activation.Softmax => "[Network] [Dense(3, 20, Activation.Softplus)] [Dense(9, Activation.Softmax)]",

        // No gradient passes these.
        Activation.Step or Activation.Sign => $"[Network(Loss.Perceptron)] [Dense(30, 9, Activation.{activation})]",
        _ => $"[Network(Precision = Precision.Double)] [Dense(3, 20, Activation.{activation})] [Dense(9, Activation.{activation})]",
    }));

    public static TheoryData<string> Losses => new(
        "[Network(Loss.HalfSquaredError)] [Dense(5, 18, Activation.Tanh)] [Dense(7, Activation.Softsign)]",
        "[Network(Loss.HalfSquaredError)] [Dense(5, 18, Activation.Tanh)] [Dense(7, Activation.Softmax)]",
        "[Network(Loss.MeanSquaredError)] [Dense(5, 18, Activation.Tanh)] [Dense(16)]",
        "[Network(Loss.MeanSquaredError)] [Dense(5, 18, Activation.Tanh)] [Dense(19, Activation.Softmax)]",
        "[Network(Loss.MeanAbsoluteError, Precision = Precision.Double)] [Dense(5, 18, Activation.Tanh)] [Dense(3)]",
        "[Network(Loss.MeanAbsoluteError)] [Dense(5, 18, Activation.Tanh)] [Dense(16, Activation.Softmax)]",
        "[Network(Loss.Huber)] [Dense(5, 18, Activation.Tanh)] [Dense(7, Activation.ELU, Alpha = 0.5)]",
        "[Network(Loss.Huber)] [Dense(5, 18, Activation.Tanh)] [Dense(7, Activation.Softmax)]",
        "[Network(Loss.BinaryCrossEntropy)] [Dense(5, 18, Activation.Tanh)] [Dense(7, Activation.Sigmoid)]",
        "[Network(Loss.HalfSquaredError)] [Dense(5, 18, Activation.Tanh)] [Dense(7, Activation.Sigmoid)]",
        "[Network(Loss.CrossEntropy)] [Dense(5, 18, Activation.Tanh)] [Dense(32, Activation.Softmax)]",
        "[Network(Loss.CrossEntropy, Precision = Precision.Double)] [Dense(5, 18, Activation.Tanh)] [Dense(7, Activation.Softmax)]");

    /// <summary>Dense and maxout layers of many sizes; those of a line, of four and of eight lines have no padding.</summary>
    public static TheoryData<string> Sizes => new(
        "[Network] [Dense(70, 1)]",
        "[Network] [Dense(16, 16, Bias = false)]",
        "[Network(Precision = Precision.Double)] [Dense(8, 8, Bias = false)] [Dense(8, Activation.Tanh)]",
        "[Network] [Dense(3, 128, Activation.SiLU)] [Dense(130, Activation.GELU, Bias = false)] [Dense(2)]",
        "[Network] [Dense(3, 64, Activation.SiLU)] [Dense(64, Activation.GELU)] [Dense(64, Activation.GELU, Bias = false)]",
        "[Network] [Maxout(3, 1, 2)] [Dense(2)]",
        "[Network] [Dense(3, 20, Activation.Tanh)] [Maxout(17, 3)] [Dense(2)]",
        "[Network] [Dense(3, 20, Activation.Tanh)] [Maxout(40, 4, Bias = false)]",
        "[Network(Precision = Precision.Double)] [Maxout(5, 16, 4)] [Maxout(9, 2)] [Maxout(1, 3)]",
        "[Network(Loss.MeanAbsoluteError)] [Maxout(3, 64, 4)] [Maxout(7, 3, Bias = false)]");

    public static TheoryData<string> Dropouts => new(
        "[Network] [Dropout(5, 0.3)] [Dense(20, Activation.Tanh)] [Dense(4)]",
        "[Network] [Dropout(16, 0.3)] [Dense(20, Activation.Tanh)] [Dropout(0.5)] [Dense(4, Activation.Softmax)]",
        "[Network] [Dense(5, 20, Activation.GELU)] [Dropout(0.2)] [Dropout(0.4)] [Dense(16)]",
        "[Network(Precision = Precision.Double)] [Maxout(5, 20, 3)] [Dropout(0.2)] [Maxout(6, 2)]",
        "[Network] [Input(2, 3, 4)] [Dropout(0.1)] [Flatten] [Dense(7, Activation.Tanh)]");

    public static TheoryData<string> Residuals => new(
        // From the network's inputs, and around the first layer.
        "[Network] [Dense(6, 6, Activation.Tanh)] [Residual(1)] [Dense(20)]",
        "[Network] [Dense(16, 16, Activation.Tanh)] [Residual(1, Activation.GELU)] [Dense(20)]",
        "[Network] [Dense(6, 20, Activation.Tanh)] [Dense(16)] [Residual(2, Activation.ReLU, Projection = true)] [Dense(3, Activation.Softmax)]",
        "[Network] [Dense(6, 6, Activation.Tanh)] [Residual(1)] [Dense(6, Activation.Tanh)] [Residual(3)] [Dense(6, Activation.ReLU)] [Residual(5)]",
        // As the last layer, with and without an activation.
        "[Network] [Dense(3, 20, Activation.Tanh)] [Dense(20)] [Residual(1)]",
        "[Network] [Dense(3, 20, Activation.Tanh)] [Dense(20, Activation.SiLU)] [Residual(1, Activation.Softmax)]",
        "[Network(Loss.BinaryCrossEntropy)] [Dense(3, 20, Activation.Tanh)] [Dense(9)] [Residual(1, Activation.Sigmoid, Projection = true, Bias = false)]",
        "[Network(Loss.Huber, Precision = Precision.Double)] [Dense(3, 20, Activation.Tanh)] [Dense(20, Activation.SiLU)] [Residual(2, Activation.Softmax, Projection = true)]",
        // Several from one value, nested, one around another, and next to each other.
        "[Network] [Dense(3, 20, Activation.Tanh)] [Dense(20, Activation.Tanh)] [Residual(1)] [Dense(20, Activation.Sigmoid)] [Residual(3)] [Dense(2)]",
        "[Network] [Dense(3, 20, Activation.Tanh)] [Dense(20)] [Residual(1)] [Residual(2, Activation.Tanh)] [Residual(3)] [Dense(2)]",
        "[Network] [Dense(3, 20)] [Dense(20)] [Residual(1)] [Residual(1)] [Residual(2)]",
        "[Network] [Dense(3, 20, Activation.GELU)] [Dense(7, Activation.Tanh)] [Dense(9)] [Residual(2, Projection = true)] [Residual(1, Projection = true)] [Dense(2)]",
        // Right behind layers that pass values on, so that both terms can be the same.
        "[Network] [Input(18)] [Flatten] [Residual(1)] [Dense(5)]",
        "[Network] [Input(16)] [Flatten] [Residual(1, Activation.Tanh, Projection = true)] [Dense(5)]",
        "[Network] [Dense(4, 18, Activation.SiLU)] [Flatten] [Residual(1)] [Dense(5)]",
        "[Network] [Dense(4, 18, Activation.SiLU)] [Flatten] [Residual(1)]",
        "[Network] [Dense(4, 18, Activation.SiLU)] [Dropout(0.3)] [Residual(1)] [Dense(5)]",
        "[Network] [Dense(4, 18)] [Dropout(0.3)] [Residual(1, Activation.SELU)]",
        "[Network] [Dropout(18, 0.3)] [Residual(1)] [Dense(5)]",
        "[Network] [Dropout(16, 0.3)] [Residual(1, Activation.Tanh)] [Dense(5)]",
        "[Network] [Dropout(18, 0.3)] [Residual(1, Activation.Tanh, Projection = true)] [Dense(5)]",
        "[Network] [Dropout(18, 0.3)] [Residual(1)] [Dropout(0.5)] [Residual(3)] [Maxout(5, 3)] [Residual(1, Projection = true)]",
        "[Network] [Dense(4, 18, Activation.Tanh)] [Maxout(18, 3)] [Dropout(0.3)] [Residual(2)] [Residual(2)] [Maxout(3, 2)]",
        // Blocks.
        "[Block] [Dense(18, Activation.Tanh)] [Dropout(0.25)] [Dense(18)] [Residual(3, Activation.ReLU)] class B; [Network] [Dense(4, 18)] [Layers(typeof(B), Repeat = 3)] [Dense(3)]",
        "[Block] [Dense(9, Activation.Tanh)] [Residual(1, Projection = true)] class B; [Block] [Layers(typeof(B), Repeat = 2)] [Residual(4, Projection = true)] class C; "
            + "[Network] [Input(20)] [Layers(typeof(C), Repeat = 2)] [Dense(3, Activation.Softmax)]");

    /// <summary>Convolutions in every geometry that they are lowered in different ways for.</summary>
    public static TheoryData<string> Convolutions => new(
        "[Network] [Input(2, 6, 5)] [Conv2D(3, 3, Activation.Tanh, Padding = 1)] [Flatten] [Dense(3, Activation.Softmax)]",
        "[Network(Precision = Precision.Double)] [Input(4, 7, 6)] [Conv2D(6, 3, 2, Activation.Sigmoid, Stride = 2, Padding = 1, Groups = 2)] [Conv2D(2, 2, Bias = false)] [Flatten] [Dense(2)]",
        "[Network] [Input(3, 5, 5)] [Conv2D(4, 1, Activation.Softplus)] [Conv2D(4, 3, Activation.Tanh, Dilation = 2, Padding = 2, Groups = 4)] [Flatten] [Dense(2)]",
        "[Network(Loss.MeanSquaredError)] [Input(2, 4, 3)] [ConvTranspose2D(3, 3, Activation.Tanh, Stride = 2, Padding = 1, OutputPadding = 1)] [ConvTranspose2D(2, 2, Bias = false)]",
        "[Network] [Input(9, 3)] [Conv1D(4, 3, Activation.Tanh, Padding = 2, Dilation = 2)] [Conv1D(5, 2, Activation.SiLU, Stride = 2)] [Flatten] [Dense(2, Activation.Softmax)]",
        "[Network] [Input(2, 4, 4)] [Conv2D(3, 3, Activation.Tanh, Padding = 1)] [Dropout(0.2)] [Conv2D(3, 3, Padding = 1)] [Residual(3, Projection = true)] "
            + "[Conv2D(4, 3, Stride = 2, Padding = 1)] [Residual(1, Activation.Tanh, Projection = true)] [Residual(1)] [Flatten] [Dense(2)]",
        "[Network] [Input(1, 4, 4)] [Conv2D(2, 3, Activation.Tanh)]");

    /// <summary>Pools of images and sequences, of the inputs and of what layers make of them, and what makes images larger.</summary>
    public static TheoryData<string> Pools => new(
        "[Network] [Input(2, 6, 8)] [MaxPool2D(2)] [Flatten] [Dense(3)]",
        "[Network] [Input(3, 7, 9)] [AveragePool2D(2)] [Flatten] [Dense(3)]",
        "[Network(Precision = Precision.Double)] [Input(2, 9, 16)] [MaxPool2D(3, Stride = 2, Padding = 1)] [Flatten] [Dense(3, Activation.Softmax)]",
        "[Network] [Input(2, 9, 16)] [AveragePool2D(3, Stride = 2, Padding = 1)] [MaxPool2D(2, Stride = 1)] [Flatten] [Dense(3, Activation.Tanh)]",
        "[Network] [Input(1, 8, 21)] [MaxPool2D(3, 5, Stride = 2, Padding = 1)] [AveragePool2D(1, 3)] [Flatten] [Dense(2)]",
        "[Network] [Input(1, 8, 21)] [AveragePool2D(3, Stride = 4)] [Flatten] [Dense(2)]",
        "[Network] [Input(12, 5)] [MaxPool1D(2)] [AveragePool1D(3, Stride = 1, Padding = 1)] [Flatten] [Dense(2)]",
        "[Network(Precision = Precision.Double)] [Input(11, 16)] [AveragePool1D(4, Stride = 3, Padding = 2)] [MaxPool1D(3, Stride = 1)] [Flatten] [Dense(2)]",
        "[Network] [Input(5, 3, 7)] [GlobalAveragePool] [Dense(4, Activation.Tanh)]",
        "[Network] [Input(5, 4, 4)] [MaxPool2D(2)] [GlobalAveragePool] [Flatten] [Dense(4)]",
        "[Network] [Input(7, 18)] [GlobalAveragePool] [Dense(4)]",
        "[Network] [Input(2, 3, 4)] [Upsample2D(2)] [MaxPool2D(3, Stride = 2)] [Flatten] [Dense(3)]",
        "[Network] [Input(2, 3, 5)] [AveragePool2D(2, Stride = 1)] [Upsample2D(3)] [Flatten] [Dense(3)]",
        "[Network] [Input(3, 4, 6)] [Dropout(0.4, Channels = true)] [MaxPool2D(2)] [Dropout(0.3, Channels = true)] [Upsample2D(2)] [Residual(3)] [Flatten] [Dense(3)]");

    /// <summary>Normalisations of every shape, first, last and in the middle, with and without padding.</summary>
    public static TheoryData<string> Norms => new(
        "[Network] [Dense(5, 18)] [LayerNorm(Activation.Tanh)] [Dense(3)]",
        "[Network] [Input(19)] [LayerNorm(Epsilon = 0.1)] [Dense(3)] [LayerNorm(Activation.Softmax)]",
        "[Network(Precision = Precision.Double)] [Input(3, 5)] [LayerNorm] [Flatten] [Dense(4, Activation.Tanh)]",
        "[Network] [Input(4, 16)] [LayerNorm(Activation.SiLU)] [Dropout(0.3)] [LayerNorm] [Flatten] [Dense(4)]",
        "[Network] [Input(2, 3, 4)] [LayerNorm(Activation.GELU)] [Residual(1)] [Flatten] [Dense(4)]",
        "[Network] [Dense(5, 12)] [GroupNorm(4, Activation.Tanh)] [Dense(3)]",
        "[Network(Precision = Precision.Double)] [Input(6, 3, 3)] [GroupNorm(3)] [GroupNorm(1, Activation.SiLU)] [Flatten] [Dense(3)]",
        "[Network] [Input(6, 1, 1)] [GroupNorm(2)] [Flatten] [Dense(3)]",
        "[Network] [Dense(5, 18)] [BatchNorm(Activation.Tanh)] [Dense(3, Activation.Softmax)]",
        "[Network] [Dense(5, 16)] [BatchNorm] [Residual(2, Projection = true)] [Dense(16)] [BatchNorm(Activation.SiLU)] [Residual(2)] [Dense(3)]",
        "[Network] [Input(17)] [BatchNorm(Epsilon = 0.5, Momentum = 0.3)] [Dense(3)] [BatchNorm(Activation.Sigmoid)]",
        "[Network(Precision = Precision.Double)] [Input(3, 5)] [BatchNorm] [BatchNorm(Activation.Tanh)] [Flatten] [Dense(4)]",
        "[Network] [Input(2, 3, 3)] [BatchNorm(Activation.GELU)] [Dropout(0.2)] [Residual(2)] [BatchNorm] [Flatten] [Dense(4)] [BatchNorm] [LayerNorm]",
        "[Block] [Dense(18, Activation.Tanh)] [BatchNorm] [Residual(2)] class B; [Network] [Dense(4, 18)] [Layers(typeof(B), Repeat = 3)] [Dense(3)]");

    /// <summary>Layers that compute each step of a sequence by itself, with every loss, and what brings the steps together.</summary>
    public static TheoryData<string> Sequences => new(
        "[Network] [Input(4, 3)] [Dense(20, Activation.Tanh)] [Dense(5, Activation.Softmax)]",
        "[Network] [Input(3, 16)] [Dense(16, Activation.SiLU)] [Dense(16)]",
        "[Network(Loss.MeanSquaredError, Precision = Precision.Double)] [Input(5, 2)] [Dense(9, Activation.Sigmoid)] [Dense(3, Activation.Softmax)]",
        "[Network(Loss.MeanAbsoluteError)] [Input(5, 2)] [Dense(18, Activation.GELU, Bias = false)] [LayerNorm] [Dense(18)]",
        "[Network(Loss.BinaryCrossEntropy)] [Input(5, 2)] [Dense(17, Activation.Tanh)] [Dropout(0.3)] [Dense(2, Activation.Sigmoid)]",
        "[Network(Loss.Huber)] [Input(5, 6)] [Dense(6, Activation.Tanh)] [Residual(1)] [Dense(18)] [Residual(3, Activation.SiLU, Projection = true)] [BatchNorm] [Dense(3)]",
        "[Network] [Input(5, 3)] [Dense(7, Activation.Tanh)] [Flatten] [Dense(4, Activation.Softmax)]",
        "[Network] [Input(5, 3)] [Dense(7, Activation.Tanh)] [MaxPool1D(2)] [Dense(18, Activation.Tanh)] [GlobalAveragePool] [Dense(4, Activation.Softmax)]",
        "[Network] [Input(4, 3)] [SimpleRnn(5)] [Dense(2)]",
        "[Network] [Input(3, 2)] [SimpleRnn(18, Activation.ReLU, Output = Steps.All)] [Dense(2, Activation.Softmax)]",
        "[Network] [Input(3, 2)] [SimpleRnn(6, Activation.GELU, Bias = false)]",
        "[Network] [Input(4, 3)] [Gru(16)] [Dense(2)]",
        "[Network(Precision = Precision.Double)] [Input(4, 3)] [Gru(5, Output = Steps.All)] [Dense(3, Activation.Softmax)]",
        "[Network] [Input(4, 3)] [Lstm(16, Output = Steps.All)]",
        "[Network] [Input(4, 3)] [Lstm(9, Output = Steps.All)] [Dropout(0.3)] [Lstm(7, Bias = false)] [Dense(3, Activation.Softmax)]",
        "[Network] [Input(4, 6)] [Dense(9, Activation.Tanh)] [Gru(9, Output = Steps.All)] [Residual(1)] [LayerNorm] [Lstm(4)]",
        "[Network] [Input(1, 3)] [Lstm(4)] [Dense(2)]",
        "[Network] [Input(5)] [Embedding(7, 6)] [PositionEmbedding] [Dense(7, Activation.Softmax)]",
        "[Network(Targets = Targets.Classes)] [Input(5)] [Embedding(7, 16)] [Gru(9, Output = Steps.All)] [PositionEmbedding] [Dense(7, Activation.Softmax)]",
        "[Network(Targets = Targets.Classes, Precision = Precision.Double)] [Dense(3, 20, Activation.Tanh)] [Dense(19, Activation.Softmax)]",
        "[Network(Targets = Targets.Classes)] [Dense(2, 3, Activation.Softmax)]",
        "[Network] [Input(4, 3)] [PositionEmbedding] [Dense(2)]",
        "[Network] [Input(8, 3)] [Dense(5, Activation.Tanh)] [Conv1D(4, 3, Activation.Tanh, Padding = 1)] [BatchNorm(Activation.SiLU)] [Dense(4)]",
        "[Network] [Input(7, 3)] [Conv1D(4, 3, Activation.Tanh, Causal = true, Dilation = 2)] [Conv1D(5, 2, Causal = true, Bias = false)] [Dense(2, Activation.Softmax)]",
        "[Network(Precision = Precision.Double)] [Input(9, 3)] [Dense(6)] [Conv1D(4, 3, Causal = true, Dilation = 2, Groups = 2)] [Gru(3, Output = Steps.All)] [Conv1D(18, 1, Causal = true)] [Dense(2)]",
        "[Network] [Input(3, 6)] [SelfAttention(2)] [Dense(2, Activation.Softmax)]",
        "[Network(Precision = Precision.Double)] [Input(4, 6)] [Dense(9, Activation.Tanh)] [SelfAttention(3, Causal = true, Bias = false)]",
        "[Network] [Input(3, 5)] [Dense(32)] [SelfAttention(2, Causal = true)] [Residual(1)] [SelfAttention(1)] [Flatten] [Dense(2)]",
        "[Network] [Input(1, 4)] [SelfAttention(4)] [Dense(2)]",
        "[Network] [Input(5)] [Embedding(7, 6)] [PositionEmbedding] [SelfAttention(2, Causal = true)] [Residual(1)] [SelfAttention(1, Causal = true)] [Gru(5)] [Dense(2)]",
        "[Block] [LayerNorm] [SelfAttention(2, Causal = true)] [Dropout(0.2)] [Residual(3)] [LayerNorm] [Dense(12, Activation.GELUTanh)] [Dense(6)] [Residual(3)] class B; "
            + "[Network(Loss.CrossEntropy)] [Input(4, 3)] [Dense(6)] [Layers(typeof(B), Repeat = 2)] [LayerNorm] [Dense(3, Activation.Softmax)]");

    /// <summary>Rows that have some of the steps.</summary>
    public static TheoryData<string> Lengths => new(
        "[Network] [Input(5, 3, Lengths = true)] [Gru(6)] [Dense(2, Activation.Softmax)]",
        "[Network(Precision = Precision.Double)] [Input(4, 3, Lengths = true)] [SimpleRnn(18)] [Dense(2)]",
        "[Network] [Input(4, 3, Lengths = true)] [Lstm(9, Output = Steps.All)] [Dropout(0.2)] [Lstm(7, Output = Steps.All)] [Dense(18, Activation.Softmax)]",
        "[Network(Loss.MeanSquaredError)] [Input(5, 2, Lengths = true)] [Dense(9, Activation.Tanh)] [Gru(5, Output = Steps.All)] [Dense(3, Activation.Softmax)]",
        "[Network(Loss.MeanAbsoluteError)] [Input(5, 2, Lengths = true)] [Dense(20, Activation.Tanh)] [LayerNorm] [Dense(3)]",
        "[Network(Targets = Targets.Classes)] [Input(5, Lengths = true)] [Embedding(7, 16)] [PositionEmbedding] [Gru(9, Output = Steps.All)] [Dense(7, Activation.Softmax)]",
        "[Network(Targets = Targets.Classes, Precision = Precision.Double)] [Input(4, Lengths = true)] [Embedding(7, 6)] [Lstm(5)] [Dense(3, Activation.Softmax)]",
        "[Network] [Input(5, 6, Lengths = true)] [SelfAttention(2)] [Residual(1)] [LayerNorm] [SelfAttention(3)] [GlobalAveragePool] [Dense(3, Activation.Softmax)]",
        "[Network] [Input(4, Lengths = true)] [Embedding(5, 16)] [SelfAttention(1)] [Dense(17, Activation.Tanh)] [GlobalAveragePool] [Dense(2)]",
        "[Network] [Input(4, 6, Lengths = true)] [SelfAttention(2, Causal = true)] [Dense(2, Activation.Sigmoid)]",
        "[Network] [Input(6, 3, Lengths = true)] [Conv1D(5, 3, Activation.Tanh, Padding = 1)] [Conv1D(4, 3, Padding = 2, Dilation = 2)] [GlobalAveragePool] [Dense(2)]",
        "[Network] [Input(6, 3, Lengths = true)] [Conv1D(4, 3, Activation.Tanh, Causal = true)] [Conv1D(2, 2, Causal = true, Dilation = 2)]",
        "[Block] [LayerNorm] [SelfAttention(2)] [Residual(2)] class B; [Network(Loss.BinaryCrossEntropy)] [Input(4, 6, Lengths = true)] [Layers(typeof(B), Repeat = 2)] [Dense(1, Activation.Sigmoid)]");

    /// <summary>Normalisations that the layers before them compute where the network infers.</summary>
    public static TheoryData<string> Folded => new(
        "[Network] [Dense(5, 18)] [BatchNorm(Activation.Tanh)] [Dense(16, Bias = false)] [BatchNorm] [Dense(3)]",
        "[Network] [Dense(5, 18)] [Dropout(0.2)] [BatchNorm(Activation.SiLU)] [Dense(3)] [BatchNorm(Activation.Softmax)]",
        "[Network] [Input(2, 6, 5)] [Conv2D(3, 3, Padding = 1)] [BatchNorm(Activation.Tanh)] [Conv2D(4, 1, Bias = false)] [BatchNorm] [Flatten] [Dense(3)]",
        "[Network(Precision = Precision.Double)] [Input(4, 7, 6)] [Conv2D(6, 3, 2, Stride = 2, Padding = 1, Groups = 2)] [BatchNorm(Activation.Tanh)] [GlobalAveragePool] [Dense(3)]",
        "[Network] [Input(2, 4, 3)] [ConvTranspose2D(3, 3, Stride = 2, Padding = 1, Bias = false)] [BatchNorm(Activation.Tanh)] [ConvTranspose2D(2, 2)] [BatchNorm] [Flatten] [Dense(2)]",
        "[Network] [Input(9, 3)] [Conv1D(4, 3, Padding = 2, Dilation = 2)] [BatchNorm(Activation.Tanh)] [Conv1D(5, 2, Stride = 2, Bias = false)] [BatchNorm] [Flatten] [Dense(2)]",
        "[Network] [Input(2, 4, 4)] [Conv2D(2, 3, Padding = 1)] [BatchNorm(Activation.ReLU)] [Conv2D(2, 3, Padding = 1)] [BatchNorm] [Residual(2)] [Residual(5, Activation.ReLU)] [Flatten] [Dense(2)]",
        "[Network] [Input(2, 3, 3)] [Conv2D(4, 3)] [BatchNorm] [Flatten] [Dense(2)]");

    /// <summary>So small that they are written number by number.</summary>
    public static TheoryData<string> Tiny => new(
        "[Network] [Dense(2, 3, Activation.Tanh)] [Dense(1, Activation.Sigmoid)]",
        "[Network(Precision = Precision.Double)] [Dense(2, 3, Activation.ELU, Alpha = 0.7)] [Dense(3, Activation.Tanh, Bias = false)] [Residual(1)] [Dense(2, Activation.Softmax)]",
        "[Network(Loss.MeanSquaredError)] [Input(4)] [Flatten] [Residual(1)] [Dense(2, Activation.Softmax)]",
        "[Network(Loss.Perceptron)] [Dense(2, 1, Activation.Step)]",
        "[Network(Loss.Perceptron)] [Dense(2, 1, Activation.Sign)]",
        "[Network] [Dense(2, 2, Activation.LeakyReLU, Alpha = 0.2)] [Dense(3)] [Residual(2, Activation.SiLU, Projection = true)] [Dense(2)] [Residual(2, Projection = true)]");

    public static TheoryData<string> Inferring => new(
        "[Network(Mode = NetworkMode.Inference)] [Dense(3, 20, Activation.ReLU)] [Dense(4, Activation.Softmax)]",
        "[Network(Mode = NetworkMode.Inference, Precision = Precision.Double)] [Dropout(5, 0.3)] [Maxout(20, 3)] [Dropout(0.3)] [Residual(2, Projection = true)] [Dropout(0.2)] [Dense(20)]",
        "[Network(Mode = NetworkMode.Inference)] [Input(2, 5, 5)] [Conv2D(3, 3, Activation.ReLU, Stride = 2, Padding = 1)] [Flatten] [Dense(4)]",
        "[Network(Mode = NetworkMode.Inference)] [Input(3, 7)] [BatchNorm(Activation.ReLU)] [LayerNorm] [Flatten] [Dense(20)] [BatchNorm] [GroupNorm(4)] [Dense(3)] [BatchNorm]",
        "[Network(Mode = NetworkMode.Inference)] [Input(5, 4)] [SelfAttention(2, Causal = true)] [Conv1D(6, 3, Causal = true)] [SelfAttention(3)] [Dense(2)]",
        "[Network(Mode = NetworkMode.Inference)] [Input(5, 3, Lengths = true)] [Gru(7, Output = Steps.All)] [SelfAttention(1)] [Dense(2, Activation.Softmax)]",
        "[Network(Mode = NetworkMode.Inference)] [Input(5, 3)] [Gru(7, Output = Steps.All)] [Lstm(5)] [Dense(2)]",
        "[Network(Mode = NetworkMode.Inference)] [Input(2, 5, 5)] [Conv2D(3, 3, Stride = 2, Padding = 1)] [BatchNorm(Activation.ReLU)] [Conv2D(4, 2, Bias = false)] [BatchNorm] [Flatten] [Dense(4)]",
        "[Network(Mode = NetworkMode.Inference)] [Input(3, 7)] [Flatten] [Dense(21, Activation.Step)] [Residual(1)] [Residual(2, Activation.Sign)]");

    /// <summary>Those that can be given one step at a time.</summary>
    public static TheoryData<string> Streams => new(Together(Sequences, Inferring).Select(row => row.Data).Where(declaration => Model(declaration).Streams));

    /// <summary>Those that can be trained, with rows in a workspace.</summary>
    public static TheoryData<string> Padded => Together(Activations, Losses, Sizes, Dropouts, Residuals, Convolutions, Pools, Norms, Folded, Sequences, Lengths);

    /// <summary>Those that can be trained.</summary>
    public static TheoryData<string> Trained => Together(Padded, Tiny);

    /// <summary>All that have rows in a workspace.</summary>
    public static TheoryData<string> Planned => Together(Padded, Inferring);

    public static TheoryData<string> All => Together(Trained, Inferring);

    /// <summary>The model of a declaration.</summary>
    internal static NetworkModel Model(string declaration) => Models.GetOrAdd(declaration, text => Parsed.Model($"{text} public partial class Net;"));

    private static TheoryData<string> Together(params TheoryData<string>[] all) => new(all.SelectMany(data => data.Select(row => row.Data)));
}
