namespace GenNet;

/// <summary>The vectors of a row, as a type: a constant for the JIT.</summary>
internal interface IRowWidth
{
    static abstract int Vectors { get; }
}

/// <summary>Three vectors.</summary>
internal readonly struct ThreeVectors : IRowWidth
{
    public static int Vectors => 3;
}

/// <summary>Four vectors.</summary>
internal readonly struct FourVectors : IRowWidth
{
    public static int Vectors => 4;
}

/// <summary>Five vectors.</summary>
internal readonly struct FiveVectors : IRowWidth
{
    public static int Vectors => 5;
}

/// <summary>Six vectors.</summary>
internal readonly struct SixVectors : IRowWidth
{
    public static int Vectors => 6;
}

/// <summary>Seven vectors.</summary>
internal readonly struct SevenVectors : IRowWidth
{
    public static int Vectors => 7;
}

/// <summary>Eight vectors.</summary>
internal readonly struct EightVectors : IRowWidth
{
    public static int Vectors => 8;
}
