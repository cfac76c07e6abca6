using System;
using System.Collections.Generic;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>What the parsers of one function share: the program as it grows, and what each variable of the user's stands for at this point of it.</summary>
/// <param name="builder">The program.</param>
/// <param name="activity">What depends on what is differentiated.</param>
/// <param name="prefix">What stands before types of System: nothing, or where the user has a type of such a name, where they come from.</param>
internal sealed class FunctionScope(ProgramBuilder builder, Activity activity, string prefix)
{
    private static readonly SymbolEqualityComparer Symbols = SymbolEqualityComparer.Default;

    public ProgramBuilder Builder => builder;

    public Activity Activity => activity;

    public string Prefix => prefix;

    /// <summary>The value of each variable: a variable of the program, or a constant.</summary>
    public Dictionary<ISymbol, Expr> Values { get; set; } = new(Symbols);

    /// <summary>The spans among the parameters.</summary>
    public Dictionary<ISymbol, Series> Series { get; } = new(Symbols);

    /// <summary>Runs a parser on a block of its own and returns what the variables stand for at its end.</summary>
    public Dictionary<ISymbol, Expr> Within(Body block, Action parse)
    {
        Dictionary<ISymbol, Expr> before = Values;
        Values = new(before, Symbols);
        Body outer = builder.Enter(block);
        parse();
        builder.Leave(outer);
        Dictionary<ISymbol, Expr> after = Values;
        Values = before;
        return after;
    }
}
