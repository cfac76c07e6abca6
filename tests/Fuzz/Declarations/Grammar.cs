using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace GenNet.Fuzz.Declarations;

/// <summary>Draws declarations, most of them right, many nearly so. All of it is C#: what is wrong is wrong for a network.</summary>
internal sealed class Grammar(Random random)
{
    private static readonly string[] Activations = Enum.GetNames<Activation>();
    private static readonly string[] Names = ["Net", "net", "NET", "N_", "_N", "@class", "@record", "@required", "İstanbul", "xor", "Layers", "Vector512"];
    private static readonly string[] Spaces = ["Game", "System.Mine", "@nameof", "İzmir.@class", "GenNet.Mine", "Math"];
    private static readonly string[] Containers =
        ["public partial class Outer", "partial struct @file", "public static partial class İl", "partial interface IOuter", "partial record Entry", "public class Closed", "partial class Of<T>"];

    private static readonly string[] Members =
    [
        "public int Own;", "private int x, W1, rows; public int Sum() => x + W1 + rows;", "public void Save(string path, bool twice) { }", "public void Forward(float[] x) { }",
        "public class Span { }", "public static bool HasDropout => false;", "static @NAME() { }",
    ];

    private static readonly string[] Taken =
    [
        "public const int InputSize = 3;", "public static string Layout => \"\";", "public @NAME(int seed) { }", "public void Save(string file) { }", "private int _memory() => 1;",
        "public static void Restore(string path) { }", "public class Parameters { }", "public void Forward(ReadOnlySpan<float> x, Span<float> y) { }", "public int get_Parameters() => 1;",
    ];

    /// <summary>A file with one to three networks, whose names differ.</summary>
    public Source Source() => new([.. Enumerable.Range(0, random.Next(1, 4)).Select(Network)]);

