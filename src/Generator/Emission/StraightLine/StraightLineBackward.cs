using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Graphs;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.StraightLine;

/// <summary>The backward pass of the smallest networks.</summary>
/// <param name="w">Where it goes.</param>
/// <param name="program">The network.</param>
/// <param name="text">What it says of itself.</param>
/// <param name="writer">Writes operations.</param>
/// <param name="layers">Writes the call of the layers.</param>
internal sealed class StraightLineBackward(CodeWriter w, NetworkProgram program, LayerText text, StraightLineWriter writer, Action layers)
{
    private readonly string _t = writer.Style.ScalarType;
    private readonly int _lanes = writer.Style.ScalarType == "float" ? 4 : 2;

    private IEnumerable<string> Gradients => program.Parameters.Places.SelectMany(place => StraightLineWriter.ElementsOf(place.Value)).Select(name => "d" + name);

    public void Emit(TrainingPasses training)
    {
        w.Gap();
        w.Line("/// <summary>The sum of the losses of n samples, and scale times its gradient; that of the inputs too, unless its span is empty. Where the caller");
        w.Line("/// gives the gradient of the outputs, there is no loss: the flow starts from that.</summary>");
        w.Line(Vocabulary.Optimized);
        w.List(
            "internal static double BackwardRows(",
            [
                "int n", $"{_t} scale", $"ReadOnlySpan<{_t}> inputs", $"ReadOnlySpan<{_t}> targets", $"ReadOnlySpan<{_t}> outputGradients",
                $"Span<{_t}> inputGradients", $"ref {_t} parameters", $"Span<{_t}> gradients",
            ], ")");
        using (w.Block())
        {
            w.Line("var p = new Tensors(ref parameters);");
            w.Line("// The gradients of the parameters, summed over the batch.");
            w.List($"{writer.Vector} ", Gradients.Select(name => $"{name} = default"), ";");
            w.Line("double loss = 0;");
            using (w.Block($"for (int row = 0; row < n; row += {_lanes})"))
                Sample(training);
            w.Gap();
            StoreGradients();
            w.Line("return loss;");
        }
    }

    private void Sample(TrainingPasses training)
    {
        writer.LoadRow("x", "inputs", program.Model.Inputs);
        layers();
        w.Gap();
        Start(training);
        foreach (LayerProgram layer in training.Layers.Reverse())
        {
            w.Gap();
            w.Line($"// {LayerText.BackwardAndGradients(layer).Replace("rows x ", "")}");
            foreach (Operation operation in layer.Backward.Concat(layer.Gradients))
                StraightLineForms.Emit(writer, operation);
        }

        w.Gap();
        using (w.Block("if (!inputGradients.IsEmpty)"))
        {
            foreach (LayerProgram layer in training.Layers.Reverse().Where(layer => layer.InputGradient.Length > 0))
            {
                w.Line($"// {LayerText.InputGradient(layer).Replace("rows x ", "")}");
                foreach (Operation operation in layer.InputGradient)
                    StraightLineForms.Emit(writer, operation);
            }
        }
    }

    /// <summary>The gradient of the last z, from the loss or from the caller's gradient of the outputs.</summary>
    private void Start(TrainingPasses training)
    {
        Value start = training.Loss.Last().Result;
        w.Line($"{writer.Vector} {string.Join(", ", StraightLineWriter.ElementsOf(start))};");
        w.Line($"{writer.Vector} weight = SampleLanes.Weight(row, n, scale);");
        using (w.Block("if (outputGradients.IsEmpty)"))
        {
            w.Line($"// {text.Loss(training.Loss)}");
            writer.LoadRow("d", "targets", program.Model.Outputs);
            foreach (Operation operation in training.Loss)
                StraightLineForms.Emit(writer with { Declared = [start] }, operation);
        }

        using (w.Block("else"))
        {
            w.Line($"// {LayerText.OutputAdjoint(training.OutputAdjoint)}");
            writer.LoadRow("dy", "outputGradients", program.Model.Outputs, " * weight");
            foreach (Operation operation in training.OutputAdjoint)
                StraightLineForms.Emit(writer with { Declared = [start] }, operation);
        }
    }

    /// <summary>The sums over the lanes, as many at once as a vector has room for; straight-line parameters have no gaps.</summary>
    private void StoreGradients()
    {
        string[] names = Gradients.ToArray();
        int whole = names.Length / _lanes * _lanes;
        for (int i = 0; i < whole; i += _lanes)
            w.Line($"SampleLanes.StoreSums(gradients, {i}, {string.Join(", ", names.Skip(i).Take(_lanes))});");
        for (int i = whole; i < names.Length; i++)
            w.Line($"gradients[{i}] = Vector128.Sum({names[i]});");
    }
}
