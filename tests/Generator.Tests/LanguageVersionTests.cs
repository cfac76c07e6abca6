using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Generator.Tests;

/// <summary>Projects that are compiled as an older C# than the newest.</summary>
public class LanguageVersionTests
{
    /// <summary>Two networks as C# 11 can declare them, and code that uses one.</summary>
    private const string Old = """
        [Network] [Dense(2, 3, Activation.Tanh)] public partial class Net { }
        [Network] [Dense(4, 3, Activation.Tanh)] public partial class Bet { }

        internal static class Program
        {
            public static float Use()
            {
                var trainer = new Trainer<Net>(new Net(seed: 1), new Sgd(0.1f));
                return trainer.Step(new float[Net.InputSize], new float[Net.OutputSize]);
            }
        }
        """;

    /// <summary>One network for each way of emission, and for each kind of statement in it.</summary>
    public static TheoryData<string> Declarations =>
    [
        .. Enum.GetValues<Loss>().Select(loss => $"[Network(Loss.{loss})] [Dense(20, 33, Activation.ReLU)] [Dense(3, Activation.{Fitting(loss)})] public partial class Net;")
            .Where(declaration => !declaration.Contains("Step", StringComparison.Ordinal)),
        .. Enum.GetValues<Activation>().Where(activation => activation is not (Activation.Softmax or Activation.Step or Activation.Sign)).SelectMany(activation => (string[])
        [
            $"[Network] [Dense(20, 33, Activation.{activation})] [Dense(3, Activation.Identity)] public partial class Net;",
            $"[Network(Precision = Precision.Double)] [Dense(2, 3, Activation.{activation})] [Dense(1, Activation.Identity)] public partial class Net;",
        ]),
        "[Network] [Dense(20, 33, Activation.Step)] public partial class Net;",
        "[Network] [Dense(2, 1, Activation.Sign)] public partial class Net;",
        "[Network] [Dropout(20, 0.2)] [Maxout(33, 3)] [Dropout(0.5)] [Dense(3, Activation.Softmax)] public partial class Net;",
        "[Network] [Dropout(2, 0.2)] [Maxout(3, 3)] [Dropout(0.5)] [Dense(3, Activation.Softmax)] public partial class Net;",
        "[Network] [Dense(784, 512, Activation.Tanh)] [Dense(1024, Activation.Tanh, Bias = false)] [Dense(10, Activation.Softmax, Init = Init.Orthogonal, Name = \"out\")] public partial class Net;",
        "[Network(Mode = NetworkMode.Inference)] [Dense(20, 33, Activation.Step)] [Dense(3, Activation.Softmax)] public partial class Net;",
        "namespace N { public static partial class Outer { [Network(Mode = NetworkMode.Inference)] [Dense(2, 2, Activation.Sigmoid)] internal sealed partial class Net; } }",
    ];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void What_is_emitted_is_CSharp_12(string declaration)
    {
        Compiled compiled = Compiled.From(declaration, new ProjectOptions(LanguageVersion.CSharp12));
        Assert.NotEmpty(compiled.Files);
        compiled.AssertNoProblem();
    }

    [Fact]
    public void An_older_one_is_told_once_and_no_compiler_error_follows()
    {
        Compiled compiled = Compiled.From(Old, new ProjectOptions(LanguageVersion.CSharp11));
        AssertTold("11.0", compiled);
        Assert.Equal(2, compiled.Files.Length);
        compiled.AssertNoProblem();
    }

    [Fact]
    public void Where_not_even_the_surface_can_be_written_nothing_is_emitted()
    {
        // Members that the compiler would refuse one by one, in a file that is not the user's, would say nothing more.
        Compiled compiled = Compiled.From(Old, new ProjectOptions(LanguageVersion.CSharp10));
        AssertTold("10.0", compiled);
        Assert.Empty(compiled.Files);
    }

    [Fact]
    public void A_project_without_networks_may_be_compiled_as_any()
    {
        Compiled compiled = Compiled.From("public class Net { }", new ProjectOptions(LanguageVersion.CSharp9));
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
    }

    private static void AssertTold(string version, Compiled compiled)
    {
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal("GENNET032", diagnostic.Id);
        Assert.Equal(
            $"Networks need C# 12 or later, and this project is compiled as C# {version}: remove LangVersion from the project file, or raise it",
            diagnostic.GetMessage(null));
    }

    private static Activation Fitting(Loss loss) => loss switch
    {
        Loss.CrossEntropy => Activation.Softmax,
        Loss.BinaryCrossEntropy => Activation.Sigmoid,
        Loss.Perceptron => Activation.Step,
        _ => Activation.Identity,
    };
}
