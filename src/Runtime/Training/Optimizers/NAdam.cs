using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// Adam with Nesterov's momentum: Adam's means m and v, the momentum mu_t = beta1 (1 - 0.96^(t psi) / 2) and the product M_t of the mu up to t;
/// in step t, w -= learning rate * (mu_(t+1) m / (1 - M_(t+1)) + (1 - mu_t) dw / (1 - M_t)) / (sqrt(v / (1 - beta2^t)) + epsilon).
/// Source: T. Dozat, "Incorporating Nesterov Momentum into Adam", 2016; form and defaults are PyTorch's.
/// </summary>
/// <remarks>Until version 1.13 PyTorch had another first divisor; <see cref="NAdamForm"/> has both.</remarks>
/// <typeparam name="T">float or double.</typeparam>
public class NAdam<T> : MomentOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _momentumDecay;
    private readonly NAdamForm _form;
    private readonly MomentumProduct _momenta;

    // M_t, the product of mu_1 to mu_t.
    private double _product = 1;

    /// <summary>NAdam with a learning rate, which may be changed between steps.</summary>
    /// <param name="learningRate">The length of a step where the gradient is steady; PyTorch has 0.002.</param>
    /// <param name="beta1">The decay of the mean of the gradients, from 0 to below 1.</param>
    /// <param name="beta2">The decay of the mean of their squares, from 0 to below 1.</param>
    /// <param name="epsilon">Keeps the divisor from zero; finite and above 0.</param>
    /// <param name="momentumDecay">psi: how soon the momentum grows from beta1 / 2 to beta1; finite and at least 0.</param>
    /// <param name="form">Which version of PyTorch is followed: by default the present one, which is the paper's.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public NAdam(
        T learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double momentumDecay = 4e-3, NAdamForm form = NAdamForm.PyTorch2)
        : base(learningRate, "nadam", beta1, beta2, epsilon)
    {
        _momentumDecay = OptimizerSettings.NotNegative(momentumDecay, nameof(momentumDecay));
        _form = form is NAdamForm.PyTorch1 or NAdamForm.PyTorch2 ? form : throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form.");
        _momenta = new MomentumProduct(Beta1, _momentumDecay);
    }

    /// <inheritdoc/>
    public override string Settings => string.Create(CultureInfo.InvariantCulture, $"{base.Settings} momentumDecay={_momentumDecay} form={_form}");

    private protected override void StepBegun() => _product = _momenta.Next(_product, Steps);

    private protected override void Restored() => _product = _momenta.At(Steps);

    private protected override bool UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start)
    {
        double rate = double.CreateTruncating(LearningRate), momentum = _momenta.Momentum(Steps), next = _momenta.Momentum(Steps + 1);
        double nextProduct = _form == NAdamForm.PyTorch1 ? _product * momentum * next : _product * next;
        var rule = new Rule(
            OptimizerSettings.Lanes<T>(Beta1),
            OptimizerSettings.Lanes<T>(1 - Beta1),
            OptimizerSettings.Lanes<T>(Beta2),
            OptimizerSettings.Lanes<T>(1 - Beta2),
            OptimizerSettings.Lanes<T>(Epsilon),
            OptimizerSettings.Lanes<T>(rate * (1 - momentum) / (1 - _product)),
            OptimizerSettings.Lanes<T>(rate * next / (1 - nextProduct)),
            OptimizerSettings.Lanes<T>(RootCorrection));
        return Run(rule, parameters, gradients, start);
    }

    private readonly struct Rule(
        Vector<T> beta1, Vector<T> rest1, Vector<T> beta2, Vector<T> rest2, Vector<T> epsilon, Vector<T> gradientRate, Vector<T> meanRate, Vector<T> rootCorrection)
        : IUpdateRule<T>
    {
        public static int StateCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Step(Vector<T> w, Vector<T> g, ref Vector<T> mean, ref Vector<T> square)
        {
            mean = mean * beta1 + g * rest1;
            square = square * beta2 + g * g * rest2;
            Vector<T> divisor = Vector.SquareRoot(square) * rootCorrection + epsilon;
            return w - (g * gradientRate + mean * meanRate) / divisor;
        }
    }
}

/// <summary>NAdam for networks of precision float.</summary>
public sealed class NAdam : NAdam<float>
{
    /// <inheritdoc cref="NAdam{T}(T, double, double, double, double, NAdamForm)"/>
    public NAdam(
        float learningRate = 2e-3f, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double momentumDecay = 4e-3, NAdamForm form = NAdamForm.PyTorch2)
        : base(learningRate, beta1, beta2, epsilon, momentumDecay, form)
    {
    }
}
