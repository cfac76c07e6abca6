using System;
using System.Linq;

namespace GenNet.Fuzz.Networks;

/// <summary>Activations and losses in double, each with a derivative that was written down by hand.</summary>
internal static class NaiveFunctions
{
    private const double SeluAlpha = 1.6732632423543772848, SeluScale = 1.0507009873554804934;

    /// <summary>f(z) and f'(z).</summary>
    public static (double Value, double Slope) Activation(string name, double alpha, double z)
    {
        double s = Sigmoid(z);
        switch (name)
        {
            case "Identity": return (z, 1);
            case "Sigmoid": return (s, s * (1 - s));
            case "Tanh": return (Math.Tanh(z), 1 - (Math.Tanh(z) * Math.Tanh(z)));
            case "ReLU": return z <= 0 ? (0, 0) : (z, 1);
            case "LeakyReLU": return z <= 0 ? (alpha * z, alpha) : (z, 1);
            case "ELU": return z <= 0 ? (alpha * Expm1(z), alpha * Math.Exp(z)) : (z, 1);
            case "SELU": return z <= 0 ? (SeluScale * SeluAlpha * Expm1(z), SeluScale * SeluAlpha * Math.Exp(z)) : (SeluScale * z, SeluScale);
            case "GELU":
                double phi = 0.5 * (1 + Erf(z / Math.Sqrt(2)));
                return (z * phi, phi + (z * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI)));
            case "GELUTanh":
                double root = Math.Sqrt(2 / Math.PI), t = Math.Tanh(root * (z + (0.044715 * z * z * z)));
                return (0.5 * z * (1 + t), (0.5 * (1 + t)) + (0.5 * z * (1 - (t * t)) * root * (1 + (3 * 0.044715 * z * z))));
            case "SiLU": return (z * s, s + (z * s * (1 - s)));
            case "Softplus": return (Softplus(z), s);
            case "Softsign": return (z / (1 + Math.Abs(z)), 1 / ((1 + Math.Abs(z)) * (1 + Math.Abs(z))));
            case "HardTanh": return (Math.Clamp(z, -1, 1), z is > -1 and < 1 ? 1 : 0);
            case "Step": return (z >= 0 ? 1 : 0, 0);
            case "Sign": return (Math.Sign(z), 0);
            default: throw new ArgumentOutOfRangeException(nameof(name), name, null);
        }
    }

    /// <summary>How far z is from where the slope jumps. Exactly there, which is where all inputs have been dropped, both sides agree which it is.</summary>
    public static double DistanceFromKink(string activation, double z) => activation switch
    {
        "ReLU" or "LeakyReLU" or "ELU" or "SELU" or "Step" or "Sign" => z == 0 ? 1 : Math.Abs(z),
        "HardTanh" => Math.Abs(Math.Abs(z) - 1),
        _ => 1,
    };

    /// <summary>The loss of one output, and its derivative by that output; sigmoid and softmax with theirs are functions of z (<see cref="NaiveOutput"/>).</summary>
    public static (double Value, double Slope) Loss(string name, double y, double d)
    {
        double e = y - d;
        return name switch
        {
            "HalfSquaredError" => (0.5 * e * e, e),
            "MeanSquaredError" => (e * e, 2 * e),
            "MeanAbsoluteError" => (Math.Abs(e), Math.Sign(e)),
            "Huber" => Math.Abs(e) <= 1 ? (0.5 * e * e, e) : (Math.Abs(e) - 0.5, Math.Sign(e)),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }

    /// <summary>Of each unit the largest of its pieces.</summary>
    public static double[] Largest(LayerCase maxout, double[] z) =>
        [.. Enumerable.Range(0, maxout.Outputs).Select(j => Enumerable.Range(0, maxout.Pieces).Max(p => z[(p * maxout.Outputs) + j]))];

    /// <summary>The gradient goes to the first piece that is the largest.</summary>
    public static double[] ToLargest(LayerCase maxout, double[] z, double[] gradient)
    {
        var dz = new double[z.Length];
        for (int j = 0; j < maxout.Outputs; j++)
        {
            int largest = 0;
            for (int p = 1; p < maxout.Pieces; p++)
            {
                if (z[(p * maxout.Outputs) + j] > z[(largest * maxout.Outputs) + j])
                    largest = p;
            }

            dz[(largest * maxout.Outputs) + j] = gradient[j];
        }

        return dz;
    }

    public static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    public static double Softplus(double z) => Math.Max(z, 0) + Log1p(Math.Exp(-Math.Abs(z)));

    /// <summary>Kahan's correction of log(1 + u) for the rounding of 1 + u.</summary>
    private static double Log1p(double u) => 1 + u == 1 ? u : Math.Log(1 + u) * u / (1 + u - 1);

    private static double Expm1(double z) => Math.Abs(z) < 0.5 ? 2 * Math.Exp(z / 2) * Math.Sinh(z / 2) : Math.Exp(z) - 1;

    /// <summary>The Taylor series, which has lost no more than three digits where erf is 1.</summary>
    private static double Erf(double x)
    {
        // 1 - erf 6 is below half a unit in the last place of 1.
        if (Math.Abs(x) > 6)
            return Math.Sign(x);

        // erf x = 2 / sqrt(pi) exp(-x^2) sum of 2^n x^(2n + 1) / (2n + 1)!!, all terms of one sign.
        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
