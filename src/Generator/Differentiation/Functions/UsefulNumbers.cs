using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>The numbers that the result depends on by way of other numbers: only these have a gradient.</summary>
internal static class UsefulNumbers
{
    /// <summary>Their names.</summary>
    public static HashSet<string> Of(FunctionProgram program)
    {
        var sources = new Dictionary<string, List<string>>();
        var open = new Stack<string>();
        Collect(program.Body, sources, open);
        if (program.Result is { } result)
            Push(Reads.Of(result), open);
        var useful = new HashSet<string>();
        while (open.Count > 0)
        {
            string name = open.Pop();
            if (useful.Add(name) && sources.TryGetValue(name, out List<string>? before))
                Push(before, open);
        }

        return useful;
    }

    private static void Collect(Body body, Dictionary<string, List<string>> sources, Stack<string> written)
    {
        foreach (Statement statement in body.Statements)
        {
            if (statement is Store store)
                Push(Reads.Of(store.Value), written);
            else if (Variables.Assigned(statement) is { } target)
            {
                if (!sources.TryGetValue(target.Name, out List<string>? before))
                    sources.Add(target.Name, before = []);
                before.AddRange(statement is Load ? [] : Variables.Read(statement));
            }

            foreach (Body inner in Variables.Bodies(statement))
                Collect(inner, sources, written);
        }
    }

    private static void Push(IEnumerable<string> names, Stack<string> open)
    {
        foreach (string name in names)
            open.Push(name);
    }
}
