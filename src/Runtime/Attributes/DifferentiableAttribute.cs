using System;

namespace GenNet;

/// <summary>
/// Makes the compiler write the gradient of a static method beside it, by reverse mode: an overload that returns the value and has one more parameter for
/// each one that is differentiated. The class, and those around it, must be partial.
/// </summary>
/// <remarks>
/// <para><c>double F(double x, double y)</c> gets <c>double F(double x, double y, out double dx, out double dy)</c>. A
/// <see cref="ReadOnlySpan{T}">ReadOnlySpan</see> gets a span of the same length for its gradient, which is overwritten. A method that returns nothing and writes
/// a span, <c>void G(ReadOnlySpan&lt;double&gt; x, Span&lt;double&gt; y)</c>, gets a vector-Jacobian product,
/// <c>void G(ReadOnlySpan&lt;double&gt; x, Span&lt;double&gt; y, ReadOnlySpan&lt;double&gt; dy, Span&lt;double&gt; dx)</c>: it writes y too, and dx is the gradient of
/// the sum of dy_i y_i. Spans of gradients must share no memory with other spans.</para>
/// <para>The body may have locals, assignments, arithmetic, functions of <see cref="Math"/> and <see cref="MathF"/>, conditional expressions, <c>if</c>,
/// <c>for</c> with bounds that no differentiated number decides, early returns outside of loops, spans by index, and calls of other methods that are
/// [Differentiable]. Integers, truth values and parameters marked <see cref="ConstantAttribute">[Constant]</see> are not differentiated. Everything else is an
/// error at its place.</para>
/// <para>At kinks the gradient is PyTorch's: max and min hand half on to each of equals, abs has the slope 0 at 0, clamp the slope 1 at its ends.</para>
/// <para>What a loop computes and the way back needs is kept: on the stack, up to 4,096 numbers, or in a buffer of the caller's, the last parameter of a second
/// overload. <c>FKeptLength</c> says how long it must be.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DifferentiableAttribute : Attribute
{
    /// <summary>
    /// 1, the gradient, or 2: the product of the Hessian with a vector too, for a method that returns a number.
    /// <c>double FHessianProduct(double x, double y, double vx, double vy, out double dx, out double dy, out double hx, out double hy)</c>.
    /// </summary>
    public int Order { get; set; } = 1;

    /// <summary>Whether <c>FGraph</c> is written too: the computational graph at a point, each node with its value and its gradient. For methods of numbers, without
    /// loops, branches and spans.</summary>
    public bool Graph { get; set; }
}
