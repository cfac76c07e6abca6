using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet;

/// <summary>
/// Where the tensors of a network stand in its parameter buffer, and in every buffer of the same form: gradients and
/// optimizer state. It copies tensors out and in by name, in their dense shape; the padding of the buffer is never seen.
/// </summary>
public sealed class Layout
{
    private readonly FrozenDictionary<string, TensorInfo> _byName;

    /// <summary>Called by the networks: a buffer of <paramref name="length"/> elements that holds the given tensors.</summary>
    /// <exception cref="ArgumentException">A tensor that is trained stands behind one that is state.</exception>
    public Layout(int length, params ImmutableArray<TensorInfo> tensors)
    {
        Length = length;
        Tensors = tensors;
        ParameterCount = tensors.Where(tensor => tensor.IsTrainable).Sum(tensor => tensor.Count);
        TrainableLength = tensors.Where(tensor => !tensor.IsTrainable).Select(tensor => tensor.Offset).DefaultIfEmpty(length).Min();
        if (tensors.FirstOrDefault(tensor => tensor.IsTrainable && tensor.Offset >= TrainableLength && tensor.Count > 0) is { } behind)
            throw new ArgumentException($"Tensor {behind} stands behind state, expected all that is trained before it.", nameof(tensors));
        _byName = tensors.ToFrozenDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>The length of a buffer, padding included.</summary>
    public int Length { get; }

    /// <summary>
    /// How much of a buffer is trained, padding included; behind it state stands, such as running statistics. Optimizers get so much of the parameters and gradients, and their own
    /// buffers are as long. It is <see cref="Length"/> where a network has no state.
    /// </summary>
    public int TrainableLength { get; }

    /// <summary>Whether the network has state beside what is trained.</summary>
    public bool HasState => TrainableLength < Length;

    /// <summary>The number of trainable elements, padding excluded.</summary>
    public int ParameterCount { get; }

    /// <summary>The tensors, in the order of the layers.</summary>
    public ImmutableArray<TensorInfo> Tensors { get; }

    /// <summary>The tensor of a name.</summary>
    /// <exception cref="ArgumentException">There is none of this name; the message lists those that exist.</exception>
    public TensorInfo this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return _byName.TryGetValue(name, out TensorInfo? tensor)
                ? tensor
                : throw new ArgumentException($"There is no tensor '{name}'; there are {string.Join(", ", Tensors.Select(t => t.Name))}.", nameof(name));
        }
    }

    /// <summary>Whether there is a tensor of this name.</summary>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>The names of the tensors, in the order of the layers.</summary>
    public IEnumerable<string> Names => Tensors.Select(tensor => tensor.Name);

    /// <summary>Copies a tensor out of a buffer.</summary>
    /// <param name="buffer">Parameters, gradients or optimizer state; of the latter, which ends with what is trained, a tensor that is trained.</param>
    /// <param name="name">The tensor, such as <c>0.weight</c>.</param>
    /// <param name="destination">Its elements, dense, last dimension fastest.</param>
    /// <exception cref="ArgumentException">The name is unknown, or a length does not fit.</exception>
    public void Read<T>(ReadOnlySpan<T> buffer, string name, Span<T> destination)
    {
        TensorInfo tensor = Checked(name, buffer.Length, destination.Length, nameof(destination));
        int next = 0;
        ReadDimension(buffer, tensor, 0, tensor.Offset, destination, ref next);
    }

    /// <inheritdoc cref="Read{T}(ReadOnlySpan{T}, string, Span{T})"/>
    public void Read<T>(Span<T> buffer, string name, Span<T> destination) => Read((ReadOnlySpan<T>)buffer, name, destination);

    /// <summary>A tensor of a buffer as a new array.</summary>
    /// <exception cref="ArgumentException">The name is unknown, or the buffer has another length.</exception>
    public T[] Read<T>(ReadOnlySpan<T> buffer, string name)
    {
        var destination = new T[this[name].Count];
        Read(buffer, name, destination);
        return destination;
    }

    /// <summary>The tensors of a buffer of the given length: all of them, or those that are trained.</summary>
    internal IEnumerable<TensorInfo> TensorsOf(int bufferLength) => bufferLength == Length ? Tensors : Tensors.Where(tensor => tensor.IsTrainable);

    /// <summary>Copies a tensor into a buffer.</summary>
    /// <param name="buffer">Parameters, gradients or optimizer state.</param>
    /// <param name="name">The tensor, such as <c>0.weight</c>.</param>
    /// <param name="source">Its elements, dense, last dimension fastest.</param>
    /// <exception cref="ArgumentException">The name is unknown, or a length does not fit.</exception>
    public void Write<T>(Span<T> buffer, string name, ReadOnlySpan<T> source)
    {
        TensorInfo tensor = Checked(name, buffer.Length, source.Length, nameof(source));
        int next = 0;
        WriteDimension(buffer, tensor, 0, tensor.Offset, source, ref next);
    }

    private TensorInfo Checked(string name, int bufferLength, int tensorLength, string tensorArgument)
    {
        TensorInfo tensor = this[name];
        if (bufferLength != Length && bufferLength != TrainableLength)
            throw new ArgumentException($"The buffer must have {Length} elements, as the network's parameters have, got {bufferLength}.", "buffer");
        if (bufferLength != Length && !tensor.IsTrainable)
            throw new ArgumentException($"Tensor {tensor} is not in a buffer of {bufferLength} elements, which ends with what is trained.", "buffer");
        if (tensorLength != tensor.Count)
            throw new ArgumentException($"Tensor {tensor} has {tensor.Count} elements, got {tensorLength}.", tensorArgument);
        return tensor;
    }

    private static void ReadDimension<T>(ReadOnlySpan<T> buffer, TensorInfo tensor, int dimension, int offset, Span<T> destination, ref int next)
    {
        if (dimension == tensor.Shape.Length)
        {
            destination[next++] = buffer[offset];
            return;
        }

        for (int i = 0; i < tensor.Shape[dimension]; i++)
            ReadDimension(buffer, tensor, dimension + 1, offset + tensor.Distance(dimension, i), destination, ref next);
    }

    private static void WriteDimension<T>(Span<T> buffer, TensorInfo tensor, int dimension, int offset, ReadOnlySpan<T> source, ref int next)
    {
        if (dimension == tensor.Shape.Length)
        {
            buffer[offset] = source[next++];
            return;
        }

        for (int i = 0; i < tensor.Shape[dimension]; i++)
            WriteDimension(buffer, tensor, dimension + 1, offset + tensor.Distance(dimension, i), source, ref next);
    }
}
