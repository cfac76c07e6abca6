using GenNet.CodeFixes;

namespace GenNet.Generator.Tests.CodeFixes;

public class StaticFixTests
{
    [Theory]
    [InlineData("[Network] [Dense(2, 1, nameof(F))] partial class Net { float F(float x) => x * x; }", "[Network] [Dense(2, 1, nameof(F))] partial class Net { static float F(float x) => x * x; }")]
    [InlineData("[Network] [Dense(2, 1, nameof(F))] partial class Net\n{\n    // squared\n    private /* a */ float F(float x) => x * x;\n}", "[Network] [Dense(2, 1, nameof(F))] partial class Net\n{\n    // squared\n    private /* a */ static float F(float x) => x * x;\n}")]
    [InlineData("[Network(nameof(L))] [Dense(2, 1)] partial class Net { float L(float y, float d) => (y - d) * (y - d); }", "[Network(nameof(L))] [Dense(2, 1)] partial class Net { static float L(float y, float d) => (y - d) * (y - d); }")]
    [InlineData("[Network] [Dense(2, 1, function: \"F\")] partial class Net { private partial float F(float x); private partial float F(float x) => x * x; }", "[Network] [Dense(2, 1, function: \"F\")] partial class Net { private static partial float F(float x); private static partial float F(float x) => x * x; }")]
    [InlineData("[Network] [Dense(2, 1, nameof(F))] partial class Net : A; class A { public float F(float x) => x * x; }", "[Network] [Dense(2, 1, nameof(F))] partial class Net : A; class A { public static float F(float x) => x * x; }")]
    public void The_method_becomes_static(string before, string after) =>
        Mending.Check<StaticFixProvider>(before, before.Contains("nameof(L)", System.StringComparison.Ordinal) ? "Make 'L' static" : "Make 'F' static", after);

    [Fact]
    public void It_may_stand_in_another_file_and_be_named_twice() => Mending.CheckAll<StaticFixProvider>(
        "[Network] [Dense(2, 3, typeof(A), nameof(A.F))] [Dense(1, typeof(A), nameof(A.F))] partial class Net;\n//---\nclass A\n{\n    public float F(float x) => x * x;\n}\n",
        "Make 'F' static",
        "[Network] [Dense(2, 3, typeof(A), nameof(A.F))] [Dense(1, typeof(A), nameof(A.F))] partial class Net;\n//---\nclass A\n{\n    public static float F(float x) => x * x;\n}\n");

    [Theory]
    [InlineData("[Network] [Dense(2, 1, nameof(F))] partial class Net { float _a; float F(float x) => _a * x; }")]
    [InlineData("[Network] [Dense(2, 1, nameof(F))] partial class Net { public virtual float F(float x) => x * x; }")]
    public void One_that_needs_an_object_is_left_alone(string source) => Assert.Empty(Mending.Titles<StaticFixProvider>(source));
}
