namespace GenNet;

/// <summary>Lanes that the kernels of windows over images are written in: next to each other in memory, or every second number of it.</summary>
/// <remarks>Numbers in pairs: the lanes of two neighbouring vectors, first a0 a1 a2 and so on, then b0 b1 b2, are the pairs (a0, a1), (a2, a3) and so on.</remarks>
/// <typeparam name="TSelf">The implementation.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal interface IWindowLanes<TSelf, T>
    where TSelf : struct, IWindowLanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in all lanes.</summary>
    static abstract TSelf All(T value);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>The bits of <paramref name="value"/> that are not set in <paramref name="mask"/>.</summary>
    static abstract TSelf AndNot(TSelf value, TSelf mask);

    /// <summary>All bits where left is less than right, none elsewhere: none if one of them is NaN.</summary>
    static abstract TSelf Less(TSelf left, TSelf right);

    /// <summary>The greater of the two; where one of them is NaN, NaN or the one on the right.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>A mask of the first lanes, as many as <paramref name="count"/> says.</summary>
    static abstract TSelf First(int count);

    /// <summary>The numbers that start <paramref name="offset"/> numbers behind a place in memory.</summary>
    static abstract TSelf Load(ref T origin, nint offset);

    /// <summary>Stores the lanes <paramref name="offset"/> numbers behind a place in memory.</summary>
    static abstract void Store(TSelf value, ref T origin, nint offset);

    /// <summary>The first numbers of all pairs.</summary>
    static abstract TSelf Even(TSelf first, TSelf second);

    /// <summary>The second numbers of all pairs.</summary>
    static abstract TSelf Odd(TSelf first, TSelf second);

    /// <summary>The first half of the pairs of these first and second numbers.</summary>
    static abstract TSelf LowPairs(TSelf even, TSelf odd);

    /// <summary>The second half of the pairs of these first and second numbers.</summary>
    static abstract TSelf HighPairs(TSelf even, TSelf odd);
}
