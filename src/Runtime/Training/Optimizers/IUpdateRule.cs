using System.Numerics;

namespace GenNet;

/// <summary>The formula of an optimizer on one vector of parameters, with the constants of a step; the loop around it is that of <see cref="Optimizer{T}"/>.</summary>
internal interface IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many state buffers the formula has: 0, 1 or 2.</summary>
    static abstract int StateCount { get; }

    /// <summary>The parameters after the step.</summary>
    /// <param name="w">The parameters before.</param>
    /// <param name="g">Their gradients.</param>
    /// <param name="first">The first state buffer, updated in place; zero where there is none.</param>
    /// <param name="second">The second one.</param>
    Vector<T> Step(Vector<T> w, Vector<T> g, ref Vector<T> first, ref Vector<T> second);
}
