using System;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>Functions that are written by hand, for <see cref="Examination"/>.</summary>
internal static class WrittenFunction
{
    /// <summary>What is wrong with functions of doubles, each of them "F(double x, [Constant] ReadOnlySpan&lt;double&gt; w) { ... }"; null where nothing is.</summary>
    public static Failure? Examine(params string[] functions)
    {
        var program = new RandomProgram("double", [.. functions.Select(Parse)], Seed: 1);
        Examination examination = Examination.Of(program);
        return examination.Failures.Select(failed => failed.Failure).FirstOrDefault();
    }

    private static RandomFunction Parse(string text)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal), body = text.IndexOf('{', StringComparison.Ordinal);
        string[] parameters = text[(open + 1)..text.LastIndexOf(')', body)].Split(',', StringSplitOptions.TrimEntries);
        return new RandomFunction(text[..open], [.. parameters.Select(Parameter)], new Fragment(FragmentKind.Statement, text[body..]));
    }

    private static RandomParameter Parameter(string text)
    {
        string[] words = text.Split(' ');
        return new RandomParameter(words[^1], words[^2] switch
        {
            "double" => ParameterKind.Scalar,
            "ReadOnlySpan<double>" => ParameterKind.Span,
            "Span<double>" => ParameterKind.Written,
            "int" => ParameterKind.Int,
            "long" => ParameterKind.Long,
            "bool" => ParameterKind.Bool,
            _ => throw new ArgumentException(text, nameof(text)),
        }, words[0] == "[Constant]");
    }
}
