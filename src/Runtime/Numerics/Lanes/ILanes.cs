namespace GenNet;

/// <summary>
/// A vector of <typeparamref name="T"/>: what the functions of <see cref="SingleFunctions"/> and <see cref="DoubleFunctions"/>
/// are written in, so that each has one text for all widths and every lane of every width computes the same bits.
/// </summary>
/// <remarks>
/// No member may round differently from one implementation to another. <see cref="MultiplyAdd"/> rounds once or twice as the
/// machine likes best, but the same way in each of them; <see cref="PlainLane"/> alone rounds twice on all machines. The wrappers are gone once the JIT has inlined them.
/// </remarks>
/// <typeparam name="TSelf">The implementation.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal interface ILanes<TSelf, T>
    where TSelf : struct, ILanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>The same number in all lanes.</summary>
    static abstract TSelf All(T value);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>The bits of <paramref name="value"/> that are not set in <paramref name="mask"/>.</summary>
    static abstract TSelf AndNot(TSelf value, TSelf mask);

    /// <summary>left · right + addend, fused where that is fast.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The square root, correctly rounded.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>All bits where left is less than right, none elsewhere: none if one of them is NaN.</summary>
    static abstract TSelf Less(TSelf left, TSelf right);

    /// <summary>All bits where the two are equal, none elsewhere: none if one of them is NaN.</summary>
    static abstract TSelf Equal(TSelf left, TSelf right);

    /// <summary>One of the two in each lane, by a mask of <see cref="Less"/> or <see cref="Equal"/>.</summary>
    static abstract TSelf Select(TSelf mask, TSelf ifSet, TSelf ifNot);

    /// <summary>The greater of the two; NaN where the value is NaN. The bound is a number other than zero.</summary>
    static abstract TSelf AtLeast(TSelf value, TSelf bound);

    /// <summary>The smaller of the two; NaN where the value is NaN. The bound is a number other than zero.</summary>
    static abstract TSelf AtMost(TSelf value, TSelf bound);

    /// <summary>The lanes' bits as integers, shifted to the left.</summary>
    static abstract TSelf ShiftLeft(TSelf value, int count);

    /// <summary>The lanes' bits as unsigned integers, shifted to the right.</summary>
    static abstract TSelf ShiftRight(TSelf value, int count);

    /// <summary>The sum of the lanes' bits as integers.</summary>
    static abstract TSelf AddBits(TSelf left, TSelf right);

    /// <summary>The difference of the lanes' bits as integers.</summary>
    static abstract TSelf SubtractBits(TSelf left, TSelf right);
}
