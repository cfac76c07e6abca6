using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// AdaDelta: s = rho s + (1 - rho) dw^2, d = sqrt(u + epsilon) / sqrt(s + epsilon) * dw, u = rho u + (1 - rho) d^2, w -= learning rate * d.
/// Source: M. Zeiler, "ADADELTA: An Adaptive Learning Rate Method", 2012, which has no learning rate (it is 1); form and defaults are PyTorch's.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public class AdaDelta<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _decay;
    private readonly double _epsilon;

    /// <summary>AdaDelta. Its state is <c>square</c> and <c>delta</c>: the running means s and u of the squared gradients and steps.</summary>
    /// <param name="learningRate">The factor of each step, 1 in the paper and in PyTorch. It may be changed between steps.</param>
    /// <param name="decay">rho, the decay of the means, from 0 to below 1.</param>
    /// <param name="epsilon">Gives the first steps their length and keeps the divisor from zero; finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public AdaDelta(T learningRate, double decay = 0.9, double epsilon = 1e-6)
        : base(learningRate, "adadelta", "square", "delta")
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
        public static int StateCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Step(Vector<T> w, Vector<T> g, ref Vector<T> square, ref Vector<T> delta)
        {
            square = decay * square + rest * (g * g);
            Vector<T> step = Vector.SquareRoot(delta + epsilon) / Vector.SquareRoot(square + epsilon) * g;
            delta = decay * delta + rest * (step * step);
            return w - rate * step;
        }
    }
}

/// <summary>AdaDelta for networks of precision float.</summary>
public sealed class AdaDelta : AdaDelta<float>
{
    /// <inheritdoc cref="AdaDelta{T}(T, double, double)"/>
    public AdaDelta(float learningRate = 1, double decay = 0.9, double epsilon = 1e-6)
        : base(learningRate, decay, epsilon)
    {
    }
}
