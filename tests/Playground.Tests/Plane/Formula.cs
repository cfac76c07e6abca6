using System;
using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Playground.Tests.Plane;

/// <summary>A formula with numbers in the place of names, as the page shows it.</summary>
internal static partial class Formula
{
    /// <summary>A number as the page writes it.</summary>
    public static double Number(string text) => double.Parse(text.Replace('−', '-').Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    /// <summary>Its value.</summary>
    public static double Evaluate(string text)
    {
        if (Choice().Match(text) is { Success: true } choice)
            return Number(choice.Groups[1].Value) <= 0 ? 0 : Number(choice.Groups[2].Value);
        string plain = Function().Replace(text, match => Apply(match.Groups[1].Value, Number(match.Groups[2].Value)).ToString("E17", CultureInfo.InvariantCulture));
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        return Convert.ToDouble(table.Compute(plain.Replace('−', '-').Replace('·', '*').Replace(",", "", StringComparison.Ordinal), null), CultureInfo.InvariantCulture);
    }

    /// <summary>What its terms amount to where none takes from another: so far rounded numbers can lead astray, times their rounding.</summary>
    public static double Size(string text) =>
        Evaluate(text.Replace("e−", "e-", StringComparison.Ordinal).Replace(" − ", " + ", StringComparison.Ordinal).Replace("−", "", StringComparison.Ordinal));

    private static double Apply(string function, double z) => function == "tanh" ? Math.Tanh(z) : 1 / (1 + Math.Exp(-z));

    [GeneratedRegex(@"^\(?([−\d.,e]+)\)? ≤ 0 \? 0 : \(?([−\d.,e]+)\)?$")]
    private static partial Regex Choice();

    [GeneratedRegex(@"(tanh|sigmoid)\(([-−\d.,e]+)\)")]
    private static partial Regex Function();
}
