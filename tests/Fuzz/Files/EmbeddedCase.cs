using System.Collections.Generic;

namespace GenNet.Fuzz.Files;

/// <summary>A damaged safetensors file.</summary>
/// <param name="Variation">Which of the valid files it was.</param>
/// <param name="Damage">What was done to it.</param>
internal sealed record EmbeddedCase(int Variation, IReadOnlyList<ByteMutation> Damage)
{
    public override string ToString() => $"variation {Variation}: {string.Join("; ", Damage)}";
}
