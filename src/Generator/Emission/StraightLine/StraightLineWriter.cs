using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Emission.StraightLine;

/// <summary>What straight-line code is written with: each number of a row is a local of its own.</summary>
/// <param name="Code">Where it goes.</param>
/// <param name="Style">Vectors of 128 bits.</param>
/// <param name="Vector">Their type.</param>
internal sealed record StraightLineWriter(CodeWriter Code, VectorStyle Style, string Vector)
{
    /// <summary>The values whose locals are declared elsewhere.</summary>
    public ImmutableHashSet<Value> Declared { get; init; } = [];

    /// <summary>Whether a loss is wanted without its gradient.</summary>
    public bool IsEvaluation { get; init; }

    /// <summary>The local of a number of a row, <c>z1_0</c>; a bias is read from the parameters, <c>p.b1_2</c>.</summary>
    public static string Element(Value value, int column) => (value.Kind == ValueKind.Parameter ? "p." : "") + Name(value.Name, column);

    /// <summary>The weight from an input to an output, <c>W1_0_2</c>; the column of a bias.</summary>
    public static string Element(Value value, int row, int column) => value.IsRow ? Name(value.Name, column) : $"{value.Name}_{row}_{column}";

    /// <summary>All numbers of a parameter, or of a row.</summary>
    public static IEnumerable<string> ElementsOf(Value value) =>
        value.IsOfSamples
            ? Range(value.Columns).Select(column => Name(value.Name, column))
            : Range(value.Rows).SelectMany(row => Range(value.Columns).Select(column => Element(value, row, column)));

    public static string Name(string value, int column) => $"{value}_{column}";

    public static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);

    /// <summary>The statement that stores a column of the caller's current rows.</summary>
    public static string Store(string value, string buffer, int columns, int column) => $"SampleLanes.Store({value}, {buffer}, row, n, {columns}, {column});";

    public static IEnumerable<string> Elements(IEnumerable<Value> values) => values.SelectMany(ElementsOf);

    /// <summary>Declares the numbers of the caller's current rows.</summary>
    public void LoadRow(string name, string buffer, int columns, string factor = "") =>
        Code.List($"{Vector} ", Range(columns).Select(j => $"{Name(name, j)} = SampleLanes.Load({buffer}, row, n, {columns}, {j}){factor}"), ";");

    /// <summary>Declares a local.</summary>
    public void Declare(string name, string value) => Code.Line($"{Vector} {name} = {value};");

    /// <summary>Brings a number to where its value belongs: a local, or a row of the caller's.</summary>
    public void Assign(Value result, int column, string value) => Code.Line(result.Kind switch
    {
        ValueKind.Output => Store(value, "outputs", result.Columns, column),
        ValueKind.InputGradient => Store(value, "inputGradients", result.Columns, column),
        _ => $"{(Declared.Contains(result) ? "" : Vector + " ")}{Name(result.Name, column)} = {value};",
    });
}
