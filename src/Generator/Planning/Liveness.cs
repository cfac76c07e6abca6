using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Planning;

/// <summary>When the values of a schedule, a sequence of operations, are written first and read last.</summary>
internal sealed class Liveness
{
    private readonly Dictionary<Value, (int First, int Last)> _spans = [];

    public Liveness(IReadOnlyList<Operation> schedule)
    {
        Schedule = schedule;
        for (int i = 0; i < schedule.Count; i++)
        {
            foreach (Value read in schedule[i].Reads)
                Use(read, i);
            foreach (Value written in schedule[i].Writes)
                Use(written, i);
        }
    }

    public IReadOnlyList<Operation> Schedule { get; }

    /// <summary>The first and the last operation that touches a value; null where none does.</summary>
    public (int First, int Last)? Of(Value value) => _spans.TryGetValue(value, out (int, int) span) ? span : null;

    /// <summary>The time from the first value's beginning to the last one's end, of values that share memory.</summary>
    public (int First, int Last)? Of(IEnumerable<Value> values)
    {
        (int First, int Last)? all = null;
        foreach ((int First, int Last) span in values.Select(Of).OfType<(int First, int Last)>())
            all = all is { } a ? (System.Math.Min(a.First, span.First), System.Math.Max(a.Last, span.Last)) : span;
        return all;
    }

    private void Use(Value value, int at) => _spans[value] = _spans.TryGetValue(value, out (int First, int Last) span) ? (span.First, at) : (at, at);
}
