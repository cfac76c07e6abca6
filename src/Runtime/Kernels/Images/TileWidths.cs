namespace GenNet;

/// <summary>The vectors of a register tile, as a type: a constant for the JIT.</summary>
internal interface ITileWidth
{
    static abstract int Vectors { get; }
}

/// <summary>The tile of 512-bit vectors, of which there are twice as many registers.</summary>
internal readonly struct ThreeWide : ITileWidth
{
    public static int Vectors => 3;
}

/// <summary>The tile of other vectors.</summary>
internal readonly struct TwoWide : ITileWidth
{
    public static int Vectors => 2;
}

/// <summary>What is left.</summary>
internal readonly struct OneWide : ITileWidth
{
    public static int Vectors => 1;
}
