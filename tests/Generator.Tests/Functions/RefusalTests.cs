using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Tests.Functions;

/// <summary>What cannot be differentiated gives one diagnostic at its place, and no other mistake follows from it: not even where the gradient is called.</summary>
public class RefusalTests
{
    /// <summary>The diagnostics that are tested here.</summary>
    internal static readonly string[] Ids = ["GENNET046", "GENNET047", "GENNET048", "GENNET049"];

    [Theory]
    [InlineData("double F(double x) { while (x < 3) x *= 2; return x; }", "while (x < 3) x *= 2;", "How often this loop runs is not known before: write a for loop from a first to a last index")]
    [InlineData("double F(double x) { do x *= 2; while (x < 3); return x; }", "do x *= 2; while (x < 3);", "How often this loop runs is not known before: write a for loop from a first to a last index")]
    [InlineData("double F(double x) { for (int i = 0; i < x; i++) x *= 2; return x; }", "x", "A differentiated number decides how often this loop runs: let a whole number among the parameters decide it")]
    [InlineData("double F(double x) { int n = 3; if (x > 0) n = 4; for (int i = 0; i < n; i++) x *= 2; return x; }", "n", "A differentiated number decides how often this loop runs: let a whole number among the parameters decide it")]
    [InlineData("double F(double x) { for (int i = 0; i < 9; i++) { if (x > 4) break; x *= 2; } return x; }", "break;", "'break;' leaves a loop early, so its length would not be known before: put what is left out into an if")]
    [InlineData("double F(double x) { for (int i = 0; i < 9; i++) { if (x > 4) return x; x *= 2; } return x; }", "return x;", "A return within a loop is not followed: assign to a local, and return behind the loop")]
    [InlineData("double F(double x) { for (int i = 1; i < 9; i *= 2) x *= 2; return x; }", "i *= 2", "The step of 'i' is no constant: write for (int i = first; i < limit; i++), or with <=, >, >=, i--, i += 2 and the like")]
    [InlineData("double F(double x) { for (int i = 0; i < 9; i--) x *= 2; return x; }", "i--", "The step of 'i' does not lead to the limit: write for (int i = first; i < limit; i++), or with <=, >, >=, i--, i += 2 and the like")]
    [InlineData("double F(double x, int n) { for (int i = 0; i < n; i++) n--; return x; }", "n", "The loop changes 'n', which decides how often it runs: copy it into a local before the loop")]
    [InlineData("double F(double x) { for (int i = 0; i < 9; i++) i++; return x; }", "i++;", "The loop changes its own index 'i': write for (int i = first; i < limit; i++), or with <=, >, >=, i--, i += 2 and the like")]
    [InlineData("double F(double x) { for (double t = 0; t < 1; t += 0.1) x *= 2; return x; }", "t = 0", "The index 't' is no int or long: write for (int i = first; i < limit; i++), or with <=, >, >=, i--, i += 2 and the like")]
    [InlineData("double F(double x) { int i; for (i = 0; i < 9; i++) x *= 2; return x; }", "for (i = 0; i < 9; i++) x *= 2;", "This loop declares no index, or several: write for (int i = first; i < limit; i++), or with <=, >, >=, i--, i += 2 and the like")]
    [InlineData("double F(double x) => Other(x); static double Other(double x) => x;", "Other(x)", "'Other' is not [Differentiable]: mark it, or write what it computes; where its value is to be a constant, compute it before and hand it over as a [Constant] parameter")]
    [InlineData("double F(double x) => Math.IEEERemainder(x, 2);", "Math.IEEERemainder(x, 2)", "Math.IEEERemainder with 2 arguments has no derivative here: write it with the other functions of Math")]
    [InlineData("double F(double x) => Math.Log(x, 3);", "Math.Log(x, 3)", "Math.Log with 2 arguments has no derivative here: Math.Log(x) / Math.Log(b) is the logarithm of base b")]
    [InlineData("double F(double x) => Math.Round(x, 3);", "Math.Round(x, 3)", "Math.Round with 2 arguments has no derivative here: its derivative is zero: round outside")]
    [InlineData("double F(double x) => double.Hypot(x, 3);", "double.Hypot(x, 3)", "Double.Hypot with 2 arguments has no derivative here: write Math.Sqrt(x * x + y * y)")]
    [InlineData("double F(double x) => (double)(decimal)x;", "(double)(decimal)x", "A decimal is neither differentiated nor a whole number: use float or double")]
    [InlineData("double F(double x) => x switch { > 0 => x, _ => 0 };", "x switch { > 0 => x, _ => 0 }", "A switch has no derivative here: write conditional expressions, a ? b : c")]
    [InlineData("double F(double x) { switch (x) { default: return x; } }", "switch (x) { default: return x; }", "A switch is not followed: write if and else")]
    [InlineData("double F(double x) { double y; return y = x; }", "y = x", "An assignment within an expression is not followed: make it a statement of its own")]
    [InlineData("double F(double x) { double G(double u) => u; return G(x); }", "double G(double u) => u;", "A local function is not followed: make it a method and mark it [Differentiable]")]
    [InlineData("double F(double x) { Func<double, double> g = u => u; return g(x); }", "g = u => u", "A local of type System.Func<double, double> is not followed: use float, double, whole numbers and bool")]
    [InlineData("double F(double x) { Console.WriteLine(x); return x; }", "Console.WriteLine(x)", "'Console.WriteLine(x)' does something that is not followed: write assignments; what else is to be done, do outside")]
    [InlineData("double F(double x) => x is > 0 and < 1 ? x : 0;", "x is > 0 and < 1", "A pattern is not followed: write a comparison")]
    [InlineData("double F(double x) { ref double y = ref x; return y; }", "y = ref x", "A ref local is not followed: use the variable itself")]
    [InlineData("double F(ReadOnlySpan<double> x) { double s = 0; foreach (double v in new double[3]) s += v; return s; }", "new double[3]", "This is no span among the parameters that is only read: write for (int i = first; i < limit; i++), or with <=, >, >=, i--, i += 2 and the like")]
    [InlineData("double F(double x) { Scale = x; return x; } static double Scale;", "Scale", "'Scale' is not the function's own: assign to locals, and to numbers of the spans among its parameters")]
    [InlineData("double F(double x, Span<double> y) { y[0] = x; return x; }", "y", "'F' returns a number and writes 'y': let it do one of both")]
    [InlineData("void F(double x) { }", "F", "'F' neither returns a number nor writes a span: return a float or double, or assign to the numbers of a Span")]
    [InlineData("void F(double x, [Constant] Span<double> y, Span<double> z) { y[0] = 1; z[0] = x; }", "y[0]", "'y' is [Constant], so it cannot be written: write another span")]
    [InlineData("double F(ReadOnlySpan<double> x) => G(x[1..]); [Differentiable] static double G(ReadOnlySpan<double> x) => x[0];", "x[1..]", "Only a whole span among the parameters, which is only read, is handed on: hand the span itself over, with the places as whole numbers")]
    [InlineData("double F(double x, bool b) => b && G(x) > 0 ? x : 0; [Differentiable] static double G(double x) => x;", "G(x)", "A call within the second half of a condition is not followed: assign it to a local before")]
    [InlineData("double F(double x) => G(x, x); [Differentiable] static double G(double x, [Constant] double c) => c * x;", "x", "'c' is [Constant] there, and this depends on what is differentiated, so its gradient would be lost: remove [Constant] there, or hand over what is constant here too")]
    [InlineData("double F(double x) { throw new Exception(); }", "throw new Exception();", "'throw new Exception();' is not understood: write declarations, assignments, if, for and return")]
    public void What_stands_in_a_body(string method, string place, string message) => AssertOne($"[Differentiable] public static {method}", "GENNET046", place, message);

