using System.Collections.Generic;

namespace GenNet.Generator.Expressions;

/// <summary>The variables that are read.</summary>
internal static class Reads
{
    /// <summary>Their names in an expression.</summary>
    public static IEnumerable<string> Of(Expr expression)
    {
        switch (expression)
        {
            case Variable v:
                yield return v.Name;
                break;
            case Opaque o:
                foreach (string name in o.Reads)
                    yield return name;
                break;
            case Truth t:
                foreach (string name in Of(t.Condition))
                    yield return name;
                break;
            default:
                foreach (Expr operand in expression.Operands)
                {
                    foreach (string name in Of(operand))
                        yield return name;
                }

                break;
        }
    }

    /// <summary>Their names in a condition.</summary>
    public static IEnumerable<string> Of(Condition condition) => condition switch
    {
        Compares c => [.. Of(c.Left), .. Of(c.Right)],
        Both c => [.. Of(c.First), .. Of(c.Second)],
        Either c => [.. Of(c.First), .. Of(c.Second)],
        Not c => Of(c.Condition),
        Holds c => Of(c.Value),
        _ => [],
    };
}
