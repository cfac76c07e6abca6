using System;
using System.Globalization;
using System.Linq;
using GenNet;

namespace Playground.Browser;

/// <summary>What a look at a deep network says, in words.</summary>
internal static class DeepFinding
{
    private const double Much = 100, Guessing = 0.6931;

    /// <summary>One word for a layer.</summary>
    public static string Word(DeepExamination examination, int layer)
    {
        DeepLayer seen = examination.Layers[layer], last = examination.Layers[^1];
        return seen switch
        {
            { IsFinite: false } => "overflown",
            { GradientNorm: 0 } => "no gradient",
            _ when seen.GradientNorm * Much < last.GradientNorm => "vanished",
            _ when seen.GradientNorm > 10 * Much || seen.GradientNorm > Much * last.GradientNorm => "exploding",
            _ when IsSaturated(examination, seen) => "saturated",
            { Dead: > 0.5 } => "dead",
            _ when seen.Spread < examination.InputSpread / 20 => "collapsed",
            _ when seen.Spread > examination.InputSpread * 20 => "exploded",
            _ => "healthy",
        };
    }

    /// <summary>What becomes of the activations and of the gradients.</summary>
    public static string Of(DeepExamination examination)
    {
        DeepLayer first = examination.Layers[0], last = examination.Layers[^1];
        if (examination.Layers.Any(layer => !layer.IsFinite))
            return "Overflown: some numbers are no longer finite.";
        if (examination.Layers.All(layer => layer.GradientNorm == 0))
            return "No gradient: that of every hidden layer is exactly zero, so that none of them changes.";

        string activations = OfActivations(examination, last), gradients = OfGradients(first, last);
        return activations.Length + gradients.Length == 0
            ? "Healthy: activations and gradients keep their size through all ten layers."
            : $"{gradients} {activations}".Trim();
    }

    /// <summary>How far the training has come; nothing while it is young.</summary>
    public static string OfTraining(PointTraining training)
    {
        if (training.Diverged)
            return "The loss is no longer finite: the steps are too long.";
        return training switch
        {
            { Steps: < 100 } => "",
            { Loss: < 0.2f } => $"It learns: after {Text(training.Steps)} steps the loss is {Text(training.Loss)}.",
            { Loss: > 0.66f } => $"It does not learn: after {Text(training.Steps)} steps the loss is {Text(training.Loss)}, and guessing has {Text(Guessing)}.",
            _ => $"After {Text(training.Steps)} steps the loss is {Text(training.Loss)}.",
        };
    }

    /// <summary>Of ReLU, which is flat for half of its inputs by design, that is not asked.</summary>
    private static bool IsSaturated(DeepExamination examination, DeepLayer layer) => examination.Function != Activation.ReLU && layer.Saturated > 1 / 3.0;

    private static string OfActivations(DeepExamination examination, DeepLayer last)
    {
        string compared = $"differ by {Text(last.Spread)} where the inputs differ by {Text(examination.InputSpread)}";
        return last switch
        {
            _ when IsSaturated(examination, last) => $"Saturated: {Percent(last.Saturated)} of the activations of layer 10 are where the function is flat.",
            { Dead: > 0.5 } => $"Dead: {Percent(last.Dead)} of the units of layer 10 are 0 for every point.",
            _ when last.Spread < examination.InputSpread / 20 => $"Collapsed: to layer 10 all points look alike, its units {compared}.",
            _ when last.Spread > examination.InputSpread * 20 => $"Exploded activations: the units of layer 10 {compared}.",
            _ => "",
        };
    }

    private static string OfGradients(DeepLayer first, DeepLayer last)
    {
        double ratio = first.GradientNorm / last.GradientNorm;
        if (ratio < 1 / Much)
            return $"Vanished: the gradient of layer 1 is {(ratio > 0 ? $"{Text(1 / ratio)} times smaller than" : "zero beside")} that of layer 10, so that the first layers stay as they were drawn.";
        if (ratio > Much)
            return $"Exploding: the gradient of layer 1 is {Text(ratio)} times that of layer 10.";
        return first.GradientNorm > 10 * Much ? $"Exploding: the gradient of layer 1 has a norm of {Text(first.GradientNorm)}." : "";
    }

    private static string Percent(double? part) => part?.ToString("P0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Three digits that matter, and powers of ten where they are easier to read.</summary>
    private static string Text(double number)
    {
        double size = Math.Abs(number);
        if (size == 0 || size is >= 0.001 and < 100)
            return number.ToString("G3", CultureInfo.InvariantCulture);
        if (size is >= 100 and < 1e6)
            return number.ToString("N0", CultureInfo.InvariantCulture);
        int power = (int)Math.Floor(Math.Log10(size));
        return string.Create(CultureInfo.InvariantCulture, $"{number / Math.Pow(10, power):F0} · 10{Raised(power)}");
    }

    private static string Raised(int power) => string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(digit => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}
