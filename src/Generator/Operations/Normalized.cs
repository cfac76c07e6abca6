using System.Collections.Immutable;
using System.Globalization;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>What a normalisation is made of, which its adjoint reads too: x^ = (x - m) / sqrt(v + epsilon), and W.</summary>
/// <param name="Source">x.</param>
/// <param name="Mean">m.</param>
/// <param name="Variance">v.</param>
/// <param name="Weight">W.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Scope">Which numbers are normalised together.</param>
internal sealed record Normalized(Value Source, Value Mean, Value Variance, Value Weight, double Epsilon, NormScope Scope)
{
    /// <summary>The values without the weights.</summary>
    public ImmutableArray<Value> Statistics => [Source, Mean, Variance];

    /// <summary>The standard deviation, as formulas write it.</summary>
    public string Deviation => $"sqrt({Variance.Name} + {Text})";

    /// <summary>What x^ is.</summary>
    public string Definition => $"x^ = ({Source.Name} - {Mean.Name}) / {Deviation}";

    /// <summary>Epsilon as C#.</summary>
    public string Text => Epsilon.ToString("R", CultureInfo.InvariantCulture);
}
