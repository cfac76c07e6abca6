using System.Collections.Generic;
using System.Collections.Immutable;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Programs;

/// <summary>A function of the user's as a program of nodes.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Type">float or double: what it returns, or what it writes.</param>
/// <param name="Prefix">What stands before types of System: nothing, or global::System.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="Body">What it does.</param>
/// <param name="Result">What it returns: a constant, or a variable of a number or an element; null where it writes spans instead.</param>
/// <param name="Numbers">The numbers that it declares, by their names.</param>
/// <param name="Elements">The numbers of spans that are variables of expressions, by their names.</param>
/// <param name="Names">The names that are taken.</param>
internal sealed record FunctionProgram(
    string Name, string Type, string Prefix, ImmutableArray<Parameter> Parameters, Body Body, Expr? Result,
    IReadOnlyDictionary<string, Number> Numbers, IReadOnlyDictionary<string, Element> Elements, NameTable Names);

/// <summary>A parameter of a function.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="TypeName">Its type as C# writes it, in full.</param>
/// <param name="Modifier">What stands before the type, such as in.</param>
/// <param name="Number">It, if it is a number.</param>
/// <param name="Series">It, if it is a span.</param>
/// <param name="GradientName">The name of the parameter for its gradient; null where it has none.</param>
internal sealed record Parameter(string Name, string TypeName, string Modifier, Number? Number, Series? Series, string? GradientName);
