using System;
using System.Numerics;

namespace GenNet;

/// <summary>Batches that are the same on every rank, of which each can read its rows alone.</summary>
internal interface IDivisibleSource<T> : IBatchSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>As <see cref="IBatchSource{T}.Read"/>, but of the rows only those of a rank; returns the number of rows of the whole batch.</summary>
    int ReadOwn(int batch, SharePlan plan, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets);
}
