using System;

namespace GenNet.Generator.Expressions;

/// <summary>An activation a = f(z) and its derivative, in terms of the output a where that is possible.</summary>
/// <param name="Value">f, over <see cref="Z"/>.</param>
/// <param name="Derivative">f'(z), over <see cref="Z"/> and <see cref="A"/>.</param>
internal sealed record ActivationFunction(Expr Value, Expr Derivative)
{
    public static readonly Variable Z = new("z");
    public static readonly Variable A = new("a");

    // Klambauer et al., "Self-normalizing neural networks", 2017.
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;

    /// <summary>Whether backward needs the pre-activation z; where it does not, a may overwrite z.</summary>
    public bool NeedsInput => Derivative.Contains(Z);

    public bool IsIdentity => Value == Z;

    public static ActivationFunction Of(Activation activation, double alpha)
    {
        Expr value = Formula(activation, alpha);
        Expr derivative = Differentiator.Differentiate(value, Z);
        return new(value, OutputForm.Of(value, derivative, Z, A));
    }

    /// <summary>In every choice NaN takes the branch that passes it on.</summary>
    private static Expr Formula(Activation activation, double alpha)
    {
        Expr z = Z;
        Expr Positive(Expr below, Expr above) => Expr.Select(z, Comparison.LessThanOrEqual, 0, below, above);
        return activation switch
        {
            Activation.Identity => z,
            Activation.Sigmoid => Expr.Call(Function.Sigmoid, z),
            Activation.Tanh => Expr.Call(Function.Tanh, z),
            Activation.ReLU => Positive(0, z),
            Activation.LeakyReLU => Positive(alpha * z, z),
            Activation.ELU => Positive(alpha * Expr.Call(Function.Expm1, z), z),
            Activation.SELU => Positive(SeluScale * SeluAlpha * Expr.Call(Function.Expm1, z), SeluScale * z),
            Activation.GELU => z * (0.5 * Expr.Call(Function.Erf, Math.Sqrt(0.5) * z) + 0.5),
            Activation.GELUTanh => z * (0.5 * Expr.Call(Function.Tanh, Math.Sqrt(2 / Math.PI) * (z + 0.044715 * (z * z * z))) + 0.5),
            Activation.SiLU => z * Expr.Call(Function.Sigmoid, z),
            Activation.Softplus => Expr.Call(Function.Softplus, z),
            Activation.Softsign => z / (1 + Expr.Call(Function.Abs, z)),
            Activation.HardTanh => Expr.Select(z, Comparison.GreaterThanOrEqual, 1, 1, Expr.Select(z, Comparison.LessThanOrEqual, -1, -1, z)),
            Activation.Step => Expr.Select(z, Comparison.GreaterThanOrEqual, 0, 1, 0),
            Activation.Sign => Expr.Call(Function.Sign, z),
            _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not a function of one number."),
        };
    }
}
