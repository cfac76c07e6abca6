using System;

namespace GenNet;

/// <summary>Whether a unit is where the slope of its activation function is below a twentieth of its largest one, told from its output.</summary>
internal static class Saturation
{
    private const double Fraction = 0.05;

    /// <summary>The test for an activation function, or null where it does not saturate.</summary>
    public static Func<double, bool>? Of(Activation? activation) => activation switch
    {
        Activation.Sigmoid => a => a * (1 - a) < Fraction / 4,
        Activation.Tanh => a => 1 - a * a < Fraction,
        Activation.HardTanh => a => Math.Abs(a) >= 1,
        Activation.ReLU => a => a <= 0,

        // The slope of z / (1 + |z|) is (1 - |a|)^2.
        Activation.Softsign => a => (1 - Math.Abs(a)) * (1 - Math.Abs(a)) < Fraction,

        // The slope of log(1 + exp z) is sigmoid(z) = 1 - exp(-a).
        Activation.Softplus => a => 1 - Math.Exp(-a) < Fraction,
        _ => null,
    };
}
