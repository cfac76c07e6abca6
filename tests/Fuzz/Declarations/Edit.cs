using System;

namespace GenNet.Fuzz.Declarations;

/// <summary>One edit of a source.</summary>
/// <param name="Place">Where, as a part of the length.</param>
/// <param name="Removed">How many characters are removed there.</param>
/// <param name="Typed">What is typed instead.</param>
internal sealed record Edit(double Place, int Removed, string Typed)
{
    private static readonly string[] Texts =
    [
        "", "", "", " ", "}", "{", "(", ")", "[", "]", ",", ";", "0", "-", "\"", "//", "/*", "\n", "#if X\n", "partial ", "class ", "record ", "struct ", "static ", "<T>", "@", ".", " : ", "int seed",
        "[Network]", "[Dense(2, 1)]", "[Dropout]", "[Flatten]", "[Residual(1)]", "[Residual(2, Activation.ReLU, Projection = true)]", "Projection = true", "[Block]", "[Input(3)]", "[Layers(typeof(", "[Layers(typeof(Hidden))]", "Repeat = 2", "[Block] [Dense(3)] class Inner { }", "namespace N {", "namespace N.", "public partial class", "public partial class Inner {", "[Network] [Dense(2, 1)] public partial class ",
        "[Network] [Dense(2, 1)] partial class Known { } ", "public partial struct Outer0 {", "Known.OutputSize", "InputSize", "using static Known;\n",
        "// a comment\n", "public int InputSize;", "Activation.", "Name = ", "Mode = NetworkMode.Inference",
    ];

    public static Edit Draw(Random random) =>
        new(Math.Round(random.NextDouble(), 3), random.Next(3) == 0 ? random.Next(60) : random.Next(2), Texts[random.Next(Texts.Length)]);

    public string Apply(string source)
    {
        int start = (int)(Place * source.Length);
        return source[..start] + Typed + source[Math.Min(source.Length, start + Removed)..];
    }
}
