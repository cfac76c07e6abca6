namespace GenNet;

/// <summary>Lanes that the kernels of products and of softmax are written in: <see cref="ILanes{TSelf,T}"/> with memory.</summary>
/// <typeparam name="TSelf">The implementation.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal interface IKernelLanes<TSelf, T> : ILanes<TSelf, T>
    where TSelf : struct, IKernelLanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>The rows of the register tile; it is two vectors wide.</summary>
    static abstract int TileRows { get; }

    /// <summary>The depth of a product that is summed at a time: so deep a panel of two vectors fills half of a first-level cache or less.</summary>
    static abstract int DepthBlock { get; }

    /// <summary>Zeros.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>The numbers that start <paramref name="offset"/> numbers behind a place in memory.</summary>
    static abstract TSelf Load(ref T origin, nint offset);

    /// <summary>The number that stands so many bytes behind a place in memory, in all lanes: read and spread in one instruction.</summary>
    static abstract TSelf Spread(ref T origin, nint bytes);

    /// <summary>Stores the lanes <paramref name="offset"/> numbers behind a place in memory.</summary>
    static abstract void Store(TSelf value, ref T origin, nint offset);

    /// <summary>sum += left · right, as <see cref="ILanes{TSelf,T}.MultiplyAdd"/>: in place, since the JIT moves the result of that one from register to register.</summary>
    static abstract void Accumulate(ref TSelf sum, TSelf left, TSelf right);

    /// <summary>sum += left · right with the same number in all lanes on the left, which some machines read and spread in one instruction with the rest.</summary>
    static abstract void Accumulate(ref TSelf sum, T left, TSelf right);

    /// <summary>result = left + right, both of them <paramref name="offset"/> numbers behind a place in memory.</summary>
    static abstract void StoreSum(TSelf left, ref T right, ref T result, nint offset);

    /// <summary>A mask of the first lanes, as many as <paramref name="count"/> says.</summary>
    static abstract TSelf First(int count);

    /// <summary>The greater of the two; one or the other where one of them is NaN.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The greatest of the lanes; any of them if one of them is NaN.</summary>
    static abstract T Max(TSelf value);

    /// <summary>The sum of the lanes.</summary>
    static abstract T Sum(TSelf value);

    /// <summary>Stores the sums of the lanes of four vectors one behind the other.</summary>
    static abstract void StoreSums(TSelf value0, TSelf value1, TSelf value2, TSelf value3, ref T result);

    /// <summary>e^x.</summary>
    static abstract TSelf Exp(TSelf x);

    /// <summary>The natural logarithm.</summary>
    static abstract TSelf Log(TSelf x);
}
