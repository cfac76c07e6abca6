using System.Collections.Immutable;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>
/// What follows the last layer's z: its activation with the outputs; together with the loss, so that one derivative covers both; and on the way back where
/// the gradient of the outputs is the caller's.
/// </summary>
/// <param name="model">The network.</param>
/// <param name="z">What the last layer's activation is applied to.</param>
/// <param name="lengths">The steps that each row has, where the outputs are steps; null where all rows are alike.</param>
internal sealed class LastLayer(NetworkModel model, Value z, Value? lengths = null)
{
    private readonly int _number = model.Layers.Count;

    /// <summary>d loss / d z.</summary>
    public Value Gradient { get; } = new("d" + z.Name, z.Shape, ValueKind.Intermediate);

    /// <summary>y, where the way back needs it.</summary>
    private Value Kept { get; } = new($"y{model.Layers.Count}", z.Shape, ValueKind.Intermediate);

    private ActivationFunction Function => model.Layers[model.Layers.Count - 1].Activation;

    private bool IsSoftmax => Function.IsSoftmax;

    /// <summary>y of z.</summary>
    public ImmutableArray<Operation> Output()
    {
        var y = new Value("y", z.Shape, ValueKind.Output);
        return UpToLength(y, IsSoftmax ? new Softmax(_number, y, z) : ActivationLowering.Of(Function, _number, y, z));
    }

    /// <summary>The loss of z and the targets, with the gradient of z.</summary>
    public ImmutableArray<Operation> Loss()
    {
        if (lengths is not null)
            return [new StepLosses(_number, Gradient, z, lengths, new LastLayer(model, new Value(z.Name, Shape.Of(z.Columns), z.Kind, z.Pieces)).Loss(), Kept)];
        var d = new Value("d", model.Targets == Targets.Classes ? z.Shape.WithFeatures(1) : z.Shape, ValueKind.Target);
        if (model.Targets == Targets.Classes)
            return [new ClassCrossEntropy(_number, Gradient, z, d)];
        if (model.Loss.OfRow is not null)
            return OfRows(d);
        if (!IsSoftmax)
            return [OfLogit(d)];
        if (model.Loss.IsCrossEntropy)
            return [new SoftmaxCrossEntropy(_number, Gradient, z, d)];
        Value y = Kept, dy = new("d" + y.Name, y.Shape, ValueKind.Intermediate);
        return [new Softmax(_number, y, z), OfOutput(y, dy, d), new SoftmaxAdjoint(_number, Gradient, y, dy)];
    }

    /// <summary>The gradient of z from one of y that the caller gives.</summary>
    public ImmutableArray<Operation> OutputAdjoint()
    {
        var dy = new Value("dy", z.Shape, ValueKind.OutputGradient);
        return IsSoftmax ? UpToLength(Gradient, new Softmax(_number, Kept, z), new SoftmaxAdjoint(_number, Gradient, Kept, dy)) : UpToLength(Gradient, OfOutputGradient(dy));
    }

    /// <summary>Operations, and zeros in their result behind the length of each row.</summary>
    private ImmutableArray<Operation> UpToLength(Value result, params Operation[] operations) =>
        lengths is null ? [.. operations] : [.. operations, new UpToLength(_number, result, result, lengths)];

    /// <summary>A loss of all outputs of a sample: from z to y, from there to dy, and back.</summary>
    private ImmutableArray<Operation> OfRows(Value d)
    {
        if (Function.IsIdentity)
            return [new RowLoss(_number, Gradient, z, d, model.Loss.Name)];
        Value y = Kept, dy = new("d" + y.Name, y.Shape, ValueKind.Intermediate);
        var loss = new RowLoss(_number, dy, y, d, model.Loss.Name);
        return IsSoftmax
            ? [new Softmax(_number, y, z), loss, new SoftmaxAdjoint(_number, Gradient, y, dy)]
            : [ActivationLowering.Of(Function, _number, y, z), loss, OfOutputGradient(dy)];
    }

    /// <summary>The gradient of z from one of y: dz = dy s'(z).</summary>
    private Map OfOutputGradient(Value dy)
    {
        var gradient = new Variable("dyj");
        Expr slope = Differentiator.Differentiate(Function.Value, ActivationFunction.Z);
        ImmutableArray<Argument> arguments = slope.Contains(ActivationFunction.Z)
            ? [new Argument(gradient, dy), new Argument(ActivationFunction.Z, z)]
            : [new Argument(gradient, dy)];
        string formula = Function.IsIdentity ? $"{Gradient.Name} = {dy.Name}" : $"{Gradient.Name} = {dy.Name} * s'({z.Name})";
        return new Map(_number, Gradient, arguments, gradient * slope, text: (formula, formula));
    }

    private string? LossName => model.Loss.Kind is null || Function.Kind is null ? model.Loss.Name : null;

    /// <summary>A loss of the output itself.</summary>
    private ElementwiseLoss OfOutput(Value y, Value dy, Value d) => new(
        _number, dy, new Argument(LossFunction.Y, y), new Argument(LossFunction.D, d), [], model.Loss.OfOutput!, LossName);

    /// <summary>A loss of the output as one of z. What is the user's stays as it was written.</summary>
    private Expr Composed(Expr loss) => model.Loss.Kind is null || Function.Kind is null
        ? loss.Substitute(LossFunction.Y, Function.Value)
        : loss.Replace(LossFunction.Y, Function.Value);

    /// <summary>Activation and loss as one function of z.</summary>
    private ElementwiseLoss OfLogit(Value d)
    {
        if (Function.IsIdentity)
            return OfOutput(z, Gradient, d);
        Expr value = model.Loss.OfLogit ?? Composed(model.Loss.OfOutput!);
        return new ElementwiseLoss(
            _number, Gradient, new Argument(ActivationFunction.Z, z), new Argument(LossFunction.D, d), [("y", Function.Value)], value, LossName);
    }
}
