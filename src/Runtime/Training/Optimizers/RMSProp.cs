using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// RMSProp: s = rho s + (1 - rho) dw^2, w -= learning rate * dw / (sqrt(s) + epsilon). Source: T. Tieleman, G. Hinton, "Neural Networks
/// for Machine Learning", lecture 6.5, 2012; form and defaults are PyTorch's (neither centered nor with momentum).
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public class RMSProp<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _decay;
    private readonly double _epsilon;

    /// <summary>RMSProp. Its state is <c>square</c>: the running mean of the squared gradients.</summary>
    /// <param name="learningRate">The length of a step where the gradient is steady; PyTorch has 0.01. It may be changed between steps.</param>
    /// <param name="decay">rho, the decay of the mean, from 0 to below 1.</param>
    /// <param name="epsilon">Keeps the divisor from zero; finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public RMSProp(T learningRate, double decay = 0.99, double epsilon = 1e-8)
        : base(learningRate, "rmsprop", "square")
    {
        _decay = OptimizerSettings.Decay(decay, nameof(decay));
        _epsilon = OptimizerSettings.Epsilon(epsilon, nameof(epsilon));
    }

    /// <inheritdoc/>
    public override string Settings => string.Create(CultureInfo.InvariantCulture, $"decay={_decay} epsilon={_epsilon}");

    private protected override bool UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start) => Run(
        new Rule(new Vector<T>(LearningRate), OptimizerSettings.Lanes<T>(_decay), OptimizerSettings.Lanes<T>(1 - _decay), OptimizerSettings.Lanes<T>(_epsilon)),
        parameters, gradients, start);

    private readonly struct Rule(Vector<T> rate, Vector<T> decay, Vector<T> rest, Vector<T> epsilon) : IUpdateRule<T>
    {
        public static int StateCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Step(Vector<T> w, Vector<T> g, ref Vector<T> square, ref Vector<T> unused)
        {
            square = decay * square + rest * (g * g);
            return w - rate * g / (Vector.SquareRoot(square) + epsilon);
        }
    }
}

/// <summary>RMSProp for networks of precision float.</summary>
public sealed class RMSProp : RMSProp<float>
{
    /// <inheritdoc cref="RMSProp{T}(T, double, double)"/>
    public RMSProp(float learningRate = 1e-2f, double decay = 0.99, double epsilon = 1e-8)
        : base(learningRate, decay, epsilon)
    {
    }
}
