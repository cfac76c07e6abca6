using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Generator.Tests;

/// <summary>Whole emitted files, to be read in reviews.</summary>
public class SnapshotTests
{
    private const string XorSource = """
        /// <summary>The lecture's network.</summary>
        [Network]
        [Dense(2, 2, Activation.Sigmoid)]
        [Dense(1, Activation.Sigmoid)]
        public partial class XorNet;
        """;

    private const string MnistSource = """
        namespace Lecture;

        [Network(Loss.CrossEntropy)]
        [Dense(784, 100, Activation.Sigmoid)]
        [Dense(100, 10, Activation.Softmax)]
        internal sealed partial class MnistNet;
        """;

    private const string NestedSource = """
        namespace Lecture.Regression
        {
            internal static partial class Models
            {
                [Network(Loss.MeanSquaredError, Precision = Precision.Double)]
                [Dense(5, 64, Activation.GELU, Name = "wide")]
                [Dense(64, 17, Activation.ELU, Alpha = 0.5, Bias = false)]
                internal sealed partial class Curve;
            }
        }
        """;

    [Fact]
    public void Xor() => Snapshot.Verify(Compiled.From(XorSource).Files);

    [Fact]
    public void Mnist() => Snapshot.Verify(Compiled.From(MnistSource).Files);

    [Fact]
    public void NestedDouble() => Snapshot.Verify(Compiled.From(NestedSource).Files);

    [Fact]
    public void MaxoutAndDropout() => Snapshot.Verify(Compiled.From("""
        [Network]
        [Dropout(20, 0.2)]
        [Maxout(18, 3)]
        [Dropout(0.5)]
        [Dense(3, Activation.Softmax)]
        public partial class Digits;
        """).Files);

    [Fact]
    public void Inference() => Snapshot.Verify(Compiled.From("""
        [Network(Mode = NetworkMode.Inference)]
        [Dense(20, 8, Activation.ReLU)]
        [Dense(3, Activation.Softmax)]
        public partial class Classifier;
        """).Files);

    [Fact]
    public void BrokenDeclaration() => Snapshot.Verify(Compiled.From("[Network] [Dense(0, 2, Activation.Tanh)] public partial class Broken;").Files);

    public static TheoryData<LanguageVersion, NullableContextOptions, bool> Projects => new()
    {
        { LanguageVersion.CSharp12, NullableContextOptions.Enable, false },
        { LanguageVersion.CSharp12, NullableContextOptions.Disable, true },
        { LanguageVersion.CSharp13, NullableContextOptions.Enable, false },
        { LanguageVersion.Preview, NullableContextOptions.Enable, true },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void Emitted_code_compiles_without_a_warning_in_any_project(LanguageVersion language, NullableContextOptions nullable, bool @checked)
    {
        foreach (string source in new[] { XorSource, MnistSource, NestedSource })
            Compiled.From(source, new ProjectOptions(language, nullable, @checked)).AssertNoProblem();
    }

    [Fact]
    public void The_readme_shows_what_is_emitted()
    {
        const string Opening = "<!-- emitted: Layer1Backward -->\n```csharp\n", Closing = "\n```\n<!-- /emitted -->";
        string file = Compiled.From(MnistSource).Files.Single(f => f.HintName == "Lecture.MnistNet.g.cs").Text;
        int start = file.IndexOf("        /// <summary>Layer 1, backward", StringComparison.Ordinal);
        int gradients = file.IndexOf("        /// <summary>Layer 1, the gradients", start, StringComparison.Ordinal);
        string methods = file[start..(file.IndexOf("\n        }\n", gradients, StringComparison.Ordinal) + "\n        }".Length)];
        string expected = string.Join('\n', methods.Split('\n').Select(line => line.Length == 0 ? "" : line[8..]));

        string path = Path.Combine(Repository(), "README.md"), readme = File.ReadAllText(path);
        int from = readme.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length, to = readme.IndexOf(Closing, StringComparison.Ordinal);
        if (Snapshot.Accepting)
            File.WriteAllText(path, readme[..from] + expected + readme[to..]);
        else
            Assert.Equal(expected, readme[from..to]);
    }

    [Fact]
    public void Kernels_are_told_of_large_weights_where_there_are_some()
    {
        static string Emitted(string precision, int inputs, int outputs) => Compiled.From($"""
            [Network(Loss.HalfSquaredError, Precision = Precision.{precision})] [Dense({inputs}, {outputs}, Activation.Tanh)] [Dense(1, Activation.Identity)]
            public partial class Net;
            """).Files[0].Text;
        Assert.All([Emitted("Float", 700, 700), Emitted("Double", 300, 700)], text =>
        {
            Assert.Contains("WeightGradient(", text);
            Assert.DoesNotContain("large", text);
        });
        Assert.All([Emitted("Float", 700, 800), Emitted("Double", 400, 700)], text =>
        {
            Assert.Equal(2, text.Split(", large: true").Length - 1);
            Assert.Equal(3, text.Split(", large: false").Length - 1);
            Assert.Equal(2, text.Split("Matrix.Prefetch(").Length - 1);
        });
    }

    [Fact]
    public void A_network_of_three_layers_stays_within_what_one_reads_in_a_sitting()
    {
        string text = Compiled.From("""
            [Network] [Dense(784, 300, Activation.ReLU)] [Dense(100, Activation.ReLU)] [Dense(10, Activation.Softmax)]
            public partial class Three;
            """).Files[0].Text;
        Assert.InRange(text.Split('\n').Length, 300, 850);
    }

    private static string Repository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GenNet.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
