using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Tests;

/// <summary>The scalar algebra: derivatives, output forms, printing.</summary>
public class ExpressionTests
{
    private static readonly double[] Points = [-7.3, -2.1, -0.9, -0.31, 0.27, 0.8, 1.7, 6.1];

    public static TheoryData<string> Functions => new(Enum.GetNames<Activation>().Where(name => name != nameof(Activation.Softmax)));

    /// <summary>A step has two values, and none of them is NaN.</summary>
    public static TheoryData<string> FunctionsOfTheReals => new(Functions.Select(row => (string)row.Data).Where(name => name != "Step"));

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_derivative_of_an_activation_agrees_with_central_differences(string activation)
    {
        ActivationFunction function = Of(activation);
        foreach (double z in Points)
        {
            double F(double at) => Evaluation.Of(function.Value, ("z", at));
            double numeric = (F(z + 1e-6) - F(z - 1e-6)) / 2e-6;
            Assert.Equal(numeric, Evaluation.Of(function.Derivative, ("z", z), ("a", F(z))), 1e-8);
        }
    }

    [Theory]
    [InlineData(nameof(Activation.Sigmoid), "a (1 - a)")]
    [InlineData(nameof(Activation.Tanh), "1 - a^2")]
    [InlineData(nameof(Activation.ReLU), "0 where a <= 0, else 1")]
    [InlineData(nameof(Activation.LeakyReLU), "0.3 where a <= 0, else 1")]
    [InlineData(nameof(Activation.ELU), "a + 0.3 where a <= 0, else 1")]
    [InlineData(nameof(Activation.Softsign), "1 / (|z| + 1)^2")]
    [InlineData(nameof(Activation.Softplus), "sigmoid(z)")]
    [InlineData(nameof(Activation.HardTanh), "0 where z >= 1, else (0 where z <= -1, else 1)")]
    public void A_derivative_reads_as_a_person_would_write_it(string activation, string formula) =>
        Assert.Equal(formula, MathPrinter.Print(Of(activation).Derivative));

    [Fact]
    public void A_slope_that_changes_the_sign_keeps_the_question_about_z() =>
        Assert.Equal("-0.3 where z <= 0, else 1", MathPrinter.Print(ActivationFunction.Of(Activation.LeakyReLU, -0.3).Derivative));

    [Theory]
    [MemberData(nameof(FunctionsOfTheReals))]
    public void Nan_passes_through(string activation) =>
        Assert.Equal(double.NaN, Evaluation.Of(Of(activation).Value, ("z", double.NaN)));

    [Theory]
    [InlineData(nameof(Loss.HalfSquaredError))]
    [InlineData(nameof(Loss.MeanSquaredError))]
    [InlineData(nameof(Loss.MeanAbsoluteError))]
    [InlineData(nameof(Loss.Huber))]
    public void The_derivative_of_a_loss_agrees_with_central_differences(string loss)
    {
        Expr value = LossFunction.Of(Enum.Parse<Loss>(loss)).OfOutput!, derivative = Differentiator.Differentiate(value, LossFunction.Y);
        foreach (double y in Points)
        {
            double F(double at) => Evaluation.Of(value, ("y", at), ("d", 0.5));
            Assert.Equal((F(y + 1e-6) - F(y - 1e-6)) / 2e-6, Evaluation.Of(derivative, ("y", y), ("d", 0.5)), 1e-7);
        }
    }

    [Fact]
    public void The_gradient_of_binary_cross_entropy_is_y_minus_d() =>
        Assert.Equal("sigmoid(z) - d", MathPrinter.Print(Differentiator.Differentiate(LossFunction.Of(Loss.BinaryCrossEntropy).OfLogit!, ActivationFunction.Z)));

