using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Emission;

/// <summary>The passes over a batch: block after block of rows, they call the methods of the layers.</summary>
internal sealed partial class LayersEmitter
{
    private void Passes()
    {
        string t = _v.Scalar;
        bool inference = _program.Model.Mode == NetworkMode.Inference;
        _w.Line($"/// <summary>The outputs of n samples{(inference ? "" : "; the activations of the layers before too, layer after layer, unless their span is empty")}.</summary>");
        string activations = inference ? "" : $", Span<{t}> activations";
        using (_w.Block($"internal static void Forward(int n, ReadOnlySpan<{t}> inputs, Span<{t}> outputs{activations}, ref {t} parameters, ref {t} workspace)"))
        {
            ImmutableArray<Operation> operations = [.. Layers(training: false).SelectMany(layer => layer.Forward), .. _program.Output];
            References(operations, training: false);
            _w.Gap();
            using (Blocks(operations, training: false))
            {
                ForwardCalls(training: false);
                Call("Output", _program.Output, training: false);
                CopyActivations();
            }
        }

        if (inference)
            return;
        EvaluatePass(t);
        BackwardPass(t);
    }

    /// <summary>The activations of all layers but the last, whose are the outputs, for who asks for them.</summary>
    private void CopyActivations()
    {
        if (HiddenLayers.Length == 0 || _program.Model.Mode == NetworkMode.Inference)
            return;
        using (_w.Block("if (!activations.IsEmpty)"))
        {
            int before = 0;
            foreach (Tensor a in HiddenLayers.Select(layer => layer.Result))
            {
                string start = before == 0 ? $"start * {a.Columns}" : $"n * {before} + start * {a.Columns}";
                _w.Line($"Matrix.CopyRows(rows, {a.Columns}, ref {a.Memory}, {a.Stride}, ref Unsafe.Add(ref MemoryMarshal.GetReference(activations), {start}), {a.Columns});");
                before += a.Columns;
            }
        }
    }

    private LayerProgram[] HiddenLayers => Layers(training: false).Where(layer => layer.Number < _program.Layers.Length).ToArray();

    private void EvaluatePass(string t)
    {
        _w.Gap();
        _w.Line("/// <summary>The mean loss of n samples.</summary>");
        using (_w.Block($"internal static {t} Evaluate(int n, ReadOnlySpan<{t}> inputs, ReadOnlySpan<{t}> targets, ref {t} parameters, ref {t} workspace)"))
        {
            ImmutableArray<Operation> operations = [.. Layers(training: false).SelectMany(layer => layer.Forward), .. _program.Loss];
            References(operations, training: false);
            _w.Gap();
            _w.Line("double loss = 0;");
            using (Blocks(operations, training: false))
            {
                ForwardCalls(training: false);
                _w.Line($"loss += {CallText("Loss", _program.Loss, "rows, 1", training: false)};");
            }

            _w.Gap();
            _w.Line($"return ({t})(loss / {_text.LossTerms("n")});");
        }
    }

    private void BackwardPass(string t)
    {
        string noise = _program.DrawsNoise ? ", DropoutNoise noise" : "";
        _w.Gap();
        _w.Line("/// <summary>The mean loss of n samples and its gradient; the gradient of the inputs too, unless its span is empty.</summary>");
        _w.Line($"internal static {t} Backward(");
        using (_w.Indent())
        {
            _w.Line($"int n, ReadOnlySpan<{t}> inputs, ReadOnlySpan<{t}> targets, ref {t} parameters,");
            _w.Line($"Span<{t}> gradients, Span<{t}> inputGradients, ref {t} workspace{noise})");
        }

        int inputs = _program.Model.Inputs, outputs = _program.Model.Outputs;
        using (_w.Block())
        {
            _w.Line("// The mean over the batch, as a factor of the gradient that starts the backward pass.");
            _w.Line($"{t} scale = ({t})(1.0 / {_text.LossTerms("n")});");
            _w.Line("double loss = 0;");
            using (_w.Block($"for (int start = 0; start < n; start += {MemoryPlan.BlockRows})"))
            {
                _w.Line($"int rows = Math.Min({MemoryPlan.BlockRows}, n - start);");
                _w.Line($"ReadOnlySpan<{t}> x = inputs.Slice(start * {inputs}, rows * {inputs});");
                _w.Line($"Span<{t}> dx = inputGradients.IsEmpty ? default : inputGradients.Slice(start * {inputs}, rows * {inputs});");
                _w.Line($"loss += BackwardRows(rows, scale, x, targets.Slice(start * {outputs}, rows * {outputs}), ref parameters, dx, ref workspace{(noise.Length == 0 ? "" : ", noise.At(start)")});");
                _w.Line("ParameterGradients(0, 1, rows, start == 0, x, gradients, ref workspace);");
            }

            _w.Gap();
            _w.Line($"return ({t})(loss / {_text.LossTerms("n")});");
        }

        BackwardRowsPass(t, noise);
        ParameterGradientsPass(t);
    }

