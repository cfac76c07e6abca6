using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>A named tensor of a safetensors file: its type, its shape and its elements.</summary>
public sealed class SafeTensor
{
    private readonly byte[] _data;

    internal SafeTensor(string name, string dataType, ImmutableArray<int> shape, int count, byte[] data)
    {
        Name = name;
        DataType = dataType;
        Shape = shape;
        Count = count;
        _data = data;
    }

    /// <summary>The name, such as <c>0.weight</c>.</summary>
    public string Name { get; }

    /// <summary>The type of the elements as the file names it: F32, F64, F16, BF16, I64, ...</summary>
    public string DataType { get; }

    /// <summary>The dimensions, slowest first; none for a single number.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The number of elements: the product of the shape.</summary>
    public int Count { get; }

    /// <summary>The elements as they stand in the file: little-endian, last dimension fastest.</summary>
    public ReadOnlySpan<byte> Data => _data;

    /// <summary>A tensor of float (F32) or double (F64) numbers.</summary>
    /// <param name="name">The name; not empty, and not <c>__metadata__</c>, which the format has taken.</param>
    /// <param name="shape">The dimensions, slowest first.</param>
    /// <param name="values">The elements, last dimension fastest.</param>
    /// <exception cref="ArgumentException">The name cannot be used, a dimension is negative, or the shape has another number of elements.</exception>
    /// <exception cref="NotSupportedException">T is neither float nor double.</exception>
    public static SafeTensor Create<T>(string name, ReadOnlySpan<int> shape, ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name == SafeTensorsHeader.MetadataKey)
            throw new ArgumentException($"A tensor cannot be called {name}: the format has taken the name.", nameof(name));
        string dataType = DataTypeOf<T>();
        long count = 1;
        foreach (int size in shape)
            count = size < 0 ? throw new ArgumentException($"Tensor '{name}' has a dimension of {size}.", nameof(shape)) : checked(count * size);
        if (count != values.Length)
            throw new ArgumentException($"Tensor '{name}' [{string.Join(", ", shape.ToArray())}] has {count} elements, got {values.Length}.", nameof(values));

        int elementSize = TensorDataType.SizeOf(dataType);
        var data = new byte[checked(values.Length * elementSize)];
        for (int i = 0; i < values.Length; i++)
        {
            Span<byte> element = data.AsSpan(i * elementSize, elementSize);
            if (typeof(T) == typeof(float))
                BinaryPrimitives.WriteSingleLittleEndian(element, (float)(object)values[i]);
            else
                BinaryPrimitives.WriteDoubleLittleEndian(element, (double)(object)values[i]);
        }

        return new SafeTensor(name, dataType, [.. shape], values.Length, data);
    }

    /// <summary>Converts the elements of a floating-point tensor (F64, F32, F16 or BF16). From a wider type to a narrower they are rounded.</summary>
    /// <param name="destination">[Count], overwritten.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    /// <exception cref="InvalidDataException">The tensor has elements of another type.</exception>
    public void CopyTo<T>(Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (destination.Length != Count)
            throw new ArgumentException($"Tensor {this} has {Count} elements, got room for {destination.Length}.", nameof(destination));
        if (!TensorDataType.IsFloatingPoint(DataType))
            throw new InvalidDataException($"Tensor {this} cannot be converted: expected F64, F32, F16 or BF16.");
        TensorNumbers.Convert(DataType, _data, destination);
    }

    /// <summary>The elements of a floating-point tensor (F64, F32, F16 or BF16) as a new array.</summary>
    /// <exception cref="InvalidDataException">The tensor has elements of another type.</exception>
    public T[] ToArray<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var values = new T[Count];
        CopyTo<T>(values);
        return values;
    }

    /// <summary>Name, type and shape, for messages: <c>0.weight F32 [100, 784]</c>.</summary>
    public override string ToString() => $"{Name} {DataType} [{string.Join(", ", Shape)}]";

    internal TensorDescription Description => new(Name, DataType, Shape);

    /// <summary>Whether T holds the values of the tensor without rounding them.</summary>
    internal bool HoldsExactly<T>() => TensorDataType.IsHeldExactly(DataType, PrecisionOf<T>());

    /// <summary>The precision of a network whose numbers are T.</summary>
    internal static Precision PrecisionOf<T>() => DataTypeOf<T>() == "F64" ? Precision.Double : Precision.Float;

    /// <summary>The type of the format that holds T.</summary>
    internal static string DataTypeOf<T>() =>
        typeof(T) == typeof(float) ? "F32" :
        typeof(T) == typeof(double) ? "F64" :
        throw new NotSupportedException($"Tensors are written as float or double, not as {typeof(T).Name}.");
}
