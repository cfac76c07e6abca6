using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
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

    /// <summary>The network's inputs as the graph has them.</summary>
    private Shape Input => program.Forward.Input;

    private Shape Output => program.Model.OutputShape;

    private string Read => $"ReadOnlySpan<{_t}>";

    private string Write => $"Span<{_t}>";

    private bool HasTrace => program.Forward.HasTrace;

    public void Emit()
    {
        Forward("Forward", program.Forward.Layers, traces: program.Training is not null && !HasTrace);
        if (program.Stream is { } stream)
            Step(stream);
        if (program.Training is not { } training)
            return;
        if (HasTrace)
        {
            w.Gap();
            Forward("Trace", program.Forward.Traced, traces: true);
        }

        Evaluate();
        BackwardRows(training);
        ParameterGradients(training);
    }

    private void Forward(string name, ImmutableArray<LayerProgram> layers, bool traces)
    {
        string activations = traces ? $"{Write} activations, " : "", kept = !traces || layers.Length == 1 ? ""
            : HasTrace ? "; the activations of the layers before too, layer after layer, so that no normalisation is folded into another layer"
            : "; the activations of the layers before too, layer after layer, unless their span is empty";
        w.Folded("/// ", $"<summary>The outputs of n samples{kept}.</summary>");
        w.Line(Vocabulary.OptimizedPass);
        w.List($"internal static void {name}(", [$"int n, {Read} inputs, {Write} outputs, {activations}ref {_t} parameters, ref {_t} workspace"], ")");
        using (w.Block())
        {
            w.Line("var p = new Tensors(ref parameters);");
            w.Line("var s = new ForwardScratch(ref workspace);");
            using (Blocks())
            {
                w.Line($"{words.Rows} x = {Callers("inputs", Input)}, y = {Callers("outputs", Output)};");
                int before = 0;
                foreach (LayerProgram layer in layers)
                {
                    ForwardCall(layer);
                    if (!traces || IsForTraining(layer) || layer.Number == layers.Length)
                        continue;
                    int size = layer.Result.Shape.Size;
                    string start = before == 0 ? $"start * {size}" : $"n * {before} + start * {size}";
                    w.Line($"Matrix.Keep({RowLoops.Rows(layer.Result.Steps)}, {Arguments.Argument(layer.Result)}, activations, {start});");
                    before += size;
                }

                Call("Output", program.Forward.Output);
            }
        }
    }

    private void Step(StreamPass stream)
    {
        w.Gap();
        w.Line("/// <summary>The outputs of one step of a sequence, from the state that the steps before have left, which it replaces.</summary>");
        w.Line(Vocabulary.OptimizedPass);
        w.List("internal static void Step(", [.. stream.NeedsPlace ? [$"{Arguments.PlaceType(stream.Operations)} place"] : Array.Empty<string>(), $"{Read} inputs, {Write} outputs, ref {_t} parameters, ref {_t} state"], ")");
        using (w.Block())
        {
            w.Line("const int rows = 1;");
            w.Line("var p = new Tensors(ref parameters);");
            w.Line("var s = new StepScratch(ref state);");
            w.Line($"{words.Rows} x = new(inputs, 0, {program.StepInputs}), y = new(outputs, 0, {program.Model.OutputShape.Features});");
            foreach (LayerProgram layer in stream.Layers)
                Call($"Layer{layer.Number}Step", layer.Forward);
            Call("StepOutput", stream.Output);
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
                w.Line($"{words.Rows} x = {Callers("inputs", Input)}, d = {Callers("targets", program.Model.TargetShape)};");
                foreach (LayerProgram layer in program.Forward.Layers)
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
            $"ref {_t} parameters", $"ref {_t} workspace", .. NoiseParameter, .. program.Carried.IsEmpty ? Array.Empty<string>() : [$"CarriedRows<{_t}> carried"],
        ], ")");
        using (w.Block())
        {
            w.Line("var p = new Tensors(ref parameters);");
            w.Line("var s = new Scratch(ref workspace);");
            foreach ((Value before, Value after, int offset) in program.Carried)
                w.List($"{words.Rows} ", [$"{before.Name} = carried.Before({offset}, {before.Columns})", $"{after.Name} = carried.After({offset}, {after.Columns})"], ";");
            w.Line($"{words.Rows} x = {Callers("inputs", Input, "0")}, d = {Callers("targets", program.Model.TargetShape, "0")}, dy = {Callers("outputGradients", Output, "0")};");
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
        {
            w.Line("inputGradients.Clear();   // nothing flows to them");
            return;
        }

        using (w.Block("if (!inputGradients.IsEmpty)"))
        {
            w.Line($"{words.Rows} dx = {Callers("inputGradients", Input, "0")};");
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
                w.Line($"{words.Rows} x = {Callers("inputs", Input, "0")};");
            foreach (LayerProgram layer in training.Layers.Reverse())
                Call($"Layer{layer.Number}Gradients", layer.Gradients);
        }
    }

    /// <summary>The caller's rows of a block, which stand close together; of sequences, their steps.</summary>
    private static string Callers(string span, Shape shape, string start = "start") => shape.Rank == 2
        ? $"new({span}, {(start == "0" ? "0" : $"{start} * {shape.Dimensions[0]}")}, {shape.Dimensions[1]})"
        : $"new({span}, {start}, {shape.Size})";

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
