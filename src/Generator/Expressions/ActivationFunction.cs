using System;
using System.Globalization;

namespace GenNet.Generator.Expressions;

/// <summary>An activation a = f(z): a name and an expression, of the library or of the user's.</summary>
/// <param name="Name">What formulas call it: sigmoid, ReLU, Mish.</param>
/// <param name="Title">What tables call it.</param>
/// <param name="Declared">What checkpoints remember of it. They compare it, so it never changes.</param>
/// <param name="Value">f, over <see cref="Z"/>; of softmax, which is no function of one number, the identity.</param>
/// <param name="Kind">The member of the enum that it is; null for a function of the user's.</param>
internal sealed record ActivationFunction(string Name, string Title, string Declared, Expr Value, Activation? Kind)
{
    public static readonly Variable Z = new("z");
    public static readonly Variable A = new("a");

    // Klambauer et al., "Self-normalizing neural networks", 2017.
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;

    /// <summary>z itself.</summary>
    public static ActivationFunction Identity { get; } = Of(Activation.Identity, 0);

    public bool IsIdentity => Value == Z && !IsSoftmax;

    public bool IsSoftmax => Kind == Activation.Softmax;

    /// <summary>Whether no gradient passes it anywhere, as through a threshold.</summary>
    public bool IsThreshold => Kind is Activation.Step or Activation.Sign || (Kind is null && Differentiator.Differentiate(Value, Z) is Constant { Value: 0 });

    /// <summary>f'(z), over <see cref="Z"/> and <see cref="A"/>: in terms of the output a where that is possible.</summary>
    public Expr Derivative => OutputForm.Of(Value, Differentiator.Differentiate(Value, Z), Z, A);

    /// <summary>Those of the library; alpha is for those that have one.</summary>
    public static ActivationFunction Of(Activation activation, double alpha)
    {
        string name = activation.ToString();
        string declared = DefaultAlpha(activation) is null ? name : $"{name}({alpha.ToString("R", CultureInfo.InvariantCulture)})";
        return new(Word(activation), Spoken(activation, declared), declared, Formula(activation, alpha), activation);
    }

    /// <summary>A function of the user's.</summary>
    /// <param name="name">The method.</param>
    /// <param name="home">Its class.</param>
    /// <param name="alpha">Its second argument, if it takes one.</param>
    /// <param name="value">The expression, over <see cref="Z"/>.</param>
    public static ActivationFunction OfUser(string name, string home, double? alpha, Expr value)
    {
        string of = alpha is { } number ? $"({number.ToString("R", CultureInfo.InvariantCulture)})" : "";
        return new(name, name + of, $"{home}.{name}{of}", value, null);
    }

    /// <summary>The alpha of an activation that has one, where none is given.</summary>
    public static double? DefaultAlpha(Activation activation) => activation switch
    {
        Activation.LeakyReLU => 0.01,
        Activation.ELU => 1,
        _ => null,
    };

    private static string Word(Activation activation) => activation switch
    {
        Activation.Sigmoid or Activation.Tanh or Activation.Softplus or Activation.Softsign => activation.ToString().ToLowerInvariant(),
        _ => activation.ToString(),
    };

    private static string Spoken(Activation activation, string declared) => activation switch
    {
        Activation.LeakyReLU or Activation.ELU or Activation.ReLU or Activation.SELU or Activation.GELU or Activation.SiLU => declared,
        Activation.GELUTanh => "GELU by tanh",
        Activation.HardTanh => "hard tanh",
        _ => declared.ToLowerInvariant(),
    };

    /// <summary>In every choice NaN takes the branch that passes it on.</summary>
    private static Expr Formula(Activation activation, double alpha)
    {
        Expr z = Z;
        Expr Positive(Expr below, Expr above) => Expr.Select(z, Comparison.LessThanOrEqual, 0, below, above);
        return activation switch
        {
            Activation.Identity or Activation.Softmax => z,
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
            _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "No activation."),
        };
    }
}
