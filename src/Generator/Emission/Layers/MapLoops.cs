using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.Layers;

/// <summary>A function of single numbers, applied to all.</summary>
internal static class MapLoops
{
    public static void Emit(LoopWriter w, Map op)
    {
        Value[] values = [.. op.Reads, op.Result];
        if (w.Format.AreAlike(values))
            RowLoops.Flat(w, op.Result, (style, name, index) => Element(w, op, style, name, index));
        else
            RowLoops.ByRow(w, op, values, op.Result.Columns, (style, name, index) => Element(w, op, style, name, index));
    }

    /// <summary>Loads the arguments, computes, stores the result.</summary>
    private static void Element(LoopWriter w, Map op, ExpressionStyle style, Func<Value, string> name, string index)
    {
        foreach (Argument argument in op.Arguments)
            RowLoops.Load(w, style, argument, name, index);
        (IReadOnlyList<(string Name, string Code)> locals, IReadOnlyList<string> results) = ExpressionPrinter.Print([op.Expression], style);
        foreach ((string local, string code) in locals)
            w.Code.Line($"{RowLoops.Type(w, style)} {local} = {code};");
        RowLoops.Store(w, style, results[0], name(op.Result), index);
    }
}
