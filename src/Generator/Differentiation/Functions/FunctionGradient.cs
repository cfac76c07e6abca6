using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>A function and its gradient: the way there and the way back.</summary>
/// <param name="Program">The function.</param>
/// <param name="Forward">The way there, which puts aside what the way back needs.</param>
/// <param name="Backward">The way back.</param>
/// <param name="Numbers">All numbers by their names.</param>
/// <param name="Gradients">The gradient of each number that has one, by the names of these.</param>
/// <param name="SeriesGradients">The span with the gradient of each span that has one: the caller's, or a copy of it that is used up.</param>
internal sealed record FunctionGradient(
    FunctionProgram Program, Body Forward, Body Backward, IReadOnlyDictionary<string, Number> Numbers, IReadOnlyDictionary<string, Expr> Gradients,
    IReadOnlyDictionary<Series, Series> SeriesGradients)
{
    /// <summary>Whether numbers are put aside on the way there.</summary>
    public bool KeepsAnything => Keeps(Forward);

    /// <summary>Whether the gradient of a written span is a copy of the caller's.</summary>
    public bool IsCopy(Series series) => series.IsWritten && SeriesGradients.TryGetValue(series, out Series? gradient)
        && Program.Parameters.All(parameter => parameter.GradientName != gradient.Name);

    /// <summary>The gradient of a function.</summary>
    public static FunctionGradient Of(FunctionProgram program)
    {
        RunningSums.Merge(program.Body, program.Elements);
        var numbers = program.Numbers.ToDictionary(pair => pair.Key, pair => pair.Value);
        var reverse = new ReverseSweep(program, numbers);
        Body backward = reverse.Run();
        new KeptValues(program, numbers, reverse.Backwards).Place(program.Body, backward);
        return new FunctionGradient(program, program.Body, backward, numbers, reverse.Gradients, reverse.SeriesGradients);
    }

    private static bool Keeps(Body body) => body.Statements.Any(statement => statement is Keep || Variables.Bodies(statement).Any(Keeps));
}
