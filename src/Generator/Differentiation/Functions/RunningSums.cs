using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>
/// Sums that a loop collects, s = s + t, are added where they are computed: neither the sum before nor the one after is needed for the gradient, so one number
/// is enough for both.
/// </summary>
internal static class RunningSums
{
    /// <summary>Puts the addition into the number of the loop, throughout a program.</summary>
    public static void Merge(Body body, IReadOnlyDictionary<string, Element> elements)
    {
        foreach (Statement statement in body.Statements)
        {
            foreach (Body inner in Variables.Bodies(statement))
                Merge(inner, elements);
            if (statement is Loop loop)
                MergeIn(loop.Body, elements);
        }
    }

    private static void MergeIn(Body body, IReadOnlyDictionary<string, Element> elements)
    {
        Assign[] copies = [.. body.Statements.OfType<Assign>().Where(copy => copy is { Target.Role: NumberRole.Carry, Declares: false, Value: Variable })];
        if (copies.Length == 0)
            return;
        ILookup<string, Statement> readers = body.Statements
            .SelectMany(statement => Variables.AllRead(statement, elements).Select(name => (Name: name, Statement: statement))).ToLookup(read => read.Name, read => read.Statement);
        foreach (Assign copy in copies)
        {
            string carry = copy.Target.Name, sum = ((Variable)copy.Value).Name;
            Assign? addition = body.Statements.OfType<Assign>().FirstOrDefault(statement => statement.Declares && statement.Target.Name == sum);
            if (addition is null || !IsSum(addition.Value, copy.Target.Variable) || addition.Target.Type != copy.Target.Type)
                continue;
            if (readers[sum].Any(reader => reader != copy) || readers[carry].Any(reader => reader != addition))
                continue;
            body.Statements[body.Statements.IndexOf(addition)] = new Assign(copy.Target, addition.Value, declares: false);
            body.Statements.Remove(copy);
        }
    }

    private static bool IsSum(Expr value, Variable carry) => value switch
    {
        Add sum => sum.Left == carry != (sum.Right == carry),
        Subtract sum => sum.Left == carry && sum.Right != carry,
        _ => false,
    };
}
