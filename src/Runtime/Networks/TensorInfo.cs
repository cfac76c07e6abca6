using System;
using System.Collections.Immutable;

namespace GenNet;

/// <summary>What a tensor of parameters is for.</summary>
public enum TensorRole
{
    /// <summary>Multiplies the inputs of a layer.</summary>
    Weight,

    /// <summary>Is added.</summary>
    Bias,

    /// <summary>The mean that a normalisation subtracts outside training. It is state: no optimizer changes it.</summary>
    RunningMean,

    /// <summary>The variance by whose root a normalisation divides outside training. It is state: no optimizer changes it.</summary>
    RunningVariance,
}

/// <summary>One named tensor of a network: its dense shape, as PyTorch has it, and where its elements stand in a parameter buffer.</summary>
public sealed class TensorInfo
{
    /// <summary>Called by the networks.</summary>
    /// <param name="name">The name, such as <c>0.weight</c>: the layer's index or name, then the role.</param>
    /// <param name="role">What the tensor is for.</param>
    /// <param name="shape">The dense shape, slowest dimension first.</param>
    /// <param name="strides">For each dimension, how many elements of the buffer lie between two neighbours.</param>
    /// <param name="offset">Where the first element stands in the buffer.</param>
    /// <param name="fanIn">The inputs of one unit.</param>
    /// <param name="fanOut">The units that one input feeds.</param>
    /// <param name="init">How the tensor is drawn.</param>
    /// <param name="initFirst">The lower bound of Uniform, the mean of Normal.</param>
    /// <param name="initSecond">The upper bound of Uniform, the standard deviation of Normal.</param>
    /// <param name="momentum">Of running statistics, how much of a batch's a step takes.</param>
    /// <param name="pieceLength">Where the first dimension stands in pieces with padding between them, such as the gates of a cell, how many neighbours a piece has; else 0.</param>
    /// <param name="piecePadding">The elements between the last neighbour of a piece and where the next one would be.</param>
    public TensorInfo(
        string name, TensorRole role, ImmutableArray<int> shape, ImmutableArray<int> strides, int offset, int fanIn, int fanOut, Init init,
        double initFirst = 0, double initSecond = 0, double momentum = 0, int pieceLength = 0, int piecePadding = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (shape.Length != strides.Length)
            throw new ArgumentException($"Tensor '{name}' has {shape.Length} dimensions and {strides.Length} strides.", nameof(strides));
        Name = name;
        Role = role;
        Shape = shape;
        Strides = strides;
        Offset = offset;
        FanIn = fanIn;
        FanOut = fanOut;
        Init = init;
        InitFirst = initFirst;
        InitSecond = initSecond;
        Momentum = momentum;
        PieceLength = pieceLength;
        PiecePadding = piecePadding;
        int count = 1;
        foreach (int size in shape)
            count = checked(count * size);
        Count = count;
    }

    /// <summary>The name in the layout and in files.</summary>
    public string Name { get; }

    /// <summary>What the tensor is for.</summary>
    public TensorRole Role { get; }

    /// <summary>Whether optimizers change it; else it is state, such as a running mean.</summary>
    public bool IsTrainable => Role is TensorRole.Weight or TensorRole.Bias;

    /// <summary>Of running statistics, how much of a batch's a step takes, from 0 to 1; 0 of what is trained.</summary>
    public double Momentum { get; }

    /// <summary>The dense shape, slowest dimension first: [outputs, inputs] for the weights of a dense layer.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>For each dimension of the shape, how many elements of the buffer lie between two neighbours.</summary>
    public ImmutableArray<int> Strides { get; }

    /// <summary>Where the first element stands in the buffer.</summary>
    public int Offset { get; }

    /// <summary>Where the first dimension stands in pieces with padding between them, such as the gates of a cell, how many neighbours a piece has; else 0.</summary>
    public int PieceLength { get; }

    /// <summary>The elements between the last neighbour of a piece and where the next one would be.</summary>
    public int PiecePadding { get; }

    /// <summary>The distance in the buffer from the first element of a dimension to another one.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="index">Where the element is in it.</param>
    internal int Distance(int dimension, int index) =>
        index * Strides[dimension] + (dimension == 0 && PieceLength > 0 ? index / PieceLength * PiecePadding : 0);

    /// <summary>The number of elements: the product of the shape.</summary>
    public int Count { get; }

    /// <summary>The inputs of one unit, for initialisation.</summary>
    public int FanIn { get; }

    /// <summary>The units that one input feeds, for initialisation.</summary>
    public int FanOut { get; }

    /// <summary>How the tensor is drawn at construction; never <see cref="GenNet.Init.Default"/>.</summary>
    public Init Init { get; }

    /// <summary>The lower bound of <see cref="GenNet.Init.Uniform"/>, the mean of <see cref="GenNet.Init.Normal"/>.</summary>
    public double InitFirst { get; }

    /// <summary>The upper bound of <see cref="GenNet.Init.Uniform"/>, the standard deviation of <see cref="GenNet.Init.Normal"/>.</summary>
    public double InitSecond { get; }

    /// <summary>The name and shape, for messages: <c>0.weight [100, 784]</c>.</summary>
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";
}
