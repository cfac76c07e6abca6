using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>
/// A transformation of the inputs, column by column: (x - shift) / divisor, with numbers found in the training data. The same
/// numbers must serve for all data that the network ever sees, so they can be saved beside its parameters.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public abstract class ColumnScaling<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _shift;
    private readonly T[] _divisor;

    private protected ColumnScaling(T[] shift, T[] divisor)
    {
        _shift = shift;
        _divisor = divisor;
    }

    /// <summary>The columns: the numbers of one input row.</summary>
    public int InputSize => _shift.Length;

    /// <summary>Transforms rows, which may be one; where both spans are the same, in place. Allocates nothing.</summary>
    /// <param name="inputs">[n x InputSize].</param>
    /// <param name="scaled">[n x InputSize], overwritten.</param>
    /// <exception cref="ArgumentException">The rows are incomplete, the lengths differ, or the spans overlap without being the same.</exception>
    public void Apply(ReadOnlySpan<T> inputs, Span<T> scaled)
    {
        CheckRows(inputs, scaled);
        for (int start = 0; start < inputs.Length; start += InputSize)
            Scale(inputs.Slice(start, InputSize), scaled.Slice(start, InputSize));
    }

    /// <summary>A data set with transformed inputs. Its targets are those of the given one, which stays as it is.</summary>
    /// <exception cref="ArgumentException">Its rows have another number of inputs.</exception>
    public Dataset<T> Apply(Dataset<T> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        CheckSize(data.InputSize, nameof(data));
        var inputs = new T[data.Inputs.Length];
        Apply(data.Inputs, inputs);
        return data.With(inputs, data.TargetMemory);
    }

    /// <summary>A data stream with transformed inputs. It reads from the given one, whose <see cref="DataStream{T}.ShuffleRows"/> it takes over.</summary>
    /// <exception cref="ArgumentException">Its rows have another number of inputs.</exception>
    public DataStream<T> Apply(DataStream<T> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        CheckSize(data.InputSize, nameof(data));
        return new ScaledStream<T>(data, this) { ShuffleRows = data.ShuffleRows };
    }

    /// <summary>The way back: scaled x divisor + shift, up to rounding. In place where both spans are the same.</summary>
    /// <param name="scaled">[n x InputSize].</param>
    /// <param name="inputs">[n x InputSize], overwritten.</param>
    /// <exception cref="ArgumentException">The rows are incomplete, the lengths differ, or the spans overlap without being the same.</exception>
    public void Invert(ReadOnlySpan<T> scaled, Span<T> inputs)
    {
        CheckRows(scaled, inputs);
        for (int i = 0; i < scaled.Length; i++)
            inputs[i] = scaled[i] * _divisor[i % InputSize] + _shift[i % InputSize];
    }

    /// <summary>Saves the numbers as a safetensors file, which is written beside its place and then renamed.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Save(string path) => ToFile().Write(path);

    /// <summary>Writes the numbers to a stream, which is left open.</summary>
    public void Save(Stream stream) => ToFile().Write(stream);

    private protected abstract SafeTensorsFile ToFile();

    private protected static SafeTensorsFile ToFile(params (string Name, ImmutableArray<T> Values)[] tensors)
    {
        var list = new List<SafeTensor>();
        foreach ((string name, ImmutableArray<T> values) in tensors)
            list.Add(SafeTensor.Create<T>(name, [values.Length], values.AsSpan()));
        return new SafeTensorsFile(list);
    }

    /// <summary>Reads two tensors of equal length and nothing else.</summary>
    private protected static (T[] First, T[] Second) FromFile(SafeTensorsFile file, string fileName, string first, string second)
    {
        if (file.Tensors.Length != 2 || !file.Contains(first) || !file.Contains(second))
            throw new InvalidDataException($"{fileName}: expected the tensors {first} and {second}, found {(file.Tensors.IsEmpty ? "none" : string.Join(", ", file.Tensors))}.");
        SafeTensor a = file[first], b = file[second];
        if (a.Shape.Length != 1 || b.Shape.Length != 1 || a.Count != b.Count || a.Count == 0)
            throw new InvalidDataException($"{fileName}: expected two vectors of the same length, at least 1, found {a} and {b}.");
        return (Values(a, fileName), Values(b, fileName));
    }

    private protected static void CheckPairs(T[] first, T[] second, Func<T, T, bool> fits, string expected, string fileName)
    {
        for (int i = 0; i < first.Length; i++)
        {
            if (!fits(first[i], second[i]))
                throw new InvalidDataException($"{fileName}: expected {expected}, found {first[i]} and {second[i]} in column {i}.");
        }
    }

    private void CheckSize(int inputSize, string argument)
    {
        if (inputSize != InputSize)
            throw new ArgumentException($"The scaling was fitted on rows of {InputSize} inputs, these have {inputSize}.", argument);
    }

    private static T[] Values(SafeTensor tensor, string fileName)
    {
        if (!tensor.HoldsExactly<T>())
            throw new InvalidDataException($"{fileName}: tensor {tensor} would be rounded to {typeof(T).Name}, or holds no numbers of floating point.");
        T[] values = tensor.ToArray<T>();
        foreach (T value in values)
        {
            if (!T.IsFinite(value))
                throw new InvalidDataException($"{fileName}: tensor {tensor} holds {value}, expected finite numbers.");
        }

        return values;
    }

    private void CheckRows(ReadOnlySpan<T> from, Span<T> to)
    {
        if (from.Length % InputSize != 0)
            throw new ArgumentException($"Expected whole rows of {InputSize}, got {from.Length} numbers.", nameof(from));
        if (to.Length != from.Length)
            throw new ArgumentException($"{from.Length} numbers need as much room, got {to.Length}.", nameof(to));
        if (from.Overlaps(to, out int offset) && offset != 0)
            throw new ArgumentException("The spans must be the same or not overlap.", nameof(to));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scale(ReadOnlySpan<T> row, Span<T> scaled)
    {
        ReadOnlySpan<Vector<T>> x = MemoryMarshal.Cast<T, Vector<T>>(row);
        ReadOnlySpan<Vector<T>> shift = MemoryMarshal.Cast<T, Vector<T>>(_shift);
        ReadOnlySpan<Vector<T>> divisor = MemoryMarshal.Cast<T, Vector<T>>(_divisor);
        Span<Vector<T>> y = MemoryMarshal.Cast<T, Vector<T>>(scaled);
        for (int i = 0; i < x.Length; i++)
            y[i] = (x[i] - shift[i]) / divisor[i];
        for (int i = x.Length * Vector<T>.Count; i < row.Length; i++)
            scaled[i] = (row[i] - _shift[i]) / _divisor[i];
    }
}
