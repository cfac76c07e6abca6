using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Emission;

/// <summary>
/// The static class that computes a network with vector loops: the passes over a batch, a method for each layer and
/// direction, and the kernels that they share.
/// </summary>
internal sealed class LayersEmitter
{
    private readonly CodeWriter _w;
    private readonly Vocabulary _v;
    private readonly NetworkProgram _program;
    private readonly KernelSet _kernels = new();
    private readonly ElementwiseEmitter _elementwise;
    private readonly LossEmitter _loss;
    private readonly SoftmaxEmitter _softmax;
    private readonly ProductEmitter _products;
    private readonly LayerText _text;

    private LayersEmitter(CodeWriter w, Vocabulary v, NetworkProgram program)
    {
        _w = w;
        _v = v;
        _program = program;
        _elementwise = new ElementwiseEmitter(w, v, program.Memory);
        _loss = new LossEmitter(w, v, _elementwise);
        _softmax = new SoftmaxEmitter(w, v, _elementwise);
        _products = new ProductEmitter(w, v, program.Memory, _kernels);
        _text = new LayerText(program);
    }

    public static void Emit(CodeWriter w, Vocabulary v, NetworkProgram program, string className)
    {
        var emitter = new LayersEmitter(w, v, program);
        w.Line($"/// <summary>The layers of {program.Model.Type.Name}{NetworkText.Directions(program.Model)}. Rows are samples; a block of {MemoryPlan.BlockRows} is computed at a time.</summary>");
        w.Line("/// <remarks>");
        w.Line($"/// Names: {NetworkText.Names(program.Model)}. Rows are padded to");
        w.Line($"/// cache lines of {v.LineLanes} numbers, so a vector never meets the end of a row; padding stays zero and the layout hides it.");
        w.Line("/// Lengths are checked where the network is called; from here on addresses are computed unchecked. The methods are compiled");
        w.Line("/// with full optimization at once: a profile taken of single samples would have the JIT neglect the code for batches.");
        w.Line("/// </remarks>");
        using (w.Block($"internal static class {className}"))
        {
            emitter.Passes();
            foreach (LayerProgram layer in program.Layers)
                emitter.Method($"Layer{layer.Number}Forward", emitter._text.Forward(layer), layer.Forward);
            emitter.Method("Output", emitter._text.Output(), program.Output);
            if (program.Model.Mode == NetworkMode.Training)
                emitter.BackwardMethods();
            emitter._kernels.Emit(w, v);
        }
    }

    private void BackwardMethods()
    {
        LossMethod();
        foreach (LayerProgram layer in _program.Layers.Reverse())
        {
            Method($"Layer{layer.Number}Backward", _text.Backward(layer), layer.Backward);
            if (layer.InputGradient.Length > 0)
                Method($"Layer{layer.Number}InputGradient", _text.InputGradient(layer), layer.InputGradient);
        }
    }

    private void Passes()
    {
        string t = _v.Scalar;
        _w.Line("/// <summary>The outputs of n samples.</summary>");
        using (_w.Block($"internal static void Forward(int n, ReadOnlySpan<{t}> inputs, Span<{t}> outputs, ref {t} parameters, ref {t} workspace)"))
        {
            ImmutableArray<Operation> operations = [.. _program.Layers.SelectMany(layer => layer.Forward), .. _program.Output];
            References(operations, gradients: false);
            _w.Gap();
            using (Blocks(operations))
            {
                ForwardCalls();
                Call("Output", _program.Output);
            }
        }

        if (_program.Model.Mode == NetworkMode.Inference)
            return;
        EvaluatePass(t);
        BackwardPass(t);
    }

    private void EvaluatePass(string t)
    {
        _w.Gap();
        _w.Line("/// <summary>The mean loss of n samples.</summary>");
        using (_w.Block($"internal static {t} Evaluate(int n, ReadOnlySpan<{t}> inputs, ReadOnlySpan<{t}> targets, ref {t} parameters, ref {t} workspace)"))
        {
            ImmutableArray<Operation> operations = [.. _program.Layers.SelectMany(layer => layer.Forward), .. _program.Loss];
            References(operations, gradients: false);
            _w.Gap();
            _w.Line("double loss = 0;");
            using (Blocks(operations))
            {
                ForwardCalls();
                _w.Line($"loss += {CallText("Loss", _program.Loss, "rows, 1")};");
            }

            _w.Gap();
            _w.Line($"return ({t})(loss / {_text.LossTerms});");
        }
    }

