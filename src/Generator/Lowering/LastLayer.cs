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
internal sealed class LastLayer(NetworkModel model, Value z)
{
    private readonly int _number = model.Layers.Count;
    private readonly LayerModel _layer = model.Layers[model.Layers.Count - 1];

    /// <summary>d loss / d z.</summary>
    public Value Gradient { get; } = new("d" + z.Name, z.Shape, ValueKind.Intermediate);

    /// <summary>y, where the way back needs it.</summary>
    private Value Kept { get; } = new($"y{model.Layers.Count}", z.Shape, ValueKind.Intermediate);

    private bool IsSoftmax => _layer.Activation == Activation.Softmax;

    private ActivationFunction Function => ActivationFunction.Of(_layer.Activation, _layer.Alpha);

    /// <summary>y of z.</summary>
    public ImmutableArray<Operation> Output()
    {
        var y = new Value("y", z.Shape, ValueKind.Output);
        return IsSoftmax ? [new Softmax(_number, y, z)] : [ActivationLowering.Of(_layer, _number, y, z, Function)];
    }

    /// <summary>The loss of z and the targets, with the gradient of z.</summary>
    public ImmutableArray<Operation> Loss()
    {
        var d = new Value("d", z.Shape, ValueKind.Target);
        if (!IsSoftmax)
            return [OfLogit(d)];
        if (model.Loss == GenNet.Loss.CrossEntropy)
            return [new SoftmaxCrossEntropy(_number, Gradient, z, d)];
        Value y = Kept, dy = new("d" + y.Name, y.Shape, ValueKind.Intermediate);
        return [new Softmax(_number, y, z), OfOutput(y, dy, d), new SoftmaxAdjoint(_number, Gradient, y, dy)];
    }

    /// <summary>The gradient of z from one of y that the caller gives.</summary>
    public ImmutableArray<Operation> OutputAdjoint()
    {
        var dy = new Value("dy", z.Shape, ValueKind.OutputGradient);
        if (IsSoftmax)
        {
            return [new Softmax(_number, Kept, z), new SoftmaxAdjoint(_number, Gradient, Kept, dy)];
        }

        var gradient = new Variable("dyj");
        Expr slope = Differentiator.Differentiate(Function.Value, ActivationFunction.Z);
        ImmutableArray<Argument> arguments = slope.Contains(ActivationFunction.Z)
            ? [new Argument(gradient, dy), new Argument(ActivationFunction.Z, z)]
            : [new Argument(gradient, dy)];
        string formula = Function.IsIdentity ? $"{Gradient.Name} = dy" : $"{Gradient.Name} = dy * s'({z.Name})";
        return [new Map(_number, Gradient, arguments, gradient * slope, text: (formula, formula))];
    }

    /// <summary>A loss of the output itself.</summary>
    private ElementwiseLoss OfOutput(Value y, Value dy, Value d) => new(
        _number, dy, new Argument(LossFunction.Y, y), new Argument(LossFunction.D, d), [], LossFunction.Of(model.Loss));

    /// <summary>Activation and loss as one function of z.</summary>
    private ElementwiseLoss OfLogit(Value d)
    {
        if (Function.IsIdentity)
            return OfOutput(z, Gradient, d);
        Expr value = model.Loss == GenNet.Loss.BinaryCrossEntropy
            ? LossFunction.BinaryCrossEntropyOfLogit
            : LossFunction.Of(model.Loss).Replace(LossFunction.Y, Function.Value);
        return new ElementwiseLoss(
            _number, Gradient, new Argument(ActivationFunction.Z, z), new Argument(LossFunction.D, d), [("y", Function.Value)], value);
    }
}
