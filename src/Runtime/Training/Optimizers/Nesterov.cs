using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// Nesterov's accelerated gradient in PyTorch's form (torch.optim.SGD with nesterov): m = mu m + dw, w -= learning rate * (dw + mu m).
/// Source: I. Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013.
/// </summary>
/// <remarks>The lectures take the gradient at the point looked ahead to, w + mu v. Here w is that point itself: the same path seen from
/// one half step further on, so that an optimizer needs the gradient at the parameters only.</remarks>
/// <typeparam name="T">float or double.</typeparam>
public class Nesterov<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _momentum;
    private readonly MomentumForm _form;

    /// <summary>Nesterov's momentum. Its state is <c>momentum</c>: m, or v.</summary>
    /// <param name="learningRate">The factor of each step; it may be changed between steps.</param>
    /// <param name="momentum">mu, from 0 to below 1; 0.9 is usual.</param>
    /// <param name="form">What is accumulated; <see cref="MomentumForm.Velocity"/> is v = mu v - learning rate * dw, w += mu v - learning rate * dw.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public Nesterov(T learningRate, double momentum = 0.9, MomentumForm form = MomentumForm.Gradients)
        : base(learningRate, "nesterov", "momentum")
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
            return w - rate * (g + mu * m);
        }
    }

    private readonly struct VelocityRule(Vector<T> rate, Vector<T> mu) : IUpdateRule<T>
    {
        public static int StateCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Step(Vector<T> w, Vector<T> g, ref Vector<T> v, ref Vector<T> unused)
        {
            v = mu * v - rate * g;
            return w + (mu * v - rate * g);
        }
    }
}

/// <summary>Nesterov's momentum for networks of precision float.</summary>
public sealed class Nesterov : Nesterov<float>
{
    /// <inheritdoc cref="Nesterov{T}(T, double, MomentumForm)"/>
    public Nesterov(float learningRate, double momentum = 0.9, MomentumForm form = MomentumForm.Gradients)
        : base(learningRate, momentum, form)
    {
    }
}