    private void BackwardPass(string t)
    {
        _w.Gap();
        _w.Line("/// <summary>The mean loss of n samples and its gradient; the gradient of the inputs too, unless its span is empty.</summary>");
        _w.Line($"internal static {t} Backward(");
        using (_w.Indent())
        {
            _w.Line($"int n, ReadOnlySpan<{t}> inputs, ReadOnlySpan<{t}> targets, ref {t} parameters,");
            _w.Line($"Span<{t}> gradients, Span<{t}> inputGradients, ref {t} workspace)");
        }

        using (_w.Block())
        {
            LayerProgram first = _program.Layers[0];
            ImmutableArray<Operation> operations =
                [.. _program.Layers.SelectMany(layer => layer.Forward.Concat(layer.Backward)), .. _program.Loss, .. first.InputGradient];
            References(operations, gradients: true);
            _w.Gap();
            _w.Line("// The mean over the batch, as a factor of the gradient that starts the backward pass.");
            _w.Line($"{t} scale = ({t})(1.0 / {_text.LossTerms});");
            Transposes();
            ClearPadding();
            _w.Gap();
            _w.Line("double loss = 0;");
            using (Blocks(operations))
            {
                _w.Line("bool first = start == 0;");
                _w.Gap();
                ForwardCalls();
                _w.Line($"loss += {CallText("Loss", _program.Loss, "rows, scale")};");
                foreach (LayerProgram layer in _program.Layers.Reverse())
                    Call($"Layer{layer.Number}Backward", layer.Backward);
                using (_w.Block("if (!inputGradients.IsEmpty)"))
                {
                    CallersRows(first.InputGradient.SelectMany(op => Memories([op])).Where(tensor => tensor.Storage == Storage.InputGradients));
                    Call($"Layer{first.Number}InputGradient", first.InputGradient);
                }
            }

            _w.Gap();
            _w.Line($"return ({t})(loss / {_text.LossTerms});");
        }
    }

    private void ForwardCalls()
    {
        foreach (LayerProgram layer in _program.Layers)
            Call($"Layer{layer.Number}Forward", layer.Forward);
    }

    /// <summary>Weights transposed once a call, for the gradients that flow through them.</summary>
    private void Transposes()
    {
        List<Product> always = Transposing(_program.Layers.SelectMany(layer => layer.Backward));
        List<Product> whenAsked = Transposing(_program.Layers.SelectMany(layer => layer.InputGradient));
        _w.Gap();
        _w.Line("// Gradients flow back through transposed weights; a few rows are multiplied with the weights as they stand.");
        foreach (Product product in always)
            Transpose(product, "");
        foreach (Product product in whenAsked)
            Transpose(product, " && !inputGradients.IsEmpty");
    }

    private static List<Product> Transposing(IEnumerable<Operation> operations) =>
        operations.OfType<Product>().Where(product => product.TransposeRight).ToList();

    private void Transpose(Product product, string condition)
    {
        Tensor b = product.Right, c = product.TransposedRight!;
        _w.Single($"if (n >= {_v.TileRows}{condition})", $"Transpose({b.Rows}, {b.Columns}, ref {b.Memory}, {b.Stride}, ref {c.Memory}, {c.Stride});");
    }

    private void ClearPadding()
    {
        foreach (Product product in _program.Layers.SelectMany(layer => layer.Backward).OfType<Product>().Where(product => product.Accumulate))
        {
            Tensor c = product.Result;
            int padded = _program.Memory.Padded(c.Columns);
            if (c.Stride == padded)
                continue;
            _kernels.Use(Kernels.ClearPadding);
            _w.Line($"ClearPadding({c.Rows}, {padded}, ref {c.Memory}, {c.Stride});");
        }
    }

    /// <summary>A name for each tensor's place in the parameters, the gradients and the workspace.</summary>
    private void References(ImmutableArray<Operation> operations, bool gradients)
    {
        if (gradients)
            _w.Line($"ref {_v.Scalar} gradientOrigin = ref MemoryMarshal.GetReference(gradients);");
        foreach (Tensor tensor in Memories(operations).OrderBy(tensor => tensor.Storage).ThenBy(tensor => tensor.Offset))
        {
            string? buffer = tensor.Storage switch
            {
                Storage.Parameters => "parameters",
                Storage.Gradients when gradients => "gradientOrigin",
                Storage.Workspace => "workspace",
                _ => null,
            };
            if (buffer is not null)
                _w.Line($"ref {_v.Scalar} {tensor.Memory} = ref {(tensor.Offset == 0 ? buffer : $"Unsafe.Add(ref {buffer}, {tensor.Offset})")};");
        }
    }

