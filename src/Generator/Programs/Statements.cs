using System.Collections.Generic;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Programs;

/// <summary>A statement of a function. Branches and loops have blocks; there is no other flow.</summary>
internal abstract class Statement;

/// <summary>Statements in order, with the numbers that live in them.</summary>
internal sealed class Body
{
    public List<Statement> Statements { get; } = [];

    public void Add(Statement statement) => Statements.Add(statement);
}

/// <summary>Target = value.</summary>
/// <param name="target">The number.</param>
/// <param name="value">The value, over variables of numbers and of elements.</param>
/// <param name="declares">Whether the target is declared here.</param>
internal sealed class Assign(Number target, Expr value, bool declares) : Statement
{
    public Number Target => target;

    public Expr Value => value;

    public bool Declares => declares;
}

/// <summary>Declares a number that is assigned later, as zero.</summary>
/// <param name="target">The number.</param>
internal sealed class Declare(Number target) : Statement
{
    public Number Target => target;
}

/// <summary>Target = a number of a span that the function writes.</summary>
/// <param name="target">The number.</param>
/// <param name="series">The span.</param>
/// <param name="index">The place.</param>
/// <param name="declares">Whether the target is declared here.</param>
internal sealed class Load(Number target, Series series, Opaque index, bool declares = true) : Statement
{
    public bool Declares => declares;

    public Number Target => target;

    public Series Series => series;

    public Opaque Index => index;
}

/// <summary>A number of a span = value, or += value.</summary>
/// <param name="series">The span.</param>
/// <param name="index">The place.</param>
/// <param name="value">The value.</param>
/// <param name="adds">Whether it is added to what is there.</param>
internal sealed class Store(Series series, Opaque index, Expr value, bool adds) : Statement
{
    public Series Series => series;

    public Opaque Index => index;

    public Expr Value => value;

    public bool Adds => adds;
}

/// <summary>One of two blocks.</summary>
/// <param name="condition">Whether it is the first.</param>
/// <param name="then">The first.</param>
/// <param name="otherwise">The second.</param>
internal sealed class Branch(Condition condition, Body then, Body otherwise) : Statement
{
    public Condition Condition => condition;

    public Body Then => then;

    public Body Otherwise => otherwise;
}

/// <summary>for (int index = first; index &lt; limit; index += step).</summary>
/// <param name="index">The index, which the body does not change.</param>
/// <param name="first">Its first value.</param>
/// <param name="comparison">How it is compared with the limit.</param>
/// <param name="limit">The limit, which the body does not change.</param>
/// <param name="step">The step, a constant that is not 0.</param>
/// <param name="body">What is repeated.</param>
internal sealed class Loop(Number index, Opaque first, Comparison comparison, Opaque limit, long step, Body body) : Statement
{
    public Number Index => index;

    public Opaque First => first;

    public Comparison Comparison => comparison;

    public Opaque Limit => limit;

    public long Step => step;

    public Body Body => body;
}
