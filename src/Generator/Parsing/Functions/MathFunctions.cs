using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>The methods of Math, MathF, double and float that have a derivative.</summary>
internal static class MathFunctions
{
    private static readonly Dictionary<(string Name, int Arguments), Function> ByMethod = Table();

    /// <summary>The function that a method is; null where it is none of them.</summary>
    public static Function? Of(IMethodSymbol method) =>
        IsOfMath(method.ContainingType) && IsOfOneType(method) && ByMethod.TryGetValue((method.Name, method.Parameters.Length), out Function function) ? function : null;

    /// <summary>Whether a type is one of those with mathematical functions.</summary>
    public static bool IsOfMath(INamedTypeSymbol? type) => type is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && type.Name is "Math" or "MathF" or "Double" or "Single";

    /// <summary>Round(x, digits), among others, takes something else too.</summary>
    private static bool IsOfOneType(IMethodSymbol method) =>
        method.Parameters.All(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, method.ReturnType));

    private static Dictionary<(string, int), Function> Table()
    {
        var table = new Dictionary<(string, int), Function>();
        Function[] unary =
        [
            Function.Exp, Function.Log, Function.Log2, Function.Log10, Function.Sin, Function.Cos, Function.Tan, Function.Asin, Function.Acos, Function.Atan,
            Function.Sinh, Function.Cosh, Function.Tanh, Function.Asinh, Function.Acosh, Function.Atanh, Function.Sqrt, Function.Cbrt, Function.Abs,
            Function.Floor, Function.Ceiling, Function.Round, Function.Truncate,
        ];
        foreach (Function function in unary)
            table.Add((function.ToString(), 1), function);
        foreach (Function function in new[] { Function.Atan2, Function.Pow, Function.Max, Function.Min, Function.CopySign })
            table.Add((function.ToString(), 2), function);
        table.Add((nameof(Function.Clamp), 3), Function.Clamp);
        table.Add((nameof(Function.FusedMultiplyAdd), 3), Function.FusedMultiplyAdd);
        return table;
    }
}
