using System;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>The derivatives of each function of Math and MathF: against differences where it is smooth, elsewhere as PyTorch has them.</summary>
public class MathFunctionTests(MathFunctionTests.Emitted emitted) : IClassFixture<MathFunctionTests.Emitted>
{
    private const double Infinity = double.PositiveInfinity, NaN = double.NaN;

    /// <summary>Each expression of x, y and z with points of its domain.</summary>
    private static readonly (string Expression, double[][] Points)[] Smooth =
    [
        ("$Math.Exp(x)", [[-2], [0], [1.5]]),
        ("$Math.Log(x)", [[0.25], [1], [3]]),
        ("$Math.Log2(x)", [[0.25], [1], [3]]),
        ("$Math.Log10(x)", [[0.25], [1], [3]]),
        ("$Math.Sin(x)", [[-2], [0], [1.5]]),
        ("$Math.Cos(x)", [[-2], [0], [1.5]]),
        ("$Math.Tan(x)", [[-1], [0], [0.75]]),
        ("$Math.Asin(x)", [[-0.75], [0], [0.5]]),
        ("$Math.Acos(x)", [[-0.75], [0], [0.5]]),
        ("$Math.Atan(x)", [[-3], [0], [0.5]]),
        ("$Math.Sinh(x)", [[-2], [0], [1.5]]),
        ("$Math.Cosh(x)", [[-2], [0], [1.5]]),
        ("$Math.Tanh(x)", [[-2], [0], [1.5]]),
        ("$Math.Asinh(x)", [[-2], [0], [1.5]]),
        ("$Math.Acosh(x)", [[1.25], [2], [5]]),
        ("$Math.Atanh(x)", [[-0.75], [0], [0.5]]),
        ("$Math.Sqrt(x)", [[0.25], [1], [3]]),
        ("$Math.Cbrt(x)", [[-2], [0.25], [3]]),
        ("$Math.Atan2(x, y)", [[1, 2], [-1, 2], [1, -2], [-1, -2], [0, 2], [2, 0]]),
        ("$Math.Pow(x, y)", [[2, 3], [0.5, -1.5], [1, 2], [3, 0], [2, 1]]),
        ("$Math.Pow(x, 2)", [[2], [0], [-3]]),
        ("$Math.Pow(x, 3)", [[2], [0], [-3]]),
        ("$Math.Pow(x, -1)", [[2], [-3]]),
        ("$Math.Pow(x, 0.5$L)", [[2], [0.25]]),
        ("$Math.Pow(x, 0)", [[2], [0], [-3]]),
        ("$Math.Pow(2, x)", [[2], [0], [-3]]),
        ("$Math.Abs(x)", [[2], [-3]]),
        ("$Math.Max(x, y)", [[2, 1], [1, 2], [-1, -2]]),
        ("$Math.Min(x, y)", [[2, 1], [1, 2], [-1, -2]]),
        ("Math.Clamp(x, y, z)", [[0, -1, 2], [-2, -1, 2], [3, -1, 2]]),
        ("$Math.FusedMultiplyAdd(x, y, z)", [[2, -3, 0.5], [0, 1, 2]]),
        ("$Math.CopySign(x, y)", [[2, 1], [2, -1], [-2, 1], [-2, -1]]),
        ("$Math.Floor(x)", [[2.5], [-2.5]]),
        ("$Math.Ceiling(x)", [[2.5], [-2.5]]),
        ("$Math.Round(x)", [[2.25], [-2.75]]),
        ("$Math.Truncate(x)", [[2.5], [-2.5]]),
        ("x % y", [[5.5, 2], [-5.5, 2], [5.5, -2], [-5.5, -2]]),
        ("x + y * z - x / y", [[2, -3, 0.5]]),
        ("-x", [[2]]),
    ];

    public static TheoryData<string, string> SmoothFunctions => new(
        from type in new[] { "double", "float" }
        from function in Smooth
        select (type, function.Expression));