    [Theory]
    [InlineData("[Differentiable] public static double F<T>(double x) => x;", "F", "'F' is [Differentiable], but it, or a type around it, is generic: write it for float or double, in a type that is not generic")]
    [InlineData("[Differentiable] public static int F(double x) => 1;", "F", "'F' is [Differentiable], but it returns int: return a float or double, or nothing and write a Span")]
    [InlineData("[Differentiable] public static double F(double[] x) => x[0];", "F", "'F' is [Differentiable], but 'x' is an array: take a ReadOnlySpan, to which arrays convert, or mark it [Constant]")]
    [InlineData("[Differentiable] public static double F(ref double x) => x;", "F", "'F' is [Differentiable], but 'x' is a ref parameter: return the number, or write it to a Span")]
    [InlineData("[Differentiable(Order = 3)] public static double F(double x) => x;", "Differentiable(Order = 3)", "'F' is [Differentiable], but its Order is 3: 1 is the gradient, 2 the product of the Hessian with a vector too")]
    [InlineData("[Differentiable(Order = 2)] public static void F(double x, Span<double> y) => y[0] = x;", "Differentiable(Order = 2)", "'F' is [Differentiable], but its Order is 2 and it returns no number: return a number, or leave Order out")]
    [InlineData("[Differentiable(Order = 2)] public static double F(double x) => G(x); [Differentiable] static double G(double x) => x;", "Differentiable(Order = 2)", "'F' is [Differentiable], but its Order is 2 and it calls 'G', whose Order is 1: mark 'G' with Order = 2 too")]
    [InlineData("[Differentiable(Graph = true)] public static double F(double x) { for (int i = 0; i < 3; i++) x *= 2; return x; }", "Differentiable(Graph = true)", "'F' is [Differentiable], but its Graph is asked for: a graph is of numbers alone: leave loops, branches, calls, spans and whole numbers out, or Graph")]
    public void What_stands_in_a_declaration(string method, string place, string message) => AssertOne(method, "GENNET047", place, message);

