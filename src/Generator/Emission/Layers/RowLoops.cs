using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.Layers;

/// <summary>Loops over the numbers of rows: in whole vectors where all rows are padded, with a scalar tail where the caller's are not.</summary>
internal static class RowLoops
{
    /// <summary>The rows that an operation computes: those of the samples, or all their steps.</summary>
    public static string Rows(Operation operation) => Rows(operation.Steps);

    public static string Rows(int steps) => steps == 1 ? "rows" : FormattableString.Invariant($"rows * {steps}");

    /// <summary>A loop over all rows at once.</summary>
    public static void Flat(LoopWriter w, Value like, Action<ExpressionStyle, Func<Value, string>, string> element)
    {
        using (w.Code.Block($"for (int i = 0; i < rows * {w.Format.SampleStride(like)}; i += {w.Words.Lanes})"))
            element(w.Words.Vectors, value => value.Name, "i");
    }

    /// <summary>
    /// A loop over rows of which some may be the caller's: vectors as long as a whole one fits, then single numbers. Rows
    /// shorter than any vector get the scalar loop only, rows that every vector divides the vector loop only.
    /// </summary>
    public static void ByRow(LoopWriter w, Operation operation, IReadOnlyList<Value> values, int columns, Action<ExpressionStyle, Func<Value, string>, string> element)
    {
        using (Each(w, operation))
        {
            Current(w, values);
            Columns(w, columns, element);
        }
    }

    /// <summary>A loop over the rows of an operation.</summary>
    public static IDisposable Each(LoopWriter w, Operation operation) => w.Code.Block($"for (int row = 0; row < {Rows(operation)}; row++)");

    /// <summary>Declares the current row of each value.</summary>
    public static void Current(LoopWriter w, IEnumerable<Value> values) =>
        w.Code.List($"{w.Words.Rows} ", values.Distinct().Select(value => $"{RowName(value)} = {value.Name}.From(row)"), ";");

    public static string RowName(Value value) => value.Name + "Row";

    /// <summary>Declares an argument as a local.</summary>
    public static void Load(LoopWriter w, ExpressionStyle style, Argument argument, Func<Value, string> name, string index) =>
        w.Code.Line($"{Type(w, style)} {argument.Variable.Name} = {Read(style, name(argument.Value), index)};");

    /// <summary>Stores a number or a vector of them.</summary>
    public static void Store(LoopWriter w, ExpressionStyle style, string value, string name, string index) =>
        w.Code.Line(style is VectorStyle ? $"{name}.Store({index}, {value});" : $"{name}[{index}] = {value};");

    public static string Read(ExpressionStyle style, string name, string index) => style is VectorStyle ? $"{name}.Load({index})" : $"{name}[{index}]";

    public static string Type(LoopWriter w, ExpressionStyle style) => style is VectorStyle ? w.Words.Vector : w.Words.Scalar;

    /// <summary>The loops over the columns of one row.</summary>
    public static void Columns(LoopWriter w, int columns, Action<ExpressionStyle, Func<Value, string>, string> element)
    {
        if (columns == 1)
        {
            element(w.Words.Scalars, RowName, "0");
            return;
        }

        bool hasVectors = columns >= w.Words.LineLanes, hasTail = columns % w.Words.LineLanes != 0;
        string step = w.Words.Lanes;
        if (hasVectors && hasTail)
            w.Code.Line("int j = 0;");
        if (hasVectors)
        {
            using (w.Code.Block(hasTail ? $"for (; j <= {columns} - {step}; j += {step})" : $"for (int j = 0; j < {columns}; j += {step})"))
                element(w.Words.Vectors, RowName, "j");
        }

        if (hasTail)
        {
            using (w.Code.Block(hasVectors ? $"for (; j < {columns}; j++)" : $"for (int j = 0; j < {columns}; j++)"))
                element(w.Words.Scalars, RowName, "j");
        }
    }
}
