using System.Collections.Generic;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Programs;

/// <summary>A number is put aside for the way back.</summary>
/// <param name="value">The number.</param>
internal sealed class Keep(Number value) : Statement
{
    public Number Value => value;
}

/// <summary>A number has the value again that it had when it was put aside.</summary>
/// <param name="target">The number.</param>
/// <param name="declares">Whether it is declared here.</param>
internal sealed class Restore(Number target, bool declares) : Statement
{
    public Number Target => target;

    public bool Declares => declares;
}

/// <summary>A comment: the node that the statements behind it belong to.</summary>
/// <param name="text">What it says.</param>
internal sealed class Note(string text) : Statement
{
    public string Text => text;
}

/// <summary>The gradient of a call that was handed spans: it is added to theirs, times the adjoint; the slopes of its numbers are declared.</summary>
/// <param name="call">The call.</param>
/// <param name="adjoint">The gradient of its value.</param>
/// <param name="spans">For each span with a gradient the name of a local for what the call gives, and the span that it is added to, if it is.</param>
internal sealed class Pull(Invoke call, Expr adjoint, IReadOnlyList<(string Name, Series Argument, Series? Gradient)> spans) : Statement
{
    public Invoke Call => call;

    public Expr Adjoint => adjoint;

    public IReadOnlyList<(string Name, Series Argument, Series? Gradient)> Spans => spans;
}

/// <summary>So many numbers more are kept.</summary>
/// <param name="amount">How many.</param>
internal sealed class Lengthen(Opaque amount) : Statement
{
    public Opaque Amount => amount;
}
