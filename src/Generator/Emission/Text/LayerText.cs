using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.Text;

/// <summary>What the methods of a network say of themselves: the formulas of their operations.</summary>
internal sealed class LayerText(NetworkProgram program)
{
    /// <summary>What the sum of the losses of so many rows is divided by, as C#.</summary>
    public string LossTerms(string rows)
    {
        bool areClasses = program.Model.Targets == Targets.Classes;
        if (program.HasLossOfSteps)
        {
            int steps = program.Model.OutputShape.Dimensions[0], ofStep = program.LossTerms / steps;
            return areClasses ? $"SequenceLength.CountClasses(inputs, {program.Model.Inputs}, targets, steps: {steps})"
                : $"{(ofStep > 1 ? "(" : "")}SequenceLength.Count(inputs, {program.Model.Inputs}, steps: {steps}){(ofStep > 1 ? $" * {ofStep}.0)" : "")}";
        }

        return areClasses ? "SoftmaxCrossEntropy.CountClasses(targets)" : program.LossTerms > 1 ? $"({rows} * {program.LossTerms}.0)" : rows;
    }

    public static string Forward(LayerProgram layer, bool inTraining = false) =>
        $"Layer {layer.Number}, forward{(inTraining || layer.IsForTraining ? " in training" : "")}{Folded(layer)}: {Formulas(layer.Forward)}.";

    /// <summary>What a layer computes of others.</summary>
    private static string Folded(LayerProgram layer) =>
        layer.Forward.Select(operation => operation.Layer).FirstOrDefault(number => number != layer.Number) is > 0 and int other
            ? $" with the normalisation of layer {other} folded in"
            : "";

    public static string Step(LayerProgram layer) => $"Layer {layer.Number}, one step: {Formulas(layer.Forward)}.";

    public static string Backward(LayerProgram layer) => $"Layer {layer.Number}, backward: {Formulas(layer.Backward)}.";

    public static string Gradients(LayerProgram layer) => $"Layer {layer.Number}, the gradients of its parameters: {Formulas(layer.Gradients)}.";

    /// <summary>Both in one, where they are not methods.</summary>
    public static string BackwardAndGradients(LayerProgram layer) =>
        $"Layer {layer.Number}, backward: {Formulas(layer.Backward.Concat(layer.Gradients))}.";

    public static string InputGradient(LayerProgram layer) => $"The gradient of the network's inputs: {Formulas(layer.InputGradient)}.";

    public static string Output(IEnumerable<Operation> operations) => $"The outputs: {Formulas(operations)}.";

    public static string OutputAdjoint(IEnumerable<Operation> operations) => $"Back from the gradient of the outputs that the caller gives: {Formulas(operations)}.";

    public string Loss(IEnumerable<Operation> operations) =>
        $"The sum of the losses ({program.Model.Loss.Title}) of the rows; {Formulas(operations)}.";

    /// <summary>Of the steps of a row alone.</summary>
    public string LossOfSteps(IEnumerable<Operation> operations) => $"The sum of the losses ({program.Model.Loss.Title}) of some steps, which are rows here; {Formulas(operations)}.";

    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static string Formulas(IEnumerable<Operation> operations) =>
        string.Join("; ", operations.Select(operation => operation.Formula).Where(text => text.Length > 0));
}