    [Theory]
    [InlineData("[Differentiable] public static double F(double x) => x; public static double F(double x, out double dx) => dx = x;", "F")]
    [InlineData("[Differentiable] public static double F(double x) => x; static int FKeptLength;", "FKeptLength")]
    [InlineData("[Differentiable(Graph = true)] public static double F(double x) => x; static int FGraph() => 1;", "FGraph")]
    [InlineData("[Differentiable(Order = 2)] public static double F(double x) => x; static int FHessianProduct() => 1;", "FHessianProduct")]
    public void A_member_that_takes_the_place(string members, string place)
    {
        Diagnostic diagnostic = Assert.Single(Compiled.From(Source(members, call: false)).Reported);
        Assert.Equal(("GENNET049", $"'Lecture' has another member '{place}' that takes the place of the gradient of 'F': rename one of them"), (diagnostic.Id, diagnostic.GetMessage(null)));
        Assert.Equal(place, Place(diagnostic));
    }

    [Fact]
    public void A_method_of_an_object()
    {
        Compiled compiled = Compiled.From("public partial class Lecture { [Differentiable] public double F(double x) => x; }");
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal("'F' is [Differentiable], but it is not static: make it static, and hand over what it needs of its object", diagnostic.GetMessage(null));
        compiled.AssertNoProblem();
    }

    [Fact]
    public void A_type_that_is_not_partial()
    {
        Compiled compiled = Compiled.From("public static class Lecture { [Differentiable] public static double F(double x) => x; }");
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal("'F' is [Differentiable], but 'Lecture' is not partial: make 'Lecture' partial, so that the gradient can be written into it", diagnostic.GetMessage(null));
        compiled.AssertNoProblem();
    }

    /// <summary>The compiler reports what does not compile; the generator says nothing of it, and a call of the gradient is no mistake.</summary>
    [Theory]
    [InlineData("[Differentiable] public static double F(double x) => x +;")]
    [InlineData("[Differentiable] public static double F(double x) { return x * \"a\"; }")]
    [InlineData("[Differentiable] public static double F(double x) { double y; return y; }")]
    [InlineData("[Differentiable] public static double F(double x) { }")]
    public void Source_that_does_not_compile_has_the_compilers_errors_only(string method)
    {
        string[] without = [.. Errors(method.Replace("[Differentiable]", "", StringComparison.Ordinal), call: false)];
        Assert.NotEmpty(without);
        Assert.Equal(without, Errors(method, call: true));
        Assert.Empty(Compiled.From(Source(method, call: true)).Reported);
    }

    /// <summary>What other generators, or this one, write is not there yet.</summary>
    [Fact]
    public void A_name_that_is_not_there_is_reported()
    {
        Compiled compiled = Compiled.From(Source("[Differentiable] public static double F(double x) => x * Net.InputSize;", call: true) + " [Network] [Dense(2, 1)] public partial class Net;");
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal(("GENNET048", "InputSize"), (diagnostic.Id, Place(diagnostic)));
        compiled.AssertNoProblem();
    }

    private static void AssertOne(string method, string id, string place, string message)
    {
        Compiled compiled = Compiled.From(Source(method, call: false));
        Assert.True(compiled.Reported.Length == 1, string.Join('\n', compiled.Problems));
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((id, message), (diagnostic.Id, diagnostic.GetMessage(null)));
        Assert.Equal(place, Place(diagnostic));
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.DoesNotContain(compiled.Problems, problem => problem.Severity == DiagnosticSeverity.Error);
    }

    private static System.Collections.Generic.IEnumerable<string> Errors(string method, bool call) => Compiled.From(Source(method, call)).Compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.GetMessage(null));

    private static string Source(string method, bool call) =>
        $"public static partial class Lecture {{ {method} }}{(call ? " public static class User { public static double Call() { Lecture.F(1, out double dx); return dx; } }" : "")}";

    private static string Place(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
