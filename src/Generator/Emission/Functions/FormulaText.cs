using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Emission.Functions;

/// <summary>A function as one formula, where it is short enough to be read as one.</summary>
internal static class FormulaText
{
    private const int Longest = 120;

    /// <summary>The formula, or null.</summary>
    public static string? Of(FunctionProgram program)
    {
        if (program.Result is not { } result || program.Body.Statements.Count > 20)
            return null;
        var values = new Dictionary<Expr, Expr>();
        foreach (Statement statement in program.Body.Statements)
        {
            if (statement is not Assign { Declares: true, Target.Role: NumberRole.Node, Value: not (Opaque or Truth) } assign)
                return null;
            Expr value = values.Aggregate(assign.Value, (whole, known) => Within(whole, known.Key, known.Value));
            if (MathPrinter.Print(value).Length > Longest)
                return null;
            values[assign.Target.Variable] = value;
        }

        string text = MathPrinter.Print(values.TryGetValue(result, out Expr? formula) ? formula : result);
        return text.Length <= Longest ? text : null;
    }

    private static Expr Within(Expr whole, Expr variable, Expr value) => whole.Replace(variable, value);
}
