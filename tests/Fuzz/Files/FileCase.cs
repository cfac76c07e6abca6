using System.Collections.Generic;

namespace GenNet.Fuzz.Files;

/// <summary>A damaged file.</summary>
/// <param name="Format">The name of its format.</param>
/// <param name="Variation">Which of the valid files of this format it was.</param>
/// <param name="Damage">What was done to it.</param>
internal sealed record FileCase(string Format, int Variation, IReadOnlyList<ByteMutation> Damage)
{
    public override string ToString() => $"{Format}, variation {Variation}: {string.Join("; ", Damage)}";
}
