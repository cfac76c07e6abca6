using System.Linq;

namespace GenNet.Generator.Tests;

/// <summary>A driver that is kept while the user types must say what a new one says.</summary>
public class EditTests
{
    private const string A = "[Network] [Dense(3, 20, Activation.Sigmoid)] public partial class A;\n" + GeneratorRun.NextFile;
    private const string B = "[Network] [Dense(3, 2, Activation.Softmax)] public partial class B;\n" + GeneratorRun.NextFile;
    private const string C = "[Network] [Dense(4, 2, Activation.Softmax)] public partial class C;\n" + GeneratorRun.NextFile;

    [Fact]
    public void A_mistake_leaves_other_networks_alone()
    {
        string broken = A.Replace("partial ", "", System.StringComparison.Ordinal);
        AssertSame(A + B, broken + B, broken + B + "// a comment", broken + B + C, A + B + C);
    }

    /// <summary>Roslyn's own search for attributes drops the row of a tree that has no match any more, and one edit later takes a neighbour's for it.</summary>
    [Fact]
    public void An_attribute_that_goes_away_leaves_other_networks_alone()
    {
        string gone = A.Replace("class A", "clas A", System.StringComparison.Ordinal), plain = A.Replace("[Network]", "[Netwok]", System.StringComparison.Ordinal);
        AssertSame(A + B + C, gone + B + C, gone + "// a comment\n" + B + C, plain + B + C, A + B + C);
        AssertSame(A + B, gone + B, plain + B, plain + "// a comment\n" + B);
        AssertSame(A + B, plain + B, plain + "// a comment\n" + B, A + B);
    }

    [Fact]
    public void A_mended_mistake_leaves_other_diagnostics_alone()
    {
        string large = A.Replace("20", "0", System.StringComparison.Ordinal), wrong = B.Replace("3", "-3", System.StringComparison.Ordinal);
        AssertSame(large + wrong, A + wrong, A + wrong + "// a comment", large + wrong, large + B, large + B + "// a comment");
    }

    [Fact]
    public void A_name_that_is_typed_on_leaves_other_networks_alone()
    {
        string inner = "public partial class A { [Network] [Dense(4, 2, Activation.Softmax)] public partial class ";
        AssertSame(A + B, A + B + inner, A + B + inner + "N", A + B + inner + "N { } }", B + inner + "N { } }", B);
    }

    /// <summary>The body of a function is what its gradient is made of, in whatever file it stands.</summary>
    [Fact]
    public void A_function_that_changes_has_another_gradient()
    {
        const string F = "public static partial class L { [Differentiable] public static double F(double x) => x * x; [Differentiable] public static double F(double x, double y) => x * y; }\n" + GeneratorRun.NextFile;
        const string G = "public static partial class L { [Differentiable] public static double G(double x) => F(x) + 1; }\n" + GeneratorRun.NextFile;
        string other = F.Replace("x * x", "x + x", System.StringComparison.Ordinal), refused = F.Replace("x * x", "Math.IEEERemainder(x, 2)", System.StringComparison.Ordinal);
        string half = F.Replace("x * x;", "x *", System.StringComparison.Ordinal), unmarked = F.Replace("[Differentiable] public static double F(double x) ", "public static double F(double x) ", System.StringComparison.Ordinal);
        AssertSame(F + G + A, other + G + A, refused + G + A, half + G + A, F + G, unmarked + G + A, G + A, F + "// a comment\n" + G + A);
        GeneratorRun[] runs = [.. GeneratorRun.Through([F + G, other + G]).Select(run => run.Kept)];
        Assert.NotEqual(runs[0].Files, runs[1].Files);
    }

    [Fact]
    public void A_clash_of_names_reruns_its_own_networks_only()
    {
        const string Clash = "namespace a { [Network] [Dense(2, 1)] partial class N; } namespace A { [Network] [Dense(2, 1)] partial class N; }\n" + GeneratorRun.NextFile;
        const string Other = "namespace b { [Network] [Dense(2, 1)] partial class N; } namespace B { [Network] [Dense(2, 1)] partial class N; }\n" + GeneratorRun.NextFile;
        AssertSame(Clash, Other + Clash, Clash, Other);
        var runs = GeneratorRun.Through([Clash, Other + Clash]).ToArray();
        Assert.Equal(runs[0].Kept.Files, runs[1].Kept.Files.Where(file => file.StartsWith('a') || file.StartsWith('A')));
    }

