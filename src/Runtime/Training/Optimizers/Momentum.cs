using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// Gradient descent with momentum: m = mu m + dw, w -= learning rate * m. Source: B. Polyak, "Some methods of speeding up the
/// convergence of iteration methods", 1964; the form is PyTorch's (torch.optim.SGD with momentum), the lectures'
/// v = mu v - learning rate * dw, w += v is <see cref="MomentumForm.Velocity"/>.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public class Momentum<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _momentum;
    private readonly MomentumForm _form;

    /// <summary>Gradient descent with momentum. Its state is <c>momentum</c>: m, or v.</summary>
    /// <param name="learningRate">The factor of each step; it may be changed between steps.</param>
    /// <param name="momentum">mu, from 0 to below 1; 0.9 is usual. A steady gradient is followed 1 / (1 - mu) times as fast as without.</param>
    /// <param name="form">What is accumulated.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public Momentum(T learningRate, double momentum = 0.9, MomentumForm form = MomentumForm.Gradients)
        : base(learningRate, "momentum", "momentum")
    {
        _momentum = OptimizerSettings.Decay(momentum, nameof(momentum));
        _form = form is MomentumForm.Gradients or MomentumForm.Velocity ? form : throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form.");
    }

    /// <inheritdoc/>
    public override string Settings => string.Create(CultureInfo.InvariantCulture, $"momentum={_momentum} form={_form}");

    private protected override bool UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start)
    {
        var rate = new Vector<T>(LearningRate);
        Vector<T> mu = OptimizerSettings.Lanes<T>(_momentum);
        return _form == MomentumForm.Gradients
            ? Run(new GradientRule(rate, mu), parameters, gradients, start)
            : Run(new VelocityRule(rate, mu), parameters, gradients, start);
    }

    private readonly struct GradientRule(Vector<T> rate, Vector<T> mu) : IUpdateRule<T>
    {
        public static int StateCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Step(Vector<T> w, Vector<T> g, ref Vector<T> m, ref Vector<T> unused)
        {
            m = mu * m + g;
            return w - rate * m;
        }
    }

    private readonly struct VelocityRule(Vector<T> rate, Vector<T> mu) : IUpdateRule<T>
    {
        public static int StateCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Step(Vector<T> w, Vector<T> g, ref Vector<T> v, ref Vector<T> unused)
        {
            v = mu * v - rate * g;
            return w + v;
        }
    }
}

/// <summary>Gradient descent with momentum for networks of precision float.</summary>
public sealed class Momentum : Momentum<float>
{
    /// <inheritdoc cref="Momentum{T}(T, double, MomentumForm)"/>
    public Momentum(float learningRate, double momentum = 0.9, MomentumForm form = MomentumForm.Gradients)
        : base(learningRate, momentum, form)
    {
    }
}
