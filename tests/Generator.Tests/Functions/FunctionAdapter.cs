using System.Collections.Generic;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>C# that gives every function and what was emitted for it the same form, with arrays for its arguments: spans cannot go through reflection.</summary>
internal static class FunctionAdapter
{
    /// <summary>A class with the methods that <see cref="EmittedFunction{T}"/> calls.</summary>
    /// <param name="function">The function.</param>
    /// <param name="className">The class that it is in.</param>
    /// <param name="hasGradient">Whether there is its gradient.</param>
    /// <param name="kept">The type of the numbers in the buffer of the overload that has one; null where there is none.</param>
    public static string Source(RandomFunction function, string className, bool hasGradient, string? kept)
    {
        string call = $"{className}.{function.Name}", arguments = string.Join(", ", Arguments(function)), gradients = string.Join(", ", Gradients(function));
        string source = $"public static class {className}{function.Name}\n{{\n" + Method("Value", "", $"{call}({arguments})", function.IsVoid);
        const string GradientParameters = ", $T[][] dy, $T[] dn, $T[][] ds";
        if (hasGradient)
            source += Method("Gradient", GradientParameters, $"{call}({arguments}, {gradients})", function.IsVoid);
        if (kept is not null)
        {
            source += $"public static int KeptLength($T[] n, long[] k, $T[][] s) => {call}KeptLength({arguments});\n"
                + Method("Buffered", GradientParameters + ", int length", $"{call}({arguments}, {gradients}, Buffer(length))", function.IsVoid)

                // What a buffer holds before must not matter.
                + $"private static {kept}[] Buffer(int length) {{ var buffer = new {kept}[length]; Array.Fill(buffer, {kept}.NaN); return buffer; }}\n";
        }

        return source + "}\n";
    }

    private static string Method(string name, string parameters, string call, bool isVoid) =>
        $"public static $T {name}($T[] n, long[] k, $T[][] s{parameters}) {{ {(isVoid ? $"{call}; return 0;" : $"return {call};")} }}\n";

    private static IEnumerable<string> Arguments(RandomFunction function)
    {
        int numbers = 0, wholes = 0, spans = 0;
        return [.. function.Parameters.Select(parameter => parameter.Kind switch
        {
            ParameterKind.Scalar => $"n[{numbers++}]",
            ParameterKind.Int => $"(int)k[{wholes++}]",
            ParameterKind.Long => $"k[{wholes++}]",
            ParameterKind.Bool => $"k[{wholes++}] % 2 == 1",
            _ => $"s[{spans++}]",
        })];
    }

    /// <summary>The gradients of written spans, then those of the parameters.</summary>
    private static IEnumerable<string> Gradients(RandomFunction function)
    {
        int written = 0, numbers = 0, spans = 0;
        return [
            .. function.Parameters.Where(parameter => parameter.Kind == ParameterKind.Written).Select(_ => $"dy[{written++}]"),
            .. function.Parameters.Where(parameter => parameter.IsDifferentiated)
                .Select(parameter => parameter.Kind == ParameterKind.Scalar ? $"out dn[{numbers++}]" : $"ds[{spans++}]")];
    }
}
