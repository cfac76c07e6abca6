using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>
/// Gives the way back the values that it reads. Outside of loops they still stand in their locals. Within a loop each iteration puts aside what the way back needs
/// and cannot cheaply have again; sums, products and numbers of spans that are only read are computed again from what there is.
/// </summary>
/// <param name="program">The function.</param>
/// <param name="numbers">All numbers by their names.</param>
/// <param name="backwards">The way back through each body.</param>
internal sealed class KeptValues(FunctionProgram program, IReadOnlyDictionary<string, Number> numbers, IReadOnlyDictionary<Body, Body> backwards)
{
    private static readonly Regex Calls = new(@"[\w>]\(", RegexOptions.Compiled);

    /// <summary>The numbers of bodies outside of loops: they are declared before everything.</summary>
    private readonly List<Number> _hoisted = [];
    private readonly HashSet<string> _ofLoops = NamesWithinLoops(program.Body);

    /// <summary>Adds what keeps and what restores values to both ways.</summary>
    public void Place(Body forward, Body backward)
    {
        foreach (Statement statement in forward.Statements.ToArray())
        {
            foreach (Body inner in Variables.Bodies(statement))
                Within(inner, isInLoop: statement is Loop);
        }

        for (int i = _hoisted.Count - 1; i >= 0; i--)
            forward.Statements.Insert(0, new Declare(_hoisted[i]));
        Declarations.Settle(backward, [.. Declared(forward)]);
    }

    /// <summary>The values of a body and of the bodies in it.</summary>
    /// <returns>The names that its way back reads and that live outside of it.</returns>
    private HashSet<string> Within(Body forward, bool isInLoop)
    {
        var needed = new HashSet<string>();
        foreach (Statement statement in forward.Statements)
        {
            foreach (Body inner in Variables.Bodies(statement))
                needed.UnionWith(Within(inner, isInLoop || statement is Loop));
        }

        if (!backwards.TryGetValue(forward, out Body? backward))
            return needed;
        needed.UnionWith(backward.Statements.SelectMany(OwnReads));
        if (isInLoop)
            KeepIn(forward, backward, needed);
        else
            Hoist(forward, needed);
        return needed;
    }

    /// <summary>What a statement of the way back reads itself, with what decides the places of elements.</summary>
    private IEnumerable<string> OwnReads(Statement statement) => Variables.Read(statement).SelectMany(WithPlace);

    private IEnumerable<string> WithPlace(string name) => program.Elements.TryGetValue(name, out Element? element) ? [name, .. element.Index.Reads] : [name];

    private void Hoist(Body forward, HashSet<string> needed)
    {
        for (int i = 0; i < forward.Statements.Count; i++)
        {
            Number[] owned = [.. Owned(forward.Statements[i])];
            if (!owned.Any(number => needed.Contains(number.Name)))
                continue;
            _hoisted.AddRange(owned);
            forward.Statements[i] = forward.Statements[i] switch
            {
                Assign s => new Assign(s.Target, s.Value, declares: false),
                Load s => new Load(s.Target, s.Series, s.Index, declares: false),
                Invoke s => new Invoke(s.Target, s.Method, s.Arguments, s.HasSecondOrder, declares: false),
                _ => new Assign(owned[0], owned[0].Type is "float" or "double" ? 0 : new Opaque("default"), declares: false),
            };
        }
    }

    private void KeepIn(Body forward, Body backward, HashSet<string> needed)
    {
        var kept = new List<Number>();
        var again = new List<Statement>();
        foreach (Statement statement in Enumerable.Reverse(forward.Statements))
        {
            foreach (Number number in Owned(statement).Where(number => needed.Contains(number.Name)))
            {
                // The number of a loop is declared as what it is at first, and then is something else.
                if (statement is Assign { Declares: true, Target.Role: NumberRole.Node } assign && IsCheap(assign.Value) && Reads.Of(assign.Value).SelectMany(WithPlace).All(name => IsFree(name, needed)))
                {
                    again.Insert(0, new Assign(number, assign.Value, declares: true));
                    needed.UnionWith(Reads.Of(assign.Value).SelectMany(WithPlace));
                }
                else
                {
                    kept.Insert(0, number);
                }
            }
        }

        Assign[] copies = [.. forward.Statements.OfType<Assign>().Where(copy => copy is { Target.Role: NumberRole.Carry, Declares: false })];
        kept.AddRange(copies.Select(copy => copy.Target).Where(carry => needed.Contains(carry.Name)));
        int end = forward.Statements.Count;
        while (end > 0 && copies.Contains(forward.Statements[end - 1]))
            end--;
        forward.Statements.InsertRange(end, kept.Select(number => new Keep(number)));
        backward.Statements.InsertRange(0, again);
        backward.Statements.InsertRange(0, Enumerable.Reverse(kept).Select(number => new Restore(number, declares: true)));
        needed.ExceptWith(kept.Select(number => number.Name));
        needed.ExceptWith(again.Select(statement => Variables.Assigned(statement)!.Name));
    }

    /// <summary>The numbers that a statement declares: a call declares slopes too.</summary>
    private static IEnumerable<Number> Owned(Statement statement) => statement is Invoke { HasSpans: false, Declares: true } call
        ? call.Arguments.Select(argument => argument.Slope).OfType<Number>().Append(call.Target)
        : Variables.Declared(statement) is { } declared ? [declared] : [];

    /// <summary>Whether it costs no more to have a value again than to keep it.</summary>
    private static bool IsCheap(Expr value) => value switch
    {
        Variable or Constant or Add or Subtract or Multiply or Negate => true,
        Opaque opaque => !Calls.IsMatch(opaque.Text),
        Call call => call.Function is Function.Abs or Function.ToDouble or Function.ToFloat,
        Truth or Select => true,
        _ => false,
    };

    /// <summary>Whether a name has its value on the way back without being kept for it.</summary>
    private bool IsFree(string name, HashSet<string> needed)
    {
        if (needed.Contains(name) || program.Elements.ContainsKey(name) || !numbers.TryGetValue(name, out Number? number))
            return true;
        return number.Role is NumberRole.Parameter or NumberRole.Index || (number.Role == NumberRole.Node && !_ofLoops.Contains(name));
    }

    private static HashSet<string> NamesWithinLoops(Body body)
    {
        var names = new HashSet<string>();
        Find(body, isInLoop: false);
        return names;

        void Find(Body within, bool isInLoop)
        {
            foreach (Statement statement in within.Statements)
            {
                if (isInLoop && Variables.Declared(statement) is { } declared)
                    names.Add(declared.Name);
                foreach (Body inner in Variables.Bodies(statement))
                    Find(inner, isInLoop || statement is Loop);
            }
        }
    }

    private static IEnumerable<string> Declared(Body body) => body.Statements.Select(Variables.Declared).OfType<Number>().Select(number => number.Name);
}