    [Fact]
    public void Parentheses_stand_where_they_are_needed()
    {
        Expr a = new Variable("a"), b = new Variable("b"), c = new Variable("c");
        var style = new ScalarStyle("float");
        Assert.Equal("a - (b - c)", Print(a - (b - c), style));
        Assert.Equal("a - b - c", Print(a - b - c, style));
        Assert.Equal("a / (b * c)", Print(a / (b * c), style));
        Assert.Equal("(a + b) * c", Print((a + b) * c, style));
        Assert.Equal("-(a + b)", Print(-(a + b), style));
        Assert.Equal("0.1f * (a + b)", Print(0.1 * (a + b), style));
        Assert.Equal("(a <= 0f ? b : c)", Print(Expr.Select(a, Comparison.LessThanOrEqual, 0, b, c), style));
    }

    [Fact]
    public void The_vector_form_is_the_scalar_form_in_vectors()
    {
        Expr z = new Variable("z");
        Expr e = Expr.Select(z, Comparison.LessThanOrEqual, 0, 0.25 * z, Expr.Call(Function.Tanh, z) + 0.5);
        Assert.Equal("(z <= 0f ? 0.25f * z : VectorMath.Tanh(z) + 0.5f)", Print(e, new ScalarStyle("float")));
        Assert.Equal(
            "Vector.ConditionalSelect(Vector.LessThanOrEqual(z, Vector<double>.Zero), 0.25 * z, VectorMath.Tanh(z) + Vector.Create(0.5))",
            Print(e, new VectorStyle("double", "Vector")));
    }

    [Fact]
    public void What_is_used_twice_is_a_local()
    {
        Expr z = new Variable("z");
        Expr s = Expr.Call(Function.Sigmoid, z);
        var (locals, results) = ExpressionPrinter.Print([s * (1 - s), z * s], new ScalarStyle("float"), new Dictionary<Expr, string> { [s] = "s" });
        Assert.Equal([("s", "VectorMath.Sigmoid(z)")], locals);
        Assert.Equal(["s * (1f - s)", "z * s"], results);
    }

    /// <summary>Written out, the last of these would have 2^1000 terms.</summary>
    [Theory]
    [InlineData("u * u")]
    [InlineData("u + sin(u)")]
    [InlineData("u / (1 + u)")]
    [InlineData("u where u > 0, else -u")]
    [InlineData("max(u, 1 - u)")]
    public void A_chain_that_uses_each_part_twice_is_differentiated_and_printed_at_once(string link)
    {
        Expr Chain()
        {
            Expr u = ActivationFunction.Z;
            for (int i = 0; i < 1000; i++)
            {
                u = link switch
                {
                    "u * u" => u * u,
                    "u + sin(u)" => u + Expr.Call(Function.Sin, u),
                    "u / (1 + u)" => u / (1 + u),
                    "u where u > 0, else -u" => Expr.Select(u, Comparison.GreaterThan, 0, u, -u),
                    _ => Expr.Call(Function.Max, u, 1 - u),
                };
            }

            return u;
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Expr value = Chain(), derivative = Differentiator.Differentiate(value, ActivationFunction.Z);
        Assert.Equal(value, Chain());
        Expr slope = OutputForm.Of(value, derivative, ActivationFunction.Z, ActivationFunction.A), scaled = 0.3 * slope;
        Expr renamed = scaled.Replace(ActivationFunction.Z, new Variable("x")).Substitute(new Variable("x"), new Variable("z1"));
        Assert.False(renamed.Contains(ActivationFunction.Z));
        var (locals, _) = ExpressionPrinter.Print([value, renamed], new VectorStyle("float", "Vector"));
        Assert.InRange(locals.Count, 500, 20_000);
        Assert.Null(MathPrinter.Readable(derivative));
        Assert.InRange(MathPrinter.Print(derivative).Length, 1, 100);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1);
    }

    private static ActivationFunction Of(string activation) => ActivationFunction.Of(Enum.Parse<Activation>(activation), 0.3);

    private static string Print(Expr expression, ExpressionStyle style) => ExpressionPrinter.Print([expression], style).Results[0];
}
