using System.Collections.Immutable;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>The last activation, once for the outputs and once, together with the loss, for training.</summary>
internal static class LossLowering
{
    /// <summary>What makes the outputs of z, and what makes the loss of z and the targets.</summary>
    public static (ImmutableArray<Operation> Output, ImmutableArray<Operation> Loss) Lower(
        NetworkModel model, LayerModel layer, Tensor z, int number, MemoryPlan memory)
    {
        var y = new Tensor("y", "y", Storage.Outputs, Tensor.Batch, model.Outputs, model.Outputs, 0);
        var d = new Tensor("d", "target", Storage.Targets, Tensor.Batch, model.Outputs, model.Outputs, 0);
        if (layer.Activation == Activation.Softmax)
        {
            ImmutableArray<Operation> softmax = [new Softmax(number, y, z)];
            if (model.Loss == Loss.CrossEntropy)
                return (softmax, [new SoftmaxCrossEntropy(number, z, d)]);
            Tensor kept = z.Renamed($"y{number}");
            return (softmax, [new Softmax(number, kept, z), OfOutput(model.Loss, kept, d, number)]);
        }

        ActivationFunction function = ActivationFunction.Of(layer.Activation, layer.Alpha);
        string note = function.IsIdentity ? $"y = {z.Name}" : $"y = {ActivationLowering.Word(layer.Activation)}({z.Name})";
        ImmutableArray<Operation> output = [new Map(number, y, [new Argument(ActivationFunction.Z, z)], function.Value, note, $"{note}, into the caller's rows")];
        return (output, [OfLogit(model.Loss, function, z, d, number)]);
    }

    /// <summary>A loss of the output itself.</summary>
    private static ElementwiseLoss OfOutput(Loss loss, Tensor y, Tensor d, int number) => new(
        number, [new Argument(LossFunction.Y, y), new Argument(LossFunction.D, d)], [],
        LossFunction.Of(loss), LossFunction.IsMeanOverOutputs(loss));

    /// <summary>Activation and loss as one function of z, so that one derivative covers both.</summary>
    private static ElementwiseLoss OfLogit(Loss loss, ActivationFunction function, Tensor z, Tensor d, int number)
    {
        if (function.IsIdentity)
            return OfOutput(loss, z, d, number);
        Expr value = loss == Loss.BinaryCrossEntropy
            ? LossFunction.BinaryCrossEntropyOfLogit
            : LossFunction.Of(loss).Replace(LossFunction.Y, function.Value);
        return new ElementwiseLoss(
            number, [new Argument(ActivationFunction.Z, z), new Argument(LossFunction.D, d)],
            [("y", function.Value)], value, LossFunction.IsMeanOverOutputs(loss));
    }
}
