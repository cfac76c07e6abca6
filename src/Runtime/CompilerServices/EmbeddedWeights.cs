using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet.CompilerServices;

/// <summary>The parameters that a network carries in its assembly.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EmbeddedWeights
{
    /// <summary>Copies embedded tensors into a parameter buffer.</summary>
    /// <param name="packed">The tensors of the layout one behind the other, each dense, as 64-bit words of which the lower bits come first.</param>
    /// <param name="parameters">The buffer, as long as the layout says; padding is left as it is.</param>
    /// <param name="layout">Where each tensor stands in the buffer.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="ArgumentException">The words do not hold as many numbers as the layout has.</exception>
    [CLSCompliant(false)]
    public static void Unpack<T>(ReadOnlySpan<ulong> packed, Span<T> parameters, Layout layout)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(layout);
        int perWord = sizeof(ulong) / Unsafe.SizeOf<T>();
        int expected = (layout.ParameterCount + perWord - 1) / perWord;
        if (packed.Length != expected)
            throw new ArgumentException($"The layout needs {expected} words, got {packed.Length}.", nameof(packed));

        ReadOnlySpan<T> numbers = MemoryMarshal.Cast<ulong, T>(BitConverter.IsLittleEndian || perWord == 1 ? packed : Swapped(packed));
        foreach (TensorInfo tensor in layout.Tensors)
        {
            layout.Write(parameters, tensor.Name, numbers[..tensor.Count]);
            numbers = numbers[tensor.Count..];
        }
    }

    /// <summary>On a big-endian machine the two floats of a word stand the other way round.</summary>
    private static ulong[] Swapped(ReadOnlySpan<ulong> packed)
    {
        ulong[] swapped = packed.ToArray();
        for (int i = 0; i < swapped.Length; i++)
            swapped[i] = BitOperations.RotateLeft(swapped[i], 32);
        return swapped;
    }
}
