using System.Collections.Generic;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>Where the way back declares what it restores: a number that can be seen there already is assigned.</summary>
internal static class Declarations
{
    /// <summary>Settles it for a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="visible">The names that can be seen where it begins.</param>
    public static void Settle(Body body, HashSet<string> visible)
    {
        for (int i = 0; i < body.Statements.Count; i++)
        {
            if (body.Statements[i] is Restore restore && !visible.Add(restore.Target.Name))
                body.Statements[i] = new Restore(restore.Target, declares: false);
            else if (body.Statements[i] is Assign { Declares: true } assign && !visible.Add(assign.Target.Name))
                body.Statements[i] = new Assign(assign.Target, assign.Value, declares: false);
            foreach (Body inner in Variables.Bodies(body.Statements[i]))
                Settle(inner, [.. visible]);
        }
    }
}
