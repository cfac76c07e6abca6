using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Generator.Tests;

/// <summary>Whole emitted files, to be read in reviews.</summary>
public class SnapshotTests
{
    internal const string XorSource = """
        /// <summary>The lecture's network.</summary>
        [Network]
        [Dense(2, 2, Activation.Sigmoid)]
        [Dense(1, Activation.Sigmoid)]
        public partial class XorNet;
        """;

    internal const string MnistSource = """
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
    public void Pools() => Snapshot.Verify(Compiled.From("""
        [Network(Loss.CrossEntropy)]
        [Input(3, 12, 16)]
        [Dropout(0.2, Channels = true)]
        [MaxPool2D(2)]
        [AveragePool2D(3, Stride = 1, Padding = 1)]
        [Upsample2D(2)]
        [Residual(3, Activation.ReLU)]
        [GlobalAveragePool]
        [Dense(4, Activation.Softmax)]
        public partial class Pooled;
        """).Files);

    [Fact]
    public void Convolutions() => Snapshot.Verify(Compiled.From("""
        [Network(Loss.CrossEntropy)]
        [Input(2, 9, 8)]
        [Conv2D(6, 3, Activation.ReLU, Padding = 1)]
        [Conv2D(8, 3, Activation.Tanh, Stride = 2, Padding = 1, Groups = 2)]
        [Conv2D(8, 3, Padding = 2, Dilation = 2, Bias = false)]
        [Residual(2, Activation.ReLU, Projection = true)]
        [ConvTranspose2D(3, 2, Stride = 2)]
        [Flatten]
        [Dense(4, Activation.Softmax)]
        public partial class Filters;
        """).Files);

    [Fact]
    public void UserFunctions() => Snapshot.Verify(Compiled.From("""
        [Network(nameof(LogCosh))]
        [Dense(20, 33, nameof(Mish))]
        [Dense(18, typeof(Functions), nameof(Functions.Swish), Alpha = 1.5)]
        [Dense(18)]
        public partial class Smooth
        {
            private static float Mish(float x) => x * MathF.Tanh(MathF.Log(1 + MathF.Exp(x)));

            private static float LogCosh(float y, float d) => MathF.Log(MathF.Cosh(y - d));
        }

        internal static class Functions
        {
            internal static double Swish(double x, double alpha = 1) => x / (1 + Math.Exp(-alpha * x));
        }
        """).Files);

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
    public void ResidualBlocks() => Snapshot.Verify(Compiled.From("""
        [Block] [Dense(24, Activation.ReLU)] [Dense(24)] [Residual(2, Activation.ReLU)]
        public static class Bridge;

        [Network]
        [Dense(6, 24, Activation.ReLU)]
        [Layers(typeof(Bridge), Repeat = 2)]
        [Residual(6, Projection = true)]
        [Dense(3, Activation.Softmax)]
        public partial class Bridges;
        """).Files);

    [Fact]
    public void Normalisation() => Snapshot.Verify(Compiled.From("""
        [Network]
        [Dense(12, 18, Bias = false)]
        [BatchNorm(Activation.ReLU)]
        [Dense(20)]
        [LayerNorm(Activation.GELU)]
        [Dense(3, Activation.Softmax)]
        public partial class Normal;
        """).Files);

    [Fact]
    public void Sequences() => Snapshot.Verify(Compiled.From("""
        [Network(Targets = Targets.Classes)]
        [Input(8)]
        [Embedding(20, 16)]
        [Lstm(24, Output = Steps.All)]
        [Gru(16, Output = Steps.All)]
        [Dense(20, Activation.Softmax)]
        public partial class Letters;
        """).Files);

    [Fact]
    public void Lengths() => Snapshot.Verify(Compiled.From("""
        [Network(Targets = Targets.Classes)]
        [Input(40, 3, Lengths = true)]
        [Gru(16, Output = Steps.All)]
        [SelfAttention(2)]
        [Residual(1)]
        [Dense(5, Activation.Softmax)]
        public partial class Tagger;
        """).Files);

    [Fact]
    public void Steps() => Snapshot.Verify(Compiled.From("""
        [Network(Mode = NetworkMode.Inference)]
        [Input(12)]
        [Embedding(20, 24)]
        [PositionEmbedding]
        [Conv1D(24, 3, Activation.SiLU, Causal = true)]
        [SelfAttention(2, Causal = true)]
        [Residual(1)]
        [Dense(20, Activation.Softmax)]
        public partial class Speaker;
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
}
