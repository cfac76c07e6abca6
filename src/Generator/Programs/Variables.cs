using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Programs;

/// <summary>The names that statements use.</summary>
internal static class Variables
{
    /// <summary>What a statement itself reads, apart from what stands in its bodies.</summary>
    public static IEnumerable<string> Read(Statement statement) => statement switch
    {
        Assign s => Reads.Of(s.Value),
        Load s => s.Index.Reads,
        Store s => s.Index.Reads.Concat(Reads.Of(s.Value)),
        Branch s => Reads.Of(s.Condition),
        Loop s => s.First.Reads.Concat(s.Limit.Reads),
        Keep s => [s.Value.Name],
        Invoke s => s.Arguments.Where(argument => argument.Value is not null).SelectMany(argument => Reads.Of(argument.Value!)),
        Pull s => Read(s.Call).Concat(Reads.Of(s.Adjoint)),
        Lengthen s => s.Amount.Reads,
        _ => [],
    };

    /// <summary>What a statement reads, with all within, and with what decides the places of elements.</summary>
    public static IEnumerable<string> AllRead(Statement statement, IReadOnlyDictionary<string, Element> elements)
    {
        foreach (string name in Read(statement))
        {
            yield return name;
            if (elements.TryGetValue(name, out Element? element))
            {
                foreach (string index in element.Index.Reads)
                    yield return index;
            }
        }

        foreach (Statement inner in Bodies(statement).SelectMany(body => body.Statements))
        {
            foreach (string name in AllRead(inner, elements))
                yield return name;
        }
    }

    /// <summary>The number that a statement assigns, apart from what stands in its bodies.</summary>
    public static Number? Assigned(Statement statement) => statement switch
    {
        Assign s => s.Target,
        Declare s => s.Target,
        Load s => s.Target,
        Restore s => s.Target,
        Invoke s => s.Target,
        _ => null,
    };

    /// <summary>The number that a statement declares.</summary>
    public static Number? Declared(Statement statement) => statement switch
    {
        Assign { Declares: true } or Declare or Load { Declares: true } or Restore { Declares: true } or Invoke { Declares: true } => Assigned(statement),
        _ => null,
    };

    /// <summary>The bodies of a statement.</summary>
    public static IEnumerable<Body> Bodies(Statement statement) => statement switch
    {
        Branch s => [s.Then, s.Otherwise],
        Loop s => [s.Body],
        _ => [],
    };
}
