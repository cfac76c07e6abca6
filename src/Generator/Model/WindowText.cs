using System.Collections.Generic;
using GenNet.CompilerServices;

namespace GenNet.Generator.Model;

/// <summary>Windows in words and as C#.</summary>
internal static class WindowText
{
    /// <summary>For tables and checkpoints: <c>5 x 5, padding 2</c>.</summary>
    public static string Of(Window window)
    {
        List<string> parts = [window.IsLine ? $"{window.Kernel.Columns}" : $"{window.Kernel.Rows} x {window.Kernel.Columns}"];
        if (window.Stride.Columns > 1)
            parts.Add($"stride {window.Stride.Columns}");
        if (window.IsCausal)
            parts.Add("causal");
        else if (window.Padding.Columns > 0)
            parts.Add($"padding {window.Padding.Columns}");
        if (window.Dilation.Columns > 1)
            parts.Add($"dilation {window.Dilation.Columns}");
        if (window.Groups > 1)
            parts.Add($"{window.Groups} groups");
        return string.Join(", ", parts);
    }

    /// <summary>The expression that makes it.</summary>
    public static string Code(Window window)
    {
        List<string> parts = [];
        if (window.Stride != (1, 1))
            parts.Add($"Stride = {window.Stride}");
        if (window.Padding != (0, 0))
            parts.Add($"Padding = {window.Padding}");
        if (window.IsCausal)
            parts.Add("IsCausal = true");
        if (window.Dilation != (1, 1))
            parts.Add($"Dilation = {window.Dilation}");
        if (window.Groups > 1)
            parts.Add($"Groups = {window.Groups}");
        string more = parts.Count == 0 ? "" : $" {{ {string.Join(", ", parts)} }}";
        return $"new(Image: {window.Image}, Filters: {window.Filters}, Kernel: {window.Kernel}){more}";
    }

    /// <summary>Where in an image the window of an output reads: <c>2 i + u - 1</c> of rows, <c>2 j + v - 1</c> of columns, with zeros outside of it.</summary>
    public static string Place(Window window)
    {
        string column = Sum(window.Stride.Columns, window.IsLine ? "t" : "j", window.Dilation.Columns, "v", window.Padding.Columns);
        return window.IsLine ? column : $"{Sum(window.Stride.Rows, "i", window.Dilation.Rows, "u", window.Padding.Rows)}, {column}";
    }

    /// <summary>The indexes of an output.</summary>
    public static string Output(Window window) => window.IsLine ? "t" : "i, j";

    /// <summary>The indexes of a place of the window.</summary>
    public static string Tap(Window window) => window.IsLine ? "v" : "u, v";

    private static string Sum(int stride, string output, int dilation, string tap, int padding) =>
        $"{Times(stride, output)} + {Times(dilation, tap)}{(padding > 0 ? $" - {padding}" : "")}";

    private static string Times(int factor, string name) => factor == 1 ? name : $"{factor} {name}";
}