    [Theory]
    [MemberData(nameof(SmoothFunctions))]
    public void A_derivative_is_that_of_differences(string type, string expression)
    {
        foreach (double[] point in Smooth.Single(function => function.Expression == expression).Points)
        {
            double[] gradient = emitted.Gradient(type, expression, point);
            for (int i = 0; i < point.Length; i++)
            {
                Differences judged = Differences.Judge(by => emitted.Value("double", expression, [.. point.Select((x, at) => at == i ? x + by : x)]), gradient[i], type == "double" ? 1e-8 : 1e-5);
                Assert.True(judged.Verdict == Verdict.Agree, $"{expression} at ({string.Join(", ", point)}), argument {i}: {gradient[i]}, differences {judged.Expected}");
            }
        }
    }

    /// <summary>Gradients at kinks, ends and poles. They are PyTorch's, of torch 1.13 in float64: torch.maximum, minimum, abs, clamp, pow, sqrt, log, ...</summary>
    public static TheoryData<string, double[], double[]> Singular => new()
    {
        { "$Math.Max(x, y)", [2, 2], [0.5, 0.5] },
        { "$Math.Max(x, y)", [0, -0.0], [0.5, 0.5] },
        { "$Math.Min(x, y)", [2, 2], [0.5, 0.5] },
        { "$Math.Min(x, y)", [0, -0.0], [0.5, 0.5] },
        { "$Math.Max(x, 2)", [2], [0.5] },
        { "$Math.Min(2, x)", [2], [0.5] },
        { "$Math.Abs(x)", [0], [0] },
        { "$Math.Abs(x)", [-0.0], [0] },
        { "Math.Clamp(x, y, z)", [-1, -1, 2], [1, 0, 0] },
        { "Math.Clamp(x, y, z)", [2, -1, 2], [1, 0, 0] },
        { "Math.Clamp(x, y, z)", [1, 1, 1], [1, 0, 0] },
        { "Math.Clamp(x, -1, 2)", [-1], [1] },
        { "Math.Clamp(x, -1, 2)", [2], [1] },
        { "$Math.Pow(x, y)", [0, 0], [0, 0] },
        { "$Math.Pow(x, y)", [0, 0.5], [Infinity, 0] },
        { "$Math.Pow(x, y)", [0, 1], [1, 0] },
        { "$Math.Pow(x, y)", [0, 1.5], [0, 0] },
        { "$Math.Pow(x, y)", [0, 2], [0, 0] },
        { "$Math.Pow(x, y)", [0, -1], [-Infinity, -Infinity] },
        { "$Math.Pow(x, y)", [0, -0.5], [-Infinity, -Infinity] },
        { "$Math.Pow(x, y)", [2, 0], [0, 0.6931471805599453] },
        { "$Math.Pow(x, y)", [-2, 0], [0, NaN] },
        { "$Math.Pow(x, y)", [-2, 2], [-4, NaN] },
        { "$Math.Pow(x, y)", [-2, 3], [12, NaN] },
        { "$Math.Pow(x, y)", [-2, 0.5], [NaN, NaN] },
        { "$Math.Pow(x, 2)", [0], [0] },
        { "$Math.Pow(x, 1)", [0], [1] },
        { "$Math.Pow(x, 0)", [0], [0] },
        { "$Math.Pow(x, 0.5$L)", [0], [Infinity] },
        { "$Math.Pow(x, -1)", [0], [-Infinity] },
        { "$Math.Pow(0, x)", [2], [0] },
        { "$Math.Pow(0, x)", [0], [0] },
        { "$Math.Pow(0, x)", [-1], [-Infinity] },
        { "$Math.Sqrt(x)", [0], [Infinity] },
        { "$Math.Sqrt(x)", [-1], [NaN] },
        { "$Math.Log(x)", [0], [Infinity] },
        { "$Math.Log2(x)", [0], [Infinity] },
        { "$Math.Log10(x)", [0], [Infinity] },
        { "$Math.Atan2(x, y)", [0, 0], [NaN, NaN] },
        { "$Math.Atan2(x, y)", [0, 1], [1, 0] },
        { "$Math.Atan2(x, y)", [0, -1], [-1, 0] },
        { "$Math.Asin(x)", [1], [Infinity] },
        { "$Math.Asin(x)", [-1], [Infinity] },
        { "$Math.Acos(x)", [1], [-Infinity] },
        { "$Math.Acosh(x)", [1], [Infinity] },
        { "$Math.Atanh(x)", [1], [Infinity] },
        { "$Math.Floor(x)", [2], [0] },
        { "$Math.Ceiling(x)", [2], [0] },
        { "$Math.Round(x)", [2.5], [0] },
        { "$Math.Truncate(x)", [2], [0] },
        { "$Math.CopySign(x, y)", [0, 1], [0, 0] },
        { "$Math.CopySign(x, y)", [-2, 0], [-1, 0] },
        { "$Math.CopySign(x, y)", [-2, -0.0], [1, 0] },
        { "x % y", [4, 2], [1, -2] },
        { "x / y", [1, 0], [Infinity, -Infinity] },
        { "$Math.Exp(x)", [-Infinity], [0] },
        { "$Math.Tanh(x)", [Infinity], [0] },
        { "$Math.Tanh(x)", [50], [0] },

        // PyTorch has no cube root; this is the limit.
        { "$Math.Cbrt(x)", [0], [Infinity] },
    };

