using System.Linq;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Tests;

/// <summary>Emitted members beside those of base classes, and in assemblies that promise more: no warning, at the strictest level.</summary>
public class BaseClassTests
{
    private const string Layers = "[Network] [Dense(3, 20, Activation.Sigmoid)] [Dense(2, Activation.Softmax)]";

    [Theory]
    [InlineData("public void Save(string path) { }")]
    [InlineData("protected virtual void Save(System.IO.Stream stream) { }")]
    [InlineData("public void Save(int format) { }")]
    [InlineData("public void Save<T>(string path) { }")]
    [InlineData("public void Save(ref string path) { }")]
    [InlineData("private void Save(string path) { }")]
    [InlineData("internal static object Load(string path) => path;")]
    [InlineData("public int Save;")]
    [InlineData("public int InputSize => 3;")]
    [InlineData("public void InputSize() { }")]
    [InlineData("public const string OutputSize = \"\", ParameterCount = \"\";")]
    [InlineData("public static object? Layout { get; set; }")]
    [InlineData("public class Layout { }")]
    [InlineData("public class Parameters { } public event System.Action? Inspect { add { } remove { } }")]
    [InlineData("public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) { }")]
    [InlineData("public float Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => 0;")]
    [InlineData("public float Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients) => 0;")]
    [InlineData("public float Backward(ReadOnlySpan<float> i, ReadOnlySpan<float> t, Span<float> g, Span<float> ig, Workspace<float> workspace) => 0;")]
    [InlineData("public float Backward(ReadOnlySpan<double> inputs, ReadOnlySpan<float> targets, Span<float> gradients) => 0;")]
    [InlineData("public static object CreateWorkspace() => 1; protected object Restore = 1; protected int _memory = 1; protected internal int LossAndGradients => 1;")]
    [InlineData("public static int CreateWorkspace(int of) => of;")]
    public void A_member_of_a_base_class_may_have_any_name_of_the_surface(string member)
    {
        Compiled compiled = Compiled.From($"public class Basis {{ {member} }} public class Middle : Basis {{ }} {Layers} public partial class Net : Middle;");
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
    }

    [Fact]
    public void An_abstract_member_of_a_base_class_is_overridden()
    {
        Compiled compiled = Compiled.From($"public abstract class Basis {{ public abstract float Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets); }} {Layers} public partial class Net : Basis;");
        compiled.AssertNoProblem();
        Assert.Contains("public override float Evaluate(global::System.ReadOnlySpan<float> inputs", compiled.Files[0].Text, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Network]", "[Dense(2, 2, Activation.Sigmoid)] [Dense(1, Activation.Sigmoid)]")]
    [InlineData("[Network]", "[Dense(3, 20, Activation.Sigmoid)] [Dropout(0.5)] [Maxout(4, 3)] [Dense(2, Activation.Softmax)]")]
    [InlineData("[Network(Precision = Precision.Double)]", "[Dense(3, 20, Activation.Sigmoid)] [Dense(2, Activation.GELU)]")]
    [InlineData("[Network(Mode = NetworkMode.Inference)]", "[Dense(3, 20, Activation.Sigmoid)] [Dense(2, Activation.Softmax)]")]
    public void A_network_is_CLS_compliant(string network, string layers)
    {
        Compiled compiled = Compiled.From($"[assembly: CLSCompliant(true)] {network} {layers} public partial class Net; public class Outer {{ }} ");
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
    }
}
