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
internal sealed partial class LayersEmitter
{
    private readonly CodeWriter _w;
    private readonly Vocabulary _v;
    private readonly NetworkProgram _program;
    private readonly KernelSet _kernels;
    private readonly ElementwiseEmitter _elementwise;
    private readonly LossEmitter _loss;
    private readonly SoftmaxEmitter _softmax;
    private readonly MaxoutEmitter _maxout;
    private readonly ProductEmitter _products;
    private readonly LayerText _text;

    private LayersEmitter(CodeWriter w, Vocabulary v, NetworkProgram program)
    {
        _w = w;
        _v = v;
        _program = program;
        _kernels = new KernelSet(program.Memory);
        _elementwise = new ElementwiseEmitter(w, v, program.Memory);
        _loss = new LossEmitter(w, v, _elementwise);
        _softmax = new SoftmaxEmitter(w, v, _elementwise);
        _maxout = new MaxoutEmitter(w, v, program.Memory, _elementwise);
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
            foreach (LayerProgram layer in program.Layers.Where(layer => layer.Forward.Length > 0))
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
            if (layer.Backward.Length > 0)
                Method($"Layer{layer.Number}Backward", _text.Backward(layer), layer.Backward);
            if (layer.Gradients.Length > 0)
                Method($"Layer{layer.Number}Gradients", _text.Gradients(layer), layer.Gradients, "int part, int parts, int rows, bool first");
            if (layer.InputGradient.Length > 0)
                Method($"Layer{layer.Number}InputGradient", _text.InputGradient(layer), layer.InputGradient);
        }
    }

    private void Method(string name, ImmutableArray<string> summary, ImmutableArray<Operation> operations, string leading = "int rows")
    {
        _w.Gap();
        LayerText.Write(_w, summary);
        _w.Line(Vocabulary.Optimized);
        using (_w.Block($"private static void {name}({Parameters(leading, operations)})"))
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
            case Maxout op: _maxout.Emit(op); break;
            case MaxoutAdjoint op: _maxout.Emit(op); break;
            case DropoutMask op: EmitMask(op); break;
            case ClearPadding op: EmitClear(op); break;
            case ElementwiseLoss op: _loss.Emit(op); break;
            case SoftmaxCrossEntropy op: _loss.Emit(op); break;
            default: throw new InvalidOperationException($"No loop nest for {operation.GetType().Name}.");
        }
    }

    private void EmitMask(DropoutMask op)
    {
        _w.Gap();
        _w.Line($"// {op.Result.Name}: {op.Keep} of 65536 stay, scaled so that the mean does");
        _w.Line($"noise.Mask(rows, {op.Result.Columns}, keep: {op.Keep}, layer: {op.Layer}, ref {op.Result.Memory}, {op.Result.Stride});");
    }

    private void EmitClear(ClearPadding op)
    {
        Tensor c = op.Result;
        _w.Gap();
        _w.Line($"// Behind its {c.Columns} columns {c.Name} is zero, whatever the parameters have in their padding.");
        _w.Line($"Matrix.ClearPadding(rows, {c.Columns}, ref {c.Memory}, {c.Stride});");
    }

    private string Parameters(string leading, ImmutableArray<Operation> operations)
    {
        string noise = Operands.DrawIn(operations) ? ", DropoutNoise noise" : "";
        Dictionary<string, string> names = Operands.LocalNames(operations, _program.Memory);
        return leading + noise + string.Concat(Memories(operations).Select(tensor => $", ref {_v.Scalar} {names[tensor.Memory]}"));
    }

    private IEnumerable<Tensor> Memories(ImmutableArray<Operation> operations) => Operands.Of(operations, _program.Memory);
}
