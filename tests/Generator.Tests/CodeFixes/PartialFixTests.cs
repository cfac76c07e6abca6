using GenNet.CodeFixes;

namespace GenNet.Generator.Tests.CodeFixes;

public class PartialFixTests
{
    private const string Layers = "[Network] [Dense(2, 1, Activation.Tanh)] ";

    [Theory]
    [InlineData(Layers + "class Net;", Layers + "partial class Net;")]
    [InlineData(Layers + "public sealed class Net { }", Layers + "public sealed partial class Net { }")]
    [InlineData("/// <summary>A.</summary>\n[Network] // one\n[Dense(2, 1)] // two\n  /* three */ public /* four */ class Net;", "/// <summary>A.</summary>\n[Network] // one\n[Dense(2, 1)] // two\n  /* three */ public /* four */ partial class Net;")]
    public void The_class_becomes_partial(string before, string after) => Mending.Check<PartialFixProvider>(before, "Make 'Net' partial", after);

    [Fact]
    public void So_does_what_is_around_it() => Mending.Check<PartialFixProvider>(
        $"namespace N; public class A {{ internal interface B {{ public partial record struct C {{ {Layers} public class Net; }} }} }}",
        "Make 'A' and 'B' and 'Net' partial",
        $"namespace N; public partial class A {{ internal partial interface B {{ public partial record struct C {{ {Layers} public partial class Net; }} }} }}");

    [Fact]
    public void So_does_what_is_around_a_partial_class() => Mending.Check<PartialFixProvider>(
        $"public record A {{ internal static class B {{ {Layers} internal partial class Net; }} }}",
        "Make 'A' and 'B' partial",
        $"public partial record A {{ internal static partial class B {{ {Layers} internal partial class Net; }} }}");

    [Fact]
    public void What_two_networks_share_becomes_partial_once() => Mending.CheckAll<PartialFixProvider>(
        $"static class A {{ {Layers} internal class Net; {Layers} internal class Bet; }} {Layers} class Let;",
        "Make 'A' and 'Net' partial",
        $"static partial class A {{ {Layers} internal partial class Net; {Layers} internal partial class Bet; }} {Layers} partial class Let;");
}