    private void BackwardRowsPass(string t, string noise)
    {
        ImmutableArray<Operation> operations =
            [.. _program.Layers.SelectMany(layer => layer.Forward.Concat(layer.Backward).Concat(layer.InputGradient)), .. _program.Loss];
        _w.Gap();
        _w.Line($"/// <summary>The sum of the losses of up to {MemoryPlan.BlockRows} samples. What the gradients of the parameters are made of stays in the workspace: the");
        _w.Line("/// outputs of the layers, and scale * d loss / d z of each. The gradient of the inputs too, unless its span is empty.</summary>");
        _w.Line("internal static double BackwardRows(");
        using (_w.Indent())
        {
            _w.Line($"int rows, {t} scale, ReadOnlySpan<{t}> inputs, ReadOnlySpan<{t}> targets, ref {t} parameters,");
            _w.Line($"Span<{t}> inputGradients, ref {t} workspace{noise})");
        }

        using (_w.Block())
        {
            CallersSpans(Seen(operations, training: true).Where(tensor => tensor.IsDense && tensor.Storage != Storage.InputGradients));
            References(operations, training: true);
            _w.Gap();
            ForwardCalls(training: true);
            _w.Line($"double loss = {CallText("Loss", _program.Loss, "rows, scale", training: true)};");
            foreach (LayerProgram layer in _program.Layers.Reverse().Where(layer => layer.Backward.Length > 0))
                Call($"Layer{layer.Number}Backward", layer.Backward, training: true);
            using (_w.Block("if (!inputGradients.IsEmpty)"))
            {
                CallersSpans(Memories(operations).Where(tensor => tensor.Storage == Storage.InputGradients));
                foreach (LayerProgram layer in _program.Layers.Reverse().Where(layer => layer.InputGradient.Length > 0))
                    Call($"Layer{layer.Number}InputGradient", layer.InputGradient, training: true);
            }

            _w.Gap();
            _w.Line("return loss;");
        }
    }

    private void ParameterGradientsPass(string t)
    {
        ImmutableArray<Operation> operations = [.. _program.Layers.SelectMany(layer => layer.Gradients)];
        _w.Gap();
        _w.Line("/// <summary>The gradients of the parameters from what BackwardRows has left in the workspace, added to those there are unless the rows are the");
        _w.Line("/// first of a batch. With several parts each computes a share of every layer's.</summary>");
        _w.Line($"internal static void ParameterGradients(int part, int parts, int rows, bool first, ReadOnlySpan<{t}> inputs, Span<{t}> gradients, ref {t} workspace)");
        using (_w.Block())
        {
            CallersSpans(Seen(operations, training: true).Where(tensor => tensor.IsDense));
            References(operations, training: true);
            _w.Gap();
            foreach (LayerProgram layer in _program.Layers.Reverse().Where(layer => layer.Gradients.Length > 0))
                _w.Line(CallText($"Layer{layer.Number}Gradients", layer.Gradients, "part, parts, rows, first", training: true) + ";");
        }
    }

