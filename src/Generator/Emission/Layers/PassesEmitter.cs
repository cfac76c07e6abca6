using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Graphs;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The passes over a batch: block after block of rows, they call the methods of the layers.</summary>
/// <param name="w">Where they go.</param>
/// <param name="words">The number type.</param>
/// <param name="program">The network.</param>
/// <param name="text">What methods say of themselves.</param>
internal sealed class PassesEmitter(CodeWriter w, Vocabulary words, NetworkProgram program, LayerText text)
{
    private readonly string _t = words.Scalar;

    private int Inputs => program.Model.Inputs;

    private int Outputs => program.Model.Outputs;

    private string Read => $"ReadOnlySpan<{_t}>";

    private string Write => $"Span<{_t}>";

    private ImmutableArray<LayerProgram> Inference => program.Forward.Layers;

    public void Emit()
    {
        Forward();
        if (program.Training is not { } training)
            return;
        Evaluate();
        BackwardRows(training);
        ParameterGradients(training);
    }

    private void Forward()
    {
        bool traces = program.Training is not null && Inference.Length > 1;
        string activations = program.Training is null ? "" : $"{Write} activations, ";
        w.Line($"/// <summary>The outputs of n samples{(traces ? "; the activations of the layers before too, layer after layer, unless their span is empty" : "")}.</summary>");
        w.Line(Vocabulary.OptimizedPass);
        w.List("internal static void Forward(", [$"int n, {Read} inputs, {Write} outputs, {activations}ref {_t} parameters, ref {_t} workspace"], ")");
        using (w.Block())
        {
            w.Line("var p = new Tensors(ref parameters);");
            w.Line("var s = new ForwardScratch(ref workspace);");
            using (Blocks())
            {
                w.Line($"{words.Rows} x = new(inputs, start, {Inputs}), y = new(outputs, start, {Outputs});");
                int before = 0;
                foreach (LayerProgram layer in Inference)
                {
                    ForwardCall(layer);
                    if (!traces || IsForTraining(layer) || layer.Number == Inference.Length)
                        continue;
                    string start = before == 0 ? $"start * {layer.Result.Columns}" : $"n * {before} + start * {layer.Result.Columns}";
                    w.Line($"Matrix.Keep(rows, {Arguments.Argument(layer.Result)}, activations, {start});");
                    before += layer.Result.Columns;
                }

                Call("Output", program.Forward.Output);
            }
        }
    }

    private void Evaluate()
    {
        w.Gap();
        w.Line("/// <summary>The mean loss of n samples.</summary>");
        w.Line(Vocabulary.OptimizedPass);
        w.List($"internal static {_t} Evaluate(", [$"int n, {Read} inputs, {Read} targets, ref {_t} parameters, ref {_t} workspace"], ")");
        using (w.Block())
        {
            w.Line("var p = new Tensors(ref parameters);");
            w.Line("var s = new ForwardScratch(ref workspace);");
            w.Line("double loss = 0;");
            using (Blocks())
            {
                w.Line($"{words.Rows} x = new(inputs, start, {Inputs}), d = new(targets, start, {Outputs});");
                foreach (LayerProgram layer in Inference)
                    ForwardCall(layer);
                Call("Loss", program.Forward.Loss, "loss += ", ["rows", "1"]);
            }

            w.Gap();
            w.Line($"return ({_t})(loss / {text.LossTerms("n")});");
        }
    }

    private void BackwardRows(TrainingPasses training)
    {
        w.Gap();
        w.Folded("/// ", $"<summary>The sum of the losses of up to {training.Plan.BlockRows} samples. What the gradients of the parameters are made of stays in the workspace. "
            + "The factor scale, by which every gradient is multiplied, is one over the samples of the whole batch: the loss is their mean. Where the caller gives the "
            + "gradient of the outputs there is no loss; the way back starts from that.</summary>");
        w.Line(Vocabulary.OptimizedPass);
        w.List("internal static double BackwardRows(",
        [
            "int rows", $"{_t} scale", $"{Read} inputs", $"{Read} targets", $"{Read} outputGradients", $"{Write} inputGradients",
            $"ref {_t} parameters", $"ref {_t} workspace", .. NoiseParameter,
        ], ")");
        using (w.Block())
        {
            w.Line("var p = new Tensors(ref parameters);");
            w.Line("var s = new Scratch(ref workspace);");
            w.Line($"{words.Rows} x = new(inputs, 0, {Inputs}), d = new(targets, 0, {Outputs}), dy = new(outputGradients, 0, {Outputs});");
            w.Line("double loss = 0;");
            foreach (LayerProgram layer in training.Layers)
                ForwardCall(layer);
            w.Line("if (outputGradients.IsEmpty)");
            using (w.Indent())
                Call("Loss", training.Loss, "loss = ", ["rows", "scale"]);
            w.Line("else");
            using (w.Indent())
                Call("OutputBackward", training.OutputAdjoint);
            foreach (LayerProgram layer in training.Layers.Reverse())
                Call($"Layer{layer.Number}Backward", layer.Backward);
            InputGradient(training);
            w.Gap();
            w.Line("return loss;");
        }
    }

    private void InputGradient(TrainingPasses training)
    {
        LayerProgram[] asked = training.Layers.Reverse().Where(layer => layer.InputGradient.Length > 0).ToArray();
        if (asked.Length == 0)
            return;
        using (w.Block("if (!inputGradients.IsEmpty)"))
        {
            w.Line($"{words.Rows} dx = new(inputGradients, 0, {Inputs});");
            foreach (LayerProgram layer in asked)
                Call($"Layer{layer.Number}InputGradient", layer.InputGradient);
        }
    }

    private void ParameterGradients(TrainingPasses training)
    {
        w.Gap();
        w.Folded("/// ", "<summary>The gradients of the parameters, from what the rows of a block have left in the workspace: written for the first block of a batch, "
            + "added for those behind it. Where several threads share the work, each computes its share of every tensor.</summary>");
        w.Line(Vocabulary.OptimizedPass);
        w.List("internal static void ParameterGradients(", [$"int rows, {Read} inputs, {Write} gradients, ref {_t} workspace, Share share"], ")");
        using (w.Block())
        {
            w.Line("var g = new Tensors(ref MemoryMarshal.GetReference(gradients));");
            w.Line("var s = new Scratch(ref workspace);");
            if (Arguments.Of(training.Layers.SelectMany(layer => layer.Gradients)).Any(value => value.Kind == ValueKind.Input))
                w.Line($"{words.Rows} x = new(inputs, 0, {Inputs});");
            foreach (LayerProgram layer in training.Layers.Reverse())
                Call($"Layer{layer.Number}Gradients", layer.Gradients);
        }
    }

    private string[] NoiseParameter => program.DrawsNoise ? ["DropoutNoise noise"] : [];

    private IDisposable Blocks()
    {
        IDisposable block = w.Block($"for (int start = 0; start < n; start += {program.Forward.Plan.BlockRows})");
        w.Line($"int rows = Math.Min({program.Forward.Plan.BlockRows}, n - start);");
        return block;
    }

    /// <summary>Without training, what exists for it only is left out.</summary>
    private void ForwardCall(LayerProgram layer) => Call(ForwardMethods.Name(program, layer), layer.Forward);

    private bool IsForTraining(LayerProgram layer) => program.Layers[layer.Number - 1].IsForTraining;

    private void Call(string method, IReadOnlyCollection<Operation> operations, string result = "", params string[] leading)
    {
        if (operations.Count > 0)
            w.List($"{result}{method}(", (leading.Length == 0 ? ["rows"] : leading).Concat(Arguments.Call(operations)), ");");
    }
}
