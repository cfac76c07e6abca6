using System.Collections.Immutable;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Recurrences;

/// <summary>The cells of the library, with the formulas of PyTorch's RNN, GRU and LSTM.</summary>
internal static class Cells
{
    private static readonly Expr Sigmoid = Expr.Call(Function.Sigmoid, ActivationFunction.Z);
    private static readonly Expr Tanh = Expr.Call(Function.Tanh, ActivationFunction.Z);

    /// <summary>Elman, "Finding structure in time", 1990: h = f(z + v).</summary>
    public static Cell Simple(ActivationFunction activation) => new(
        $"SimpleRnn, {activation.Title}", ["a"], [Cell.Out], [new CellLine(Cell.Out, Sum("a"), activation.Value)]);

    /// <summary>Cho et al., "Learning phrase representations using RNN encoder-decoder for statistical machine translation", 2014, as PyTorch computes it: the
    /// reset gate is applied behind the product with the state.</summary>
    public static Cell Gru { get; } = new(
        "Gru", ["r", "u", "n"], [Cell.Out],
        [
            new CellLine("r", Sum("r"), Sigmoid),
            new CellLine("u", Sum("u"), Sigmoid),
            new CellLine("n", Cell.OfInput("n") + new Variable("r") * (Expr)Cell.OfState("n"), Tanh),
            new CellLine(Cell.Out, (1 - (Expr)new Variable("u")) * new Variable("n") + new Variable("u") * (Expr)Cell.Before(Cell.Out)),
        ]);

    /// <summary>Hochreiter and Schmidhuber, "Long short-term memory", 1997, with the forget gate of Gers et al., 2000.</summary>
    public static Cell Lstm { get; } = new(
        "Lstm", ["i", "f", "g", "o"], [Cell.Out, "c"],
        [
            new CellLine("i", Sum("i"), Sigmoid),
            new CellLine("f", Sum("f"), Sigmoid),
            new CellLine("g", Sum("g"), Tanh),
            new CellLine("o", Sum("o"), Sigmoid),
            new CellLine("c", new Variable("f") * (Expr)Cell.Before("c") + new Variable("i") * (Expr)new Variable("g")),
            new CellLine("k", new Variable("c"), Tanh),
            new CellLine(Cell.Out, new Variable("o") * (Expr)new Variable("k")),
        ]);

    private static Expr Sum(string gate) => (Expr)Cell.OfInput(gate) + Cell.OfState(gate);
}
