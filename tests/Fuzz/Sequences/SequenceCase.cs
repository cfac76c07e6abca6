using System;
using System.Globalization;
using System.Text.RegularExpressions;
using GenNet.Generator.Tests.Graphs;

namespace GenNet.Fuzz.Sequences;

/// <summary>A network of sequences, in several lengths and precisions.</summary>
/// <param name="Seed">What layers, parameters and numbers are drawn from.</param>
/// <param name="HasLengths">Whether its rows say their lengths.</param>
/// <param name="Rows">The rows of a batch.</param>
internal sealed partial record SequenceCase(int Seed, bool HasLengths, int Rows)
{
    /// <summary>The declaration: where masks are drawn there are none, so that rows are the same wherever they stand.</summary>
    public string Declaration { get; } = Dropouts().Replace(RandomSequences.Declaration(new Random(Seed), HasLengths, "Double"), "[Dropout(0)]");

    private Match Input => Inputs().Match(Declaration);

    /// <summary>The most steps of a row.</summary>
    public int Steps => int.Parse(Input.Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>The numbers of a step: its features, or a token.</summary>
    public int Features => Input.Groups[3].Success ? int.Parse(Input.Groups[3].Value, CultureInfo.InvariantCulture) : 1;

    /// <summary>The tokens that there are; 0 where steps have features.</summary>
    public int Vocabulary => Embeddings().Match(Declaration) is { Success: true } embedding ? int.Parse(embedding.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>Whether every weight is that of each step, so that there is the same network of any length.</summary>
    public bool HasAnyLength => !Declaration.Contains("[Flatten]", StringComparison.Ordinal);

    /// <summary>Whether nothing but recurrent layers looks at other steps, and every step goes out: then pieces with the state carried are the whole.</summary>
    public bool IsCarriedWhole => !HasLengths && !Others().IsMatch(Declaration) && Declaration.Contains("Steps.All", StringComparison.Ordinal) && !LastStates().IsMatch(Declaration);

    /// <summary>A length of some rows, which have a network of their own.</summary>
    public int Short => 1 + Seed / 7 % Steps;

    /// <summary>The network, the same in float, the one of shorter rows that say no length, and the one of twice the steps.</summary>
    public string Source =>
        $"{Declaration} public partial class Net; {Declaration.Replace("Precision.Double", "Precision.Float", StringComparison.Ordinal)} public partial class NetF; "
        + (HasLengths && HasAnyLength ? $"{Of(Short)} public partial class Short; " : "") + (IsCarriedWhole ? $"{Of(2 * Steps)} public partial class Twice;" : "");

    /// <summary>All there is to a case.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Declaration} of {Rows} rows, seed {Seed}, cut to {Short}");

    private string Of(int steps) => Inputs().Replace(Declaration, match => $"[Input({steps}{match.Groups[2].Value})]");

    [GeneratedRegex(@"\[Input\((\d+)(, (\d+))?(, Lengths = true)?\)\]")]
    private static partial Regex Inputs();

    [GeneratedRegex(@"\[Embedding\((\d+)")]
    private static partial Regex Embeddings();

    [GeneratedRegex(@"\[Dropout\([^)]*\)\]")]
    private static partial Regex Dropouts();

    [GeneratedRegex("SelfAttention|Conv1D|Pool|PositionEmbedding|Flatten")]
    private static partial Regex Others();

    [GeneratedRegex(@"\[(Gru|Lstm|SimpleRnn)\((?![^\]]*Steps\.All)")]
    private static partial Regex LastStates();
}
