namespace GenNet;

/// <summary>The rows of a register tile, as a type: a constant for the JIT.</summary>
internal interface ITileHeight
{
    static abstract int Rows { get; }
}

/// <summary>The tile of 512-bit vectors.</summary>
internal readonly struct EightRows : ITileHeight
{
    public static int Rows => 8;
}

/// <summary>The tile of other vectors.</summary>
internal readonly struct SixRows : ITileHeight
{
    public static int Rows => 6;
}

/// <summary>A tile for rows that fill no whole one.</summary>
internal readonly struct FourRows : ITileHeight
{
    public static int Rows => 4;
}

/// <inheritdoc cref="FourRows"/>
internal readonly struct ThreeRows : ITileHeight
{
    public static int Rows => 3;
}

/// <inheritdoc cref="FourRows"/>
internal readonly struct TwoRows : ITileHeight
{
    public static int Rows => 2;
}

/// <inheritdoc cref="FourRows"/>
internal readonly struct OneRow : ITileHeight
{
    public static int Rows => 1;
}
