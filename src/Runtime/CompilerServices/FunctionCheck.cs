using System;
using System.ComponentModel;

namespace GenNet.CompilerServices;

/// <summary>The checks at the head of the gradients of [Differentiable] methods.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FunctionCheck
{
    /// <summary>A span and that of its gradient have one length, and share no memory.</summary>
    /// <exception cref="ArgumentException">They have not.</exception>
    public static void Gradient<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> gradient, string name, string gradientName)
        where T : unmanaged
    {
        if (gradient.Length != values.Length)
            throw new ArgumentException($"{gradientName} has {gradient.Length} numbers, and {name}, whose gradient it is, has {values.Length}: they must be as many.", gradientName);
        if (gradient.Overlaps(values))
            throw new ArgumentException($"{gradientName} shares memory with {name}: give it memory of its own.", gradientName);
    }

    /// <summary>A span and the direction that belongs to it have one length.</summary>
    /// <exception cref="ArgumentException">They have not.</exception>
    public static void Direction<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> direction, string name, string directionName)
        where T : unmanaged
    {
        if (direction.Length != values.Length)
            throw new ArgumentException($"{directionName} has {direction.Length} numbers, and {name}, whose direction it is, has {values.Length}: they must be as many.", directionName);
    }

    /// <summary>A buffer for what loops keep is long enough.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Kept(int length, int needed, string name)
    {
        if (length < needed)
            throw new ArgumentException($"The buffer has room for {length} numbers, and {needed} are kept: give a longer one.", name);
    }

    /// <summary>What loops keep has room on the stack.</summary>
    /// <exception cref="InvalidOperationException">It has not.</exception>
    public static void Stack(int needed, int most, string method)
    {
        if (needed > most)
        {
            throw new InvalidOperationException(
                $"The loops of {method} keep {needed} numbers, and at most {most} of them stand on the stack: call the overload with a buffer, whose length {method}KeptLength gives.");
        }
    }
}
