using System;

namespace GenNet.Tests;

/// <summary>Counts what a piece of code allocates on this thread.</summary>
public static class Allocation
{
    /// <summary>Asserts that the action, run once before, allocates nothing.</summary>
    public static void AssertNone(Action action)
    {
        action();

        AssertLeast(0, () =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 10; i++)
                action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    /// <summary>Asserts that the least of several counts is the expected one.</summary>
    public static void AssertLeast(long expected, Func<long> count)
    {
        // A collection that another thread sets off in between can add the unused part of this thread's allocation buffer to
        // its count. What allocates does so every time, so the least of several counts is the true one.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least != expected; attempt++)
            least = Math.Min(least, count());
        Assert.Equal(expected, least);
    }
}
