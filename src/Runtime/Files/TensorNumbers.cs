using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>The elements of a tensor in a file as numbers.</summary>
internal static class TensorNumbers
{
    /// <summary>Converts elements; from a wider type to a narrower they are rounded.</summary>
    /// <param name="dataType">F64, F32, F16 or BF16.</param>
    /// <param name="data">As they stand in the file, little-endian.</param>
    /// <param name="destination">As many numbers, overwritten.</param>
    public static void Convert<T>(string dataType, ReadOnlySpan<byte> data, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool same = (dataType == "F32" && typeof(T) == typeof(float)) || (dataType == "F64" && typeof(T) == typeof(double));
        if (same && BitConverter.IsLittleEndian)
        {
            data.CopyTo(MemoryMarshal.AsBytes(destination));
            return;
        }

        switch (dataType)
        {
            case "F64":
                for (int i = 0; i < destination.Length; i++)
                    destination[i] = T.CreateTruncating(BinaryPrimitives.ReadDoubleLittleEndian(data[(i * 8)..]));
                break;
            case "F32":
                for (int i = 0; i < destination.Length; i++)
                    destination[i] = T.CreateTruncating(BinaryPrimitives.ReadSingleLittleEndian(data[(i * 4)..]));
                break;
            case "F16":
                for (int i = 0; i < destination.Length; i++)
                    destination[i] = T.CreateTruncating(BinaryPrimitives.ReadHalfLittleEndian(data[(i * 2)..]));
                break;
            case "BF16":
                // The upper half of a float.
                for (int i = 0; i < destination.Length; i++)
                    destination[i] = T.CreateTruncating(BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(data[(i * 2)..]) << 16));
                break;
            default:
                throw new NotSupportedException($"Elements of the type {dataType} are no numbers of floating point.");
        }
    }
}