    private void ForwardCalls(bool training)
    {
        foreach (LayerProgram layer in Layers(training))
            Call($"Layer{layer.Number}Forward", layer.Forward, training);
    }

    /// <summary>The layers that compute something in a pass.</summary>
    private IEnumerable<LayerProgram> Layers(bool training) =>
        _program.Layers.Where(layer => layer.Forward.Length > 0 && (training || !layer.IsForTraining));

    /// <summary>What a tensor is in a pass: outside training the output of dropout is its input.</summary>
    private Tensor Seen(Tensor tensor, bool training)
    {
        LayerProgram? skipped = training ? null : _program.Layers.FirstOrDefault(
            layer => layer.IsForTraining && Operands.Result(layer.Forward[layer.Forward.Length - 1])!.Memory == tensor.Memory);
        return skipped is null ? tensor : Seen(skipped.Input, training);
    }

    /// <summary>The memories of operations as a pass sees them.</summary>
    private IEnumerable<Tensor> Seen(ImmutableArray<Operation> operations, bool training) => Memories(operations)
        .Select(tensor => Seen(tensor, training)).GroupBy(tensor => tensor.Memory).Select(group => group.First());

    /// <summary>A name for each tensor's place in the parameters, the gradients and the workspace.</summary>
    private void References(ImmutableArray<Operation> operations, bool training)
    {
        if (operations.Any(Operands.Accumulates))
            _w.Line($"ref {_v.Scalar} gradientOrigin = ref MemoryMarshal.GetReference(gradients);");
        foreach (Tensor tensor in Seen(operations, training).OrderBy(tensor => tensor.Storage).ThenBy(tensor => tensor.Offset))
        {
            string? buffer = tensor.Storage switch
            {
                Storage.Parameters => "parameters",
                Storage.Gradients when training => "gradientOrigin",
                Storage.Workspace => "workspace",
                _ => null,
            };
            if (buffer is not null)
                _w.Line($"ref {_v.Scalar} {tensor.Memory} = ref {(tensor.Offset == 0 ? buffer : $"Unsafe.Add(ref {buffer}, {tensor.Offset})")};");
        }
    }

    /// <summary>The loop over blocks of rows, with a name for the caller's rows of the block.</summary>
    private IDisposable Blocks(ImmutableArray<Operation> operations, bool training)
    {
        IDisposable block = _w.Block($"for (int start = 0; start < n; start += {MemoryPlan.BlockRows})");
        _w.Line($"int rows = Math.Min({MemoryPlan.BlockRows}, n - start);");
        CallersRows(Seen(operations, training).Where(tensor => tensor.IsDense));
        return block;
    }

    /// <summary>A name for the caller's rows of the current block.</summary>
    private void CallersRows(IEnumerable<Tensor> tensors)
    {
        foreach (Tensor tensor in tensors.Distinct())
            _w.Line($"ref {_v.Scalar} {tensor.Memory} = ref Unsafe.Add(ref MemoryMarshal.GetReference({Span(tensor)}), start{(tensor.Stride == 1 ? "" : $" * {tensor.Stride}")});");
    }

    /// <summary>A name for the caller's first row.</summary>
    private void CallersSpans(IEnumerable<Tensor> tensors)
    {
        foreach (Tensor tensor in tensors.Distinct())
            _w.Line($"ref {_v.Scalar} {tensor.Memory} = ref MemoryMarshal.GetReference({Span(tensor)});");
    }

    private static string Span(Tensor tensor) => tensor.Storage switch
    {
        Storage.Inputs => "inputs",
        Storage.Targets => "targets",
        Storage.Outputs => "outputs",
        _ => "inputGradients",
    };

    private void Call(string method, ImmutableArray<Operation> operations, bool training) =>
        _w.Line(CallText(method, operations, "rows", training) + ";");

    private string CallText(string method, ImmutableArray<Operation> operations, string leading, bool training)
    {
        string noise = Operands.DrawIn(operations) ? ", noise" : "";
        return $"{method}({leading}{noise}{string.Concat(Memories(operations).Select(tensor => $", ref {Seen(tensor, training).Memory}"))})";
    }
}
