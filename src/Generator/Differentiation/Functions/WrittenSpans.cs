using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>Spans that a function writes.</summary>
internal static class WrittenSpans
{
    /// <summary>
    /// Whether the gradient of a span changes on the way back: a number of it is read, or may be written twice. Where all is added, each number once at the place of
    /// a loop's index, or at places that are different constants, it does not.
    /// </summary>
    public static bool NeedsCopy(Series series, FunctionProgram program)
    {
        var stores = new List<(Store Store, string[] Indexes)>();
        bool isRead = false;
        Find(program.Body, []);
        if (isRead)
            return true;
        if (stores.All(found => found.Store.Adds))
            return false;
        if (stores.All(found => int.TryParse(found.Store.Index.Text, out _)))
            return stores.Select(found => found.Store.Index.Text).Distinct().Count() < stores.Count || stores.Any(found => found.Indexes.Length > 0);
        return stores.Count != 1 || stores[0].Indexes.Length != 1 || stores[0].Indexes[0] != stores[0].Store.Index.Text;

        void Find(Body body, string[] indexes)
        {
            foreach (Statement statement in body.Statements)
            {
                if (statement is Store store && store.Series == series)
                    stores.Add((store, indexes));
                isRead |= statement is Load load && load.Series == series;
                foreach (Body inner in Variables.Bodies(statement))
                    Find(inner, statement is Loop loop ? [.. indexes, loop.Index.Name] : indexes);
            }
        }
    }
}
