namespace GenNet;

/// <summary>The types of the safetensors format.</summary>
internal static class TensorDataType
{
    /// <summary>The bytes of one element, or 0 where the type is not known.</summary>
    public static int SizeOf(string dataType) => dataType switch
    {
        "F64" or "I64" or "U64" => 8,
        "F32" or "I32" or "U32" => 4,
        "F16" or "BF16" or "I16" or "U16" => 2,
        "I8" or "U8" or "BOOL" or "F8_E4M3" or "F8_E5M2" or "F8_E8M0" => 1,
        _ => 0,
    };

    /// <summary>Whether the elements are numbers that can be read as float or double.</summary>
    public static bool IsFloatingPoint(string dataType) => dataType is "F64" or "F32" or "F16" or "BF16";

    /// <summary>Whether float, or double, holds the elements without rounding them.</summary>
    public static bool IsHeldExactly(string dataType, Precision precision) => IsFloatingPoint(dataType) && (dataType != "F64" || precision == Precision.Double);

    /// <summary>The types that are held exactly, for messages.</summary>
    public static string Accepted(Precision precision) => precision == Precision.Double ? "F64, F32, F16 or BF16" : "F32, F16 or BF16 (F64 would be rounded)";
}
