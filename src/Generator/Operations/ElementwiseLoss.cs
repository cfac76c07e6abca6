using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>A loss that is a sum over the outputs.</summary>
/// <param name="layer">The last layer.</param>
/// <param name="result">The gradient of the source.</param>
/// <param name="source">What it is a function of, and its variable in the expressions.</param>
/// <param name="target">The targets, and their variable.</param>
/// <param name="locals">Definitions that come before, such as y = sigmoid(z).</param>
/// <param name="value">The loss of one output.</param>
/// <param name="function">The name of the user's function that it is; a formula that is too long to be read is called by it.</param>
internal sealed class ElementwiseLoss(
    int layer, Value result, Argument source, Argument target, ImmutableArray<(string Name, Expr Expression)> locals, Expr value, string? function = null)
    : LossOperation(layer, result, source.Value, target.Value)
{
    private const int LongestFormula = 120;

    public ImmutableArray<Argument> Arguments => [source, target];

    /// <summary>The loss of one output.</summary>
    public Expr OfOutput => value;

    /// <summary>The derivative by the source.</summary>
    public Expr Derivative { get; } = Differentiator.Differentiate(value, source.Variable);

    /// <summary>Names that the field has for parts of a loss, such as e for y - d.</summary>
    public IReadOnlyDictionary<Expr, string> PartNames
    {
        get
        {
            var names = new Dictionary<Expr, string>();
            Expr y = source.Variable;
            foreach ((string name, Expr expression) in locals)
            {
                names[expression] = name;
                y = expression;
            }

            Expr e = y - target.Variable;
            names[e] = "e";
            names[Expr.Call(Function.Abs, e)] = "distance";
            return names;
        }
    }

    public override ImmutableArray<Value> Reads => [source.Value, target.Value];

    public override string Gradient => Text(Derivative, $"d {function} / d {source.Value.Name}");

    public override string Comment => $"The loss of each output, {Text(value, function ?? "")}; {Formula}";

    private string Text(Expr e, string name) => function is null ? MathPrinter.Print(OfNames(e))
        : MathPrinter.Readable(OfNames(e)) is { Length: <= LongestFormula } formula ? formula : name;

    private Expr OfNames(Expr e) => Arguments.Aggregate(e, (whole, argument) => whole.Substitute(argument.Variable, new Variable(argument.Value.Name)));
}