    [Fact]
    public void A_block_that_changes_in_another_file_changes_the_networks_that_use_it()
    {
        const string Block = "[Block] [Dense(20, Activation.Tanh)] public static class Hidden;\n" + GeneratorRun.NextFile;
        const string User = "[Network] [Input(3)] [Layers(typeof(Hidden), Repeat = 2)] [Dense(2, Activation.Softmax)] public partial class User;\n" + GeneratorRun.NextFile;
        string wider = Block.Replace("20", "40", System.StringComparison.Ordinal), wrong = Block.Replace("20", "0", System.StringComparison.Ordinal);
        string unmarked = Block.Replace("[Block] ", "", System.StringComparison.Ordinal), half = Block.Replace("Dense(20,", "Dense(20", System.StringComparison.Ordinal);
        string[] edits = [Block + User + A, wider + User + A, wrong + User + A, unmarked + User + A, half + User + A, wider + "// a comment\n" + User + A, User + A, Block + User + A];
        AssertSame(edits);

        var runs = GeneratorRun.Through(edits).Select(run => run.Kept).ToArray();
        Assert.Contains(runs[0].Files, file => file.Contains("[20 x 20]", System.StringComparison.Ordinal));
        Assert.Contains(runs[1].Files, file => file.Contains("[40 x 40]", System.StringComparison.Ordinal));
        Assert.Equal([0, 0, 1, 1, 0, 0, 0, 0], runs.Select(run => run.Diagnostics.Length));
        Assert.Equal(runs[0], runs[^1]);
    }

    [Fact]
    public void The_body_of_a_function_that_changes_changes_the_networks_that_use_it()
    {
        const string Functions = "public static class Functions { public static float F(float x) => 2 * x; public static void Other() { } }\n" + GeneratorRun.NextFile;
        const string User = "[Network(typeof(Functions), nameof(Functions.L))] [Dense(3, 20, typeof(Functions), nameof(Functions.F))] [Dense(2)] public partial class User;\n" + GeneratorRun.NextFile;
        const string Losses = "public static partial class More { public static double L(ReadOnlySpan<float> y, Span<float> d) => 0; }\n" + GeneratorRun.NextFile;
        string of = Functions.Replace("public static void", "public static float L(float y, float d) => (y - d) * (y - d); public static void", System.StringComparison.Ordinal);
        string steeper = of.Replace("2 * x", "3 * x", System.StringComparison.Ordinal), wrong = of.Replace("2 * x", "x % 2", System.StringComparison.Ordinal);
        string half = of.Replace("2 * x", "2 * ", System.StringComparison.Ordinal), endless = of.Replace("=> 2 * x;", "{ while (x > 1) x /= 2; return x; }", System.StringComparison.Ordinal);
        string moved = endless.Replace("Other() { }", "Other() { /* longer */ }", System.StringComparison.Ordinal), before = endless.Replace("public static class", "// a comment\npublic static class", System.StringComparison.Ordinal);
        string[] edits =
        [
            of + User + A, steeper + User + A, half + User + A, wrong + User + A, endless + User + A, moved + User + A, before + User + A, of + Losses + User + A, User + A,
            of.Replace("class Functions", "class Function", System.StringComparison.Ordinal) + User + A, of + User + A,
        ];
        AssertSame(edits);

        var runs = GeneratorRun.Through(edits).Select(run => run.Kept).ToArray();
        Assert.Contains(runs[0].Files, file => file.Contains("2f * z", System.StringComparison.Ordinal));
        Assert.Contains(runs[1].Files, file => file.Contains("3f * z", System.StringComparison.Ordinal));
        Assert.Equal([0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0], runs.Select(run => run.Diagnostics.Length));
        Assert.Equal(runs[0], runs[^1]);
    }

    [Theory]
    [InlineData("public partial class Net { $ public partial class", 0)]
    [InlineData("$ public partial class", 0)]
    [InlineData("namespace A. { $ public partial class Net; }", 0)]
    [InlineData("public partial class { $ public partial class Net; }", 0)]
    [InlineData("namespace Outer { $ public partial class Net; } public partial class Outer { $ public partial class Net; }", 2)]
    [InlineData("public partial class A { $ public partial class Net; } public partial struct A { $ public partial class Net; }", 2)]
    [InlineData("$ public partial class A; public struct A { }", 1)]
    [InlineData("$ public partial class A; [Network] public partial class A;", 1)]
    public void Half_typed_programs_do_not_crash_the_generator(string source, int networks)
    {
        GeneratorRun run = GeneratorRun.Through([source.Replace("$", "[Network] [Dense(2, 1)]", System.StringComparison.Ordinal)]).Single().Fresh;
        Assert.Empty(run.Diagnostics);
        Assert.Equal(networks, run.Files.Length);
    }

    private static void AssertSame(params string[] sources)
    {
        foreach ((GeneratorRun kept, GeneratorRun fresh, _) in GeneratorRun.Through(sources))
            Assert.Equal(fresh.ToString(), kept.ToString());
    }
}
