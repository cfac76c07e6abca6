using System;
using System.Linq;

namespace GenNet.Generator.Tests;

/// <summary>Arguments that are allowed, as far out as they can be.</summary>
public class ExtremesTests
{
    private static readonly string[] Losses = ["HalfSquaredError", "MeanSquaredError", "MeanAbsoluteError", "Huber"];

    public static TheoryData<string, string, string> Alphas
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (string activation in new[] { "LeakyReLU", "ELU" })
            {
                foreach (string alpha in new[] { "2e38", "-2e38", "3.4028235e38", "1e-46", "1e-38", "-0.0", "0" })
                    cases.Add("Float", activation, alpha);
                foreach (string alpha in new[] { "1e308", "-1e308", "double.MaxValue", "double.Epsilon", "1e-310", "4e38" })
                    cases.Add("Double", activation, alpha);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Alphas))]
    public void A_constant_that_is_not_finite_is_never_emitted(string precision, string activation, string alpha)
    {
        string network = string.Concat(Losses.SelectMany((loss, i) => new[] { (Size: 2, Name: "Small"), (Size: 40, Name: "Large") }.Select(size =>
            $"[Network(Loss.{loss}, Precision = Precision.{precision})] [Dense({size.Size}, 3, Activation.{activation}, Alpha = {alpha})] "
            + $"[Dense(2, Activation.{activation}, Alpha = {alpha})] public partial class {size.Name}{i};")));
        Compiled compiled = Compiled.From(network);

        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
        foreach ((string _, string text) in compiled.Files)
        {
            Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN(", text, StringComparison.Ordinal);
            Assert.DoesNotContain("NaNf", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_most_pieces_compile_to_no_more_text_than_a_few()
    {
        Compiled few = Maxout(3), many = Maxout(1024);
        Assert.InRange(many.Files.Sum(file => file.Text.Length), 0, few.Files.Sum(file => file.Text.Length) + 500);

        static Compiled Maxout(int pieces)
        {
            Compiled compiled = Compiled.From($"[Network] [Maxout(20, 3, {pieces})] [Dense(2, Activation.Tanh)] public partial class Net;");
            Assert.Empty(compiled.Reported);
            compiled.AssertNoProblem();
            Assert.True(compiled.Compilation.Emit(System.IO.Stream.Null).Success);
            return compiled;
        }
    }

    [Fact]
    public void Too_many_pieces_in_every_layer_are_reported_in_each()
    {
        Compiled compiled = Compiled.From($"[Network] [Maxout(int.MaxValue, int.MaxValue, int.MaxValue)] {string.Concat(Enumerable.Repeat("[Maxout(int.MaxValue, int.MaxValue)] ", 8))}public partial class Net;");
        Assert.Equal(9, compiled.Reported.Count(diagnostic => diagnostic.Id == "GENNET026"));
        compiled.AssertNoProblem();
    }
}
