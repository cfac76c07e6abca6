namespace GenNet.Generator.Expressions;

/// <summary>What a branch asks. Nothing in it is differentiated.</summary>
internal abstract record Condition;

/// <summary>A comparison of two numbers.</summary>
internal sealed record Compares(Expr Left, Comparison Comparison, Expr Right) : Condition;

/// <summary>Both hold; the second is asked only where the first holds.</summary>
internal sealed record Both(Condition First, Condition Second) : Condition;

/// <summary>One holds; the second is asked only where the first does not.</summary>
internal sealed record Either(Condition First, Condition Second) : Condition;

internal sealed record Not(Condition Condition) : Condition;

/// <summary>A truth value: a variable, or C# that is not looked into.</summary>
internal sealed record Holds(Expr Value) : Condition;
