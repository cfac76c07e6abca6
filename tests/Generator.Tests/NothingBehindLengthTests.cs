using System;

namespace GenNet.Generator.Tests;

/// <summary>What layers compute behind the length of a row, where nothing is, need not be finite: it shows in no gradient.</summary>
public class NothingBehindLengthTests
{
    private const string Source = """
        using System.Linq;

        [Network(Precision = Precision.Double)]
        [Input(6, 3, Lengths = true)]
        [Dense(4, nameof(Logarithm), Bias = false)]
        [Dense(5, Activation.Tanh)]
        [GlobalAveragePool]
        public partial class Poles
        {
            [Differentiable]
            private static double Logarithm(double x) => Math.Log(x * x);
        }

        [Network]
        [Input(900, 2, Lengths = true)]
        [SimpleRnn(6, Activation.ReLU)]
        [Dense(5)]
        public partial class Growing;

        public static class User
        {
            public static bool PolesAreFinite()
            {
                var net = new Poles(1);
                double[] x = [.. Enumerable.Range(1, 9), .. Enumerable.Repeat(double.NaN, 9), 3], gradients = net.CreateGradients(), dx = new double[19];
                net.Backward(x, new double[5], gradients, dx);
                return gradients.All(double.IsFinite) && dx.All(double.IsFinite)
                    && GradientCheck.Run<Poles, double>(net, x, new double[5]).Passed;
            }

            public static bool GrowthIsFinite()
            {
                var net = new Growing(1);
                Growing.Layout.Write<float>(net.Parameters, "0.weight_ih_l0", Enumerable.Repeat(0.5f, 12).ToArray());
                Growing.Layout.Write<float>(net.Parameters, "0.weight_hh_l0", Enumerable.Repeat(0.5f, 36).ToArray());
                float[] x = [.. Enumerable.Repeat(0.5f, 8), .. Enumerable.Repeat(float.NaN, 1792), 4], gradients = net.CreateGradients(), dx = new float[1801];
                net.Backward(x, new float[5], gradients, dx);
                return gradients.All(float.IsFinite) && dx.All(float.IsFinite) && gradients.Any(gradient => gradient != 0);
            }
        }
        """;

    private static readonly Lazy<Type> User = new(() => Compiled.From(Source).Load().GetType("User", throwOnError: true)!);

    [Theory]
    [InlineData("PolesAreFinite")]
    [InlineData("GrowthIsFinite")]
    public void Gradients_are_finite_whatever_stands_where_a_row_has_no_steps(string holds) => Assert.Equal(true, User.Value.GetMethod(holds)!.Invoke(null, null));
}
