using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The calls of normalisations: those within samples, and those over a block.</summary>
internal static class NormCalls
{
    public static string Of(Mean op) => $"{Class(op.Scope)}.Mean({RowLoops.Rows(op)}, {op.Source.Name}, {op.Result.Name}, {Statistics(op.Scope)})";

    public static string Of(Variance op) => $"{Class(op.Scope)}.Variance({RowLoops.Rows(op)}, {op.Source.Name}, {op.Mean.Name}, {op.Result.Name}, {Statistics(op.Scope)})";

    public static string Of(Normalize op) =>
        $"{Class(op.Of.Scope)}.Normalize({RowLoops.Rows(op)}, {Names(op.Of)}, {op.Of.Weight.Name}, {op.Bias.Name}, {op.Result.Name}, {Sizes(op.Of)})";

    public static string Of(NormalizeAdjoint op) =>
        $"SampleNorm.InputGradient({RowLoops.Rows(op)}, {op.Gradient.Name}, {Names(op.Of)}, {op.Of.Weight.Name}, {op.Result.Name}, {Sizes(op.Of)})";

    public static string Of(NormWeightGradient op) => $"SampleNorm.WeightGradient({RowLoops.Rows(op)}, {op.Gradient.Name}, {Names(op.Of)}, {op.Result.Name}, {Sizes(op.Of)}, share)";

    public static string Of(NormBiasGradient op) => $"SampleNorm.BiasGradient({RowLoops.Rows(op)}, {op.Gradient.Name}, {op.Result.Name}, plane: {op.Scope.Plane}, share)";

    public static string Of(GradientSum op) => $"BatchNorm.GradientSum({RowLoops.Rows(op)}, {op.Gradient.Name}, {op.Result.Name}, plane: {op.Scope.Plane})";

    public static string Of(ProductSum op) => $"BatchNorm.ProductSum({RowLoops.Rows(op)}, {op.Gradient.Name}, {Names(op.Of)}, {op.Result.Name}, {Sizes(op.Of)})";

    public static string Of(BatchNormAdjoint op) =>
        $"BatchNorm.InputGradient({RowLoops.Rows(op)}, {op.Gradient.Name}, {Names(op.Of)}, {op.Of.Weight.Name}, {op.Sum.Name}, {op.Product.Name}, {op.Result.Name}, {Sizes(op.Of)})";

    public static string Of(BlockGradient op) => $"BatchNorm.Gradient({op.Source.Name}, {op.Result.Name}, share)";

    public static string Of(BatchStatistic op) => op.Count is { } count
        ? $"BatchNorm.BatchVariance(rows, {op.Source.Name}, {op.Result.Name}, count: {count}, share)"
        : $"BatchNorm.BatchMean(rows, {op.Source.Name}, {op.Result.Name}, share)";

    public static string Of(RunningScale op) => $"BatchNorm.Scale({op.Weight.Name}, {op.Variance.Name}, {op.Result.Name}, epsilon: {op.Text})";

    public static string Of(RunningShift op) => $"BatchNorm.Shift({op.Bias.Name}, {(op.Before is { } before ? before.Name + ", " : "")}{op.Mean.Name}, {op.Scale.Name}, {op.Result.Name})";

    public static string Of(ScaleAndShift op) =>
        $"BatchNorm.ScaleAndShift({RowLoops.Rows(op)}, {op.Source.Name}, {op.Scale.Name}, {op.Shift.Name}, {op.Result.Name}, plane: {op.Plane})";

    private static string Class(NormScope scope) => scope.OverBlock ? "BatchNorm" : "SampleNorm";

    private static string Names(Normalized of) => $"{of.Source.Name}, {of.Mean.Name}, {of.Variance.Name}";

    private static string Statistics(NormScope scope) => scope.OverBlock ? $"plane: {scope.Plane}" : $"length: {scope.Length}";

    private static string Sizes(Normalized of) => $"epsilon: {of.Text}, {(of.Scope.OverBlock ? "" : Statistics(of.Scope) + ", ")}plane: {of.Scope.Plane}";
}