    [Theory]
    [MemberData(nameof(Singular))]
    public void At_kinks_and_poles_a_gradient_is_that_of_PyTorch(string expression, double[] point, double[] expected)
    {
        Assert.Equal(expected, emitted.Gradient("double", expression, point), (a, b) => a == b || Math.Abs(a - b) <= 1e-15 || (double.IsNaN(a) && double.IsNaN(b)));
        Assert.Equal(expected, emitted.Gradient("float", expression, point), (a, b) => a == b || Math.Abs(a - b) <= 1e-7 || (double.IsNaN(a) && double.IsNaN(b)));
    }

    /// <summary>All expressions, each as a function, compiled at once.</summary>
    public sealed class Emitted
    {
        private readonly System.Reflection.Assembly _assembly;
        private readonly string[] _expressions = [.. Smooth.Select(function => function.Expression).Concat(Singular.Select(row => row.Data.Item1)).Distinct()];

        public Emitted()
        {
            string source = string.Concat(new[] { "double", "float" }.SelectMany(type => _expressions.Select((_, i) => Class(type, i))));
            _assembly = Compiled.From(source).Load();
        }

        internal double Value(string type, string expression, double[] point) => Call(type, expression, "Value", point)[0];

        internal double[] Gradient(string type, string expression, double[] point) => Call(type, expression, "Gradient", point);

        private double[] Call(string type, string expression, string method, double[] point) =>
            (double[])_assembly.GetType($"{type}{Array.IndexOf(_expressions, expression)}", throwOnError: true)!.GetMethod(method)!.Invoke(null, [point])!;

        private string Class(string type, int index)
        {
            string[] names = [.. new[] { "x", "y", "z" }.TakeWhile((name, i) => i == 0 || System.Text.RegularExpressions.Regex.IsMatch(_expressions[index], $@"\b{name}\b"))];
            string parameters = string.Join(", ", names.Select(name => $"$T {name}")), arguments = string.Join(", ", names.Select((_, i) => $"($T)p[{i}]"));
            return RandomProgram.Typed(
                $$"""
                public static partial class {{type}}{{index}}
                {
                    [Differentiable]
                    public static $T F({{parameters}}) => {{_expressions[index]}};

                    public static double[] Value(double[] p) => [F({{arguments}})];

                    public static double[] Gradient(double[] p)
                    {
                        F({{arguments}}, {{string.Join(", ", names.Select(name => $"out $T d{name}"))}});
                        return [{{string.Join(", ", names.Select(name => $"d{name}"))}}];
                    }
                }

                """,
                type);
        }
    }
}
