using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// AdaGrad: s += dw^2, w -= learning rate * dw / (sqrt(s) + epsilon). Source: J. Duchi, E. Hazan, Y. Singer, "Adaptive Subgradient
/// Methods for Online Learning and Stochastic Optimization", 2011; form and defaults are PyTorch's.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public class AdaGrad<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _epsilon;

    /// <summary>AdaGrad. Its state is <c>square</c>: the sum of the squared gradients, by which the steps shrink for good.</summary>
    /// <param name="learningRate">The length of the first step; PyTorch has 0.01. It may be changed between steps.</param>
    /// <param name="epsilon">Keeps the divisor from zero; finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public AdaGrad(T learningRate, double epsilon = 1e-10)
        : base(learningRate, "adagrad", "square") => _epsilon = OptimizerSettings.Epsilon(epsilon, nameof(epsilon));

    /// <inheritdoc/>
    public override string Settings => string.Create(CultureInfo.InvariantCulture, $"epsilon={_epsilon}");

    private protected override bool UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start) =>
        Run(new Rule(new Vector<T>(LearningRate), OptimizerSettings.Lanes<T>(_epsilon)), parameters, gradients, start);

    private readonly struct Rule(Vector<T> rate, Vector<T> epsilon) : IUpdateRule<T>
    {
        public static int StateCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Step(Vector<T> w, Vector<T> g, ref Vector<T> square, ref Vector<T> unused)
        {
            square += g * g;
            return w - rate * g / (Vector.SquareRoot(square) + epsilon);
        }
    }
}

/// <summary>AdaGrad for networks of precision float.</summary>
public sealed class AdaGrad : AdaGrad<float>
{
    /// <inheritdoc cref="AdaGrad{T}(T, double)"/>
    public AdaGrad(float learningRate = 1e-2f, double epsilon = 1e-10)
        : base(learningRate, epsilon)
    {
    }
}