    /// <summary>The loop over blocks of rows, with a name for the caller's rows of the block.</summary>
    private IDisposable Blocks(ImmutableArray<Operation> operations)
    {
        IDisposable block = _w.Block($"for (int start = 0; start < n; start += {MemoryPlan.BlockRows})");
        _w.Line($"int rows = Math.Min({MemoryPlan.BlockRows}, n - start);");
        CallersRows(Memories(operations).Where(tensor => tensor.IsDense && tensor.Storage != Storage.InputGradients));
        return block;
    }

    /// <summary>A name for the caller's rows of the current block.</summary>
    private void CallersRows(IEnumerable<Tensor> tensors)
    {
        foreach (Tensor tensor in tensors.Distinct())
        {
            string span = tensor.Storage switch
            {
                Storage.Inputs => "inputs",
                Storage.Targets => "targets",
                Storage.Outputs => "outputs",
                _ => "inputGradients",
            };
            _w.Line($"ref {_v.Scalar} {tensor.Memory} = ref Unsafe.Add(ref MemoryMarshal.GetReference({span}), start{(tensor.Stride == 1 ? "" : $" * {tensor.Stride}")});");
        }
    }

    private void Method(string name, ImmutableArray<string> summary, ImmutableArray<Operation> operations)
    {
        _w.Gap();
        LayerText.Write(_w, summary);
        _w.Line(Vocabulary.Optimized);
        using (_w.Block($"private static void {name}({Parameters("int rows", operations)})"))
            Statements(operations);
    }

    private void LossMethod()
    {
        _w.Gap();
        LayerText.Write(_w, _text.Loss());
        _w.Line(Vocabulary.Optimized);
        using (_w.Block($"private static double Loss({Parameters($"int rows, {_v.Scalar} scale", _program.Loss)})"))
            Statements(_program.Loss);
    }

    /// <summary>The operations of a method. Where one overwrites its argument, what follows calls the memory by its new content.</summary>
    private void Statements(ImmutableArray<Operation> operations)
    {
        Dictionary<string, string> names = Operands.LocalNames(operations, _program.Memory);
        for (int i = 0; i < operations.Length; i++)
        {
            Emit(Operands.Renamed(operations[i], names));
            if (Operands.Result(operations[i]) is not { } result || names[result.Memory] == result.Name)
                continue;
            if (Operands.Of(operations.Skip(i + 1), _program.Memory).Any(tensor => tensor.Memory == result.Memory))
            {
                _w.Line($"ref {_v.Scalar} {result.Name} = ref {names[result.Memory]};");
                names[result.Memory] = result.Name;
            }
        }
    }

    private void Emit(Operation operation)
    {
        switch (operation)
        {
            case Product op: _products.Emit(op); break;
            case ColumnSum op: _products.Emit(op); break;
            case Map op: _elementwise.Emit(op); break;
            case Softmax op: _softmax.Emit(op); break;
            case SoftmaxAdjoint op: _softmax.Emit(op); break;
            case ElementwiseLoss op: _loss.Emit(op); break;
            case SoftmaxCrossEntropy op: _loss.Emit(op); break;
            default: throw new InvalidOperationException($"No loop nest for {operation.GetType().Name}.");
        }
    }

    private void Call(string method, ImmutableArray<Operation> operations) => _w.Line(CallText(method, operations, "rows") + ";");

    private string CallText(string method, ImmutableArray<Operation> operations, string leading)
    {
        string first = Operands.AccumulateIn(operations) ? ", first" : "";
        return $"{method}({leading}{first}{string.Concat(Memories(operations).Select(tensor => $", ref {tensor.Memory}"))})";
    }

    private string Parameters(string leading, ImmutableArray<Operation> operations)
    {
        string first = Operands.AccumulateIn(operations) ? ", bool first" : "";
        Dictionary<string, string> names = Operands.LocalNames(operations, _program.Memory);
        return leading + first + string.Concat(Memories(operations).Select(tensor => $", ref {_v.Scalar} {names[tensor.Memory]}"));
    }

    private IEnumerable<Tensor> Memories(ImmutableArray<Operation> operations) => Operands.Of(operations, _program.Memory);
}
