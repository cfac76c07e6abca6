using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The calls of what depends on the length of each row.</summary>
internal static class LengthCalls
{
    public static string Of(CutAtLength op) => op.Result.Shape.Rank == 2
        ? $"SequenceLength.Cut(rows, steps: {op.Length}, {op.Source.Name}, {op.Result.Name}, {op.Lengths.Name})"
        : $"SequenceLength.CutTokens(rows, {op.Source.Name}, {op.Result.Name}, {op.Lengths.Name})";

    public static string Of(CutAtLengthAdjoint op) => $"SequenceLength.CutGradient(rows, steps: {op.Gradient.Steps}, {op.Gradient.Name}, {op.Lengths.Name}, {op.Result.Name})";

    public static string Of(UpToLength op) => op.Result == op.Source
        ? Clear(op.Result.Steps, op.Lengths.Name, op.Result.Name)
        : $"SequenceLength.Copy(rows, steps: {op.Result.Steps}, {op.Source.Name}, {op.Lengths.Name}, {op.Result.Name})";

    public static string Of(StateAtLength op) => $"SequenceLength.State(rows, {op.Source.Name}, {op.Lengths.Name}, {op.Result.Name})";

    public static string Of(StateAtLengthAdjoint op) => $"SequenceLength.StateGradient(rows, steps: {op.Result.Steps}, {op.Gradient.Name}, {op.Lengths.Name}, {op.Result.Name})";

    public static string Of(StepMean op) => $"SequenceLength.Mean(rows, steps: {op.Source.Steps}, {op.Source.Name}, {op.Lengths.Name}, {op.Result.Name})";

    public static string Of(StepMeanAdjoint op) => $"SequenceLength.MeanGradient(rows, steps: {op.Result.Steps}, {op.Gradient.Name}, {op.Lengths.Name}, {op.Result.Name})";

    /// <summary>Zeros behind the length of each row.</summary>
    public static string Clear(int steps, string lengths, string x) => $"SequenceLength.Clear(rows, steps: {steps}, {lengths}, {x})";
}