    private NetworkText Network(int number)
    {
        string name = Pick(Names) + (number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture));
        ImmutableArray<string> open =
        [
            .. Chance(0.4) ? [$"namespace {Pick(Spaces)}"] : Array.Empty<string>(),
            .. Chance(0.3) ? [Number(Chance(0.15) ? Pick(Containers) : Pick(Containers[..5]), number)] : Array.Empty<string>(),
        ];
        string modifiers = Chance(0.06) ? Pick("public ", "public static partial ", "abstract partial ", "file partial ") : Pick("public partial ", "partial ", "internal sealed partial ");
        string kind = Chance(0.02) ? "record " : "class ";
        string bases = Chance(0.1) ? Pick(" : WithSave", " : IDisposable", " : Needs") : "";
        var members = Chance(0.3) ? Some(Members, 2) : [];
        if (Chance(0.1))
            members = [.. members, .. Some(Taken, 2)];
        if (bases == " : IDisposable")
            members = [.. members, "public void Dispose() { }"];
        return new NetworkText(
            open, Attribute(), [.. Layers()], modifiers + kind + name + (Chance(0.02) ? "<T>" : "") + bases,
            [.. members.Select(member => member.Replace("@NAME", name, StringComparison.Ordinal))]);
    }

    private string Attribute()
    {
        string[] arguments =
        [
            .. Chance(0.2) ? ["Loss." + Pick(Enum.GetNames<Loss>())] : Array.Empty<string>(),
            .. Chance(0.2) ? ["Precision = Precision.Double"] : Array.Empty<string>(),
            .. Chance(0.2) ? ["Mode = NetworkMode.Inference"] : Array.Empty<string>(),
            .. Chance(0.02) ? ["Precision = (Precision)7"] : Array.Empty<string>(),
            .. Chance(0.03) ? [Pick("Weights = null", "Weights = \"none.safetensors\"", "Weights = \"\"")] : Array.Empty<string>(),
        ];
        return arguments.Length == 0 ? "[Network]" : $"[Network({string.Join(", ", arguments.DistinctBy(argument => argument.Split('=')[0]))})]";
    }

    private string[] Layers()
    {
        int count = Chance(0.03) ? 0 : random.Next(1, 6);
        var layers = new string[count];
        int inputs = random.Next(1, 40), before = inputs;
        bool hasInput = Chance(0.3), isImage = hasInput && Chance(0.3);
        string[] input = !hasInput ? [] : isImage ? [$"[Input(2, {Size(inputs)})]"] : [Chance(0.9) ? $"[Input({Size(inputs)})]" : Pick("[Input(2, 3)]", "[Input(1, 2, 3)]")];
        for (int i = 0; i < count; i++)
        {
            bool first = i == 0 && !hasInput, last = i == count - 1;
            int outputs = Chance(0.2) ? inputs : random.Next(1, Chance(0.5) ? 5 : 60);
            bool keeps = (isImage && Chance(0.95)) || (i > 0 && Chance(0.25)) || Chance(0.01);
            layers[i] = keeps ? Shaped(isImage, i, inputs == before, last, ref inputs, ref outputs)
                : Chance(0.15) ? Block(ref outputs)
                : !last && Chance(0.2) ? Dropout(first, ref outputs, inputs)
                : Chance(0.2) ? Maxout(first, inputs, outputs) : Dense(first, last, inputs, outputs);
            if (Chance(0.02))
                layers[i] = Pick("[Dropout]", "[Maxout(3)]", "[Dense(5)]", "[Flatten]", "[Residual(0)]", "[Residual(99)]", "[Residual(1, Activation.Step)]");
            isImage = false;
            (before, inputs) = (inputs, outputs);
        }

        return Chance(0.03) ? [.. layers, .. input] : [.. input, .. layers];
    }

    /// <summary>A layer that leaves the number of features as it is.</summary>
    private string Shaped(bool isImage, int layersBefore, bool fits, bool last, ref int inputs, ref int outputs)
    {
        outputs = inputs *= isImage ? 2 : 1;
        if (isImage || Chance(0.2))
            return "[Flatten]";

        // Around one layer the sizes are known; around several, a projection is always right.
        int around = Chance(0.6) ? 1 : random.Next(1, layersBefore + 2);
        bool projected = Chance(0.05) != !(fits && around == 1 && Chance(0.7));
        string activation = Chance(0.5) ? "" : $", Activation.{(last && Chance(0.3) ? "Softmax" : Pick(Activations[..13]))}";
        return $"[Residual({around}{activation}{(projected ? ", Projection = true" + Weighted() : Chance(0.03) ? Weighted() : "")})]";
    }

    private string Block(ref int outputs)
    {
        (string block, outputs) = random.Next(3) switch { 0 => ("Hidden", 7), 1 => ("Deep", 9), _ => ("Bridge", 8) };
        string repeat = Chance(0.5) ? "" : $", Repeat = {(Chance(0.1) ? Pick("0", "-1", "20000", "Known.OutputSize") : Pick("1", "2", "3"))}";
        return $"[Layers(typeof({(Chance(0.05) ? Pick("Own", "Known", "Round", "Empty", "Reaching") : block)}){repeat})]";
    }

    private string Dropout(bool first, ref int outputs, int inputs)
    {
        outputs = inputs;
        string rate = Chance(0.1) ? Pick("1", "-0.1", "double.NaN", "Known.InputSize / 10.0") : Pick("0.5", "0", "0.999", "1e-9");
        return first || Chance(0.3) ? $"[Dropout({Size(inputs)}, {rate})]" : $"[Dropout({rate})]";
    }

    private string Maxout(bool first, int inputs, int outputs) =>
        $"[Maxout({(first || Chance(0.3) ? Size(inputs) + ", " : "")}{Size(outputs)}, {(Chance(0.05) ? Pick("1", "0", "-3") : Pick("2", "3", "5"))}{Weighted()})]";

    private string Dense(bool first, bool last, int inputs, int outputs)
    {
        string activation = last && Chance(0.3) ? "Softmax" : Chance(0.9) ? Pick(Activations[..13]) : Pick(Activations);
        string alpha = activation is "LeakyReLU" or "ELU" && Chance(0.5) || Chance(0.02)
            ? $", Alpha = {(Chance(0.1) ? Pick("1e39", "double.NaN", "Known.OutputSize") : Pick("0.3", "-2", "1e-30", "0"))}" : "";
        string written = Chance(0.2) ? "" : Chance(0.02) ? ", (Activation)77" : ", Activation." + activation;
        if (written.Length == 0)
            alpha = "";
        return $"[Dense({(first || Chance(0.3) ? Size(inputs) + ", " : "")}{Size(outputs)}{written}{alpha}{Weighted()})]";
    }

    private string Weighted()
    {
        string name = Chance(0.1) ? $", Name = {Pick("\"a\"", "\"b\"", "\"a b\"", "\"\"", "null", "nameof(Known)", "\"\\n\"")}" : "";
        string bias = Chance(0.1) ? $", Bias = {Pick("true", "false", "Known.InputSize > 2")}" : "";
        string init = Chance(0.1)
            ? Pick(", Init = Init.Uniform, InitFrom = -1, InitTo = 2", ", Init = Init.Normal, InitDeviation = 0.1", ", Init = Init.Zeros", ", InitTo = 3", ", Init = (Init)99", ", Init = Init.Orthogonal",
                ", Init = Init.Uniform, InitFrom = 1e300", ", Init = Init.Normal, InitMean = -1.5 * Own.Twice")
            : "";
        return name + bias + init;
    }

    private string Size(int size) => Chance(0.04)
        ? Pick("0", "-1", "Known.OutputSize", "Own.Four", "Own.Twice", "100000", "int.MaxValue", "1 + 2")
        : size.ToString(CultureInfo.InvariantCulture);

    private static string Number(string container, int number) => container.Contains("<T>", StringComparison.Ordinal)
        ? container.Replace("<T>", number + "<T>", StringComparison.Ordinal) : container + number;

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private string[] Some(string[] choices, int most) => [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Pick(choices)).Distinct()];

    private bool Chance(double probability) => random.NextDouble() < probability;

}
