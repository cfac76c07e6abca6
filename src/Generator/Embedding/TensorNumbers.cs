using System;
using System.Collections.Generic;

namespace GenNet.Generator.Embedding;

/// <summary>The numbers of a file's tensor as the bits of a network's precision, in types that hold them exactly.</summary>
internal static class TensorNumbers
{
    /// <summary>The types whose values a precision holds exactly; an F64 file is not rounded silently.</summary>
    public static IReadOnlyList<string> Accepted(Precision precision) =>
        precision == Precision.Double ? ["F64", "F32", "F16", "BF16"] : ["F32", "F16", "BF16"];

    /// <summary>The bytes of one element.</summary>
    public static int Size(string dataType) => dataType switch
    {
        "F64" => 8,
        "F32" => 4,
        _ => 2,
    };

    /// <summary>Element number i, as the bits of a float or a double.</summary>
    public static ulong Bits(FileTensor tensor, byte[] data, int i, Precision precision)
    {
        if (tensor.DataType == "F64")
            return BitConverter.ToUInt64(data, i * 8);
        uint single = tensor.DataType switch
        {
            "F32" => BitConverter.ToUInt32(data, i * 4),
            "BF16" => (uint)BitConverter.ToUInt16(data, i * 2) << 16,
            _ => FromHalf(BitConverter.ToUInt16(data, i * 2)),
        };
        return precision == Precision.Float
            ? single
            : (ulong)BitConverter.DoubleToInt64Bits(BitConverter.ToSingle(BitConverter.GetBytes(single), 0));
    }

    /// <summary>IEEE 754 binary16 to binary32.</summary>
    private static uint FromHalf(ushort half)
    {
        uint sign = (uint)(half & 0x8000) << 16;
        uint exponent = (uint)(half >> 10) & 0x1F;
        uint fraction = (uint)half & 0x3FF;
        if (exponent == 0x1F)
            return sign | 0x7F80_0000 | (fraction << 13);
        if (exponent != 0)
            return sign | ((exponent + 112) << 23) | (fraction << 13);

        // A subnormal half is fraction times 2^-24: a normal float, and exact.
        float value = fraction * (1f / (1 << 24));
        return sign | BitConverter.ToUInt32(BitConverter.GetBytes(value), 0);
    }
}
