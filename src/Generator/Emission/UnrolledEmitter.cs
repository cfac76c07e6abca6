using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Emission;

/// <summary>
/// The smallest networks as straight-line arithmetic: every number a local, every product written out, for as many samples at a
/// time as a vector of 128 bits has lanes.
/// </summary>
internal sealed class UnrolledEmitter
{
    private readonly CodeWriter _w;
    private readonly NetworkProgram _program;
    private readonly LayerText _text;
    private readonly UnrolledOperations _operations;
    private readonly string _t;
    private readonly string _vector;
    private readonly int _lanes;

    private UnrolledEmitter(CodeWriter w, NetworkProgram program)
    {
        _w = w;
        _program = program;
        _text = new LayerText(program);
        _t = program.Model.Precision == Precision.Float ? "float" : "double";
        _vector = $"Vector128<{_t}>";
        _lanes = program.Model.Precision == Precision.Float ? 4 : 2;
        _operations = new UnrolledOperations(w, new VectorStyle(_t, "Vector128"));
    }

    public static void Emit(CodeWriter w, NetworkProgram program, string className)
    {
        var emitter = new UnrolledEmitter(w, program);
        w.Line($"/// <summary>The layers of {program.Model.Type.Name}{NetworkText.Directions(program.Model)}, number by number.</summary>");
        w.Line("/// <remarks>");
        w.Line($"/// Names: {NetworkText.Names(program.Model)}. W1_0_2 is the");
        w.Line("/// weight of layer 1 from input 0 to output 2. Lengths are checked where the network is called.");
        w.Line($"/// {(emitter._lanes == 4 ? "Four" : "Two")} samples are computed at a time, one in each lane of a vector; a batch that ends within a vector repeats its last");
        w.Line("/// sample in the lanes that are left over, with the weight zero.");
        w.Line("/// </remarks>");
        using (w.Block($"internal static class {className}"))
        {
            emitter.Forward();
            if (program.Model.Mode == NetworkMode.Training)
            {
                emitter.Trace();
                emitter.Evaluate();
                emitter.Backward();
            }
        }
    }

    private void Forward()
    {
        _w.Line("/// <summary>The outputs of n samples.</summary>");
        _w.Line(Vocabulary.Optimized);
        using (_w.Block($"internal static void Forward(int n, ReadOnlySpan<{_t}> inputs, Span<{_t}> outputs, ref {_t} parameters)"))
        {
            Origins("inputs", "outputs");
            LoadParameters();
            using (_w.Block($"for (int row = 0; row < n; row += {_lanes})"))
            {
                Outputs();
            }
        }
    }

    private void Trace()
    {
        LayerProgram[] layers = _program.Layers.ToArray();
        int hidden = layers.Take(layers.Length - 1).Sum(layer => layer.Model.Outputs);
        _w.Gap();
        _w.Line("/// <summary>The activations of all layers for n samples, layer after layer.</summary>");
        _w.Line(Vocabulary.Optimized);
        using (_w.Block($"internal static void Trace(int n, ReadOnlySpan<{_t}> inputs, Span<{_t}> activations, ref {_t} parameters)"))
        {
            Origins("inputs", "activations");
            _w.Line($"ref {_t} outputsOrigin = ref Unsafe.Add(ref activationsOrigin, n * {hidden});");
            LoadParameters();
            using (_w.Block($"for (int row = 0; row < n; row += {_lanes})"))
            {
                Outputs();
                int before = 0;
                foreach (LayerProgram layer in layers.Take(layers.Length - 1))
                {
                    string origin = before == 0 ? "activationsOrigin" : $"Unsafe.Add(ref activationsOrigin, n * {before})";
                    for (int j = 0; j < layer.Result.Columns; j++)
                        _w.Line(UnrolledOperations.Store(UnrolledOperations.Element(layer.Result.Name, j), origin, layer.Result.Columns, j));
                    before += layer.Result.Columns;
                }
            }
        }
    }

    /// <summary>From the inputs of the current samples to their outputs.</summary>
    private void Outputs()
    {
        LoadRow("x", "inputs", _program.Model.Inputs);
        ForwardLayers();
        _w.Gap();
        _w.Line($"// {Plain(_text.Output())}");
        foreach (Operation operation in _program.Output)
            _operations.Emit(operation, _program);
    }

    private void Evaluate()
    {
        _w.Gap();
        _w.Line("/// <summary>The mean loss of n samples.</summary>");
        _w.Line(Vocabulary.Optimized);
        using (_w.Block($"internal static {_t} Evaluate(int n, ReadOnlySpan<{_t}> inputs, ReadOnlySpan<{_t}> targets, ref {_t} parameters)"))
        {
            Origins("inputs", "targets");
            LoadParameters();
            _w.Line("double loss = 0;");
            using (_w.Block($"for (int row = 0; row < n; row += {_lanes})"))
            {
                LoadRow("x", "inputs", _program.Model.Inputs);
                LoadRow("d", "targets", _program.Model.Outputs);
                ForwardLayers();
                _w.Gap();
                _w.Line($"// The loss: {NetworkText.Spoken(_program.Model.Loss)}.");
                foreach (Operation operation in _program.Loss)
                    _operations.Loss(operation, withGradient: false);
            }

            _w.Gap();
            _w.Line($"return ({_t})(loss / {_text.LossTerms("n")});");
        }
    }

    private void Backward()
    {
        _w.Gap();
        _w.Line("/// <summary>The sum of the losses of n samples, and scale times its gradient; that of the inputs too, unless its span is empty.</summary>");
        _w.Line(Vocabulary.Optimized);
        _w.Line("internal static double Backward(");
        using (_w.Indent())
            _w.Line($"int n, {_t} scale, ReadOnlySpan<{_t}> inputs, ReadOnlySpan<{_t}> targets, ref {_t} parameters, Span<{_t}> gradients, Span<{_t}> inputGradients)");
        using (_w.Block())
        {
            Origins("inputs", "targets");
            LoadParameters();
            _w.Line("// The gradients of the parameters, summed over the batch.");
            foreach (Tensor parameter in _program.Memory.Parameters)
                _w.Line($"{_vector} {string.Join(", ", Names(parameter).Select(name => $"d{name.Name} = {_vector}.Zero"))};");
            _w.Gap();
            _w.Line("double loss = 0;");
            using (_w.Block($"for (int row = 0; row < n; row += {_lanes})"))
                BackwardSample();
            _w.Gap();
            StoreGradients();
            _w.Gap();
            _w.Line("return loss;");
        }
    }

    /// <summary>The sums over the lanes, as many at once as a vector has room for; straight-line parameters have no gaps.</summary>
    private void StoreGradients()
    {
        string[] names = _program.Memory.Parameters.SelectMany(Names).Select(name => "d" + name.Name).ToArray();
        int whole = names.Length / _lanes * _lanes;
        if (whole > 0)
            _w.Line($"ref {_t} gradientOrigin = ref MemoryMarshal.GetReference(gradients);");
        for (int i = 0; i < whole; i += _lanes)
            _w.Line($"Vector128.StoreUnsafe(SampleLanes.Sums({string.Join(", ", names.Skip(i).Take(_lanes))}), ref gradientOrigin{(i == 0 ? "" : $", {i}")});");
        for (int i = whole; i < names.Length; i++)
            _w.Line($"gradients[{i}] = Vector128.Sum({names[i]});");
    }

    private void BackwardSample()
    {
        LoadRow("x", "inputs", _program.Model.Inputs);
        LoadRow("d", "targets", _program.Model.Outputs);
        _w.Line($"{_vector} weight = SampleLanes.Weight(row, n, scale);");
        ForwardLayers();
        _w.Gap();
        _w.Line($"// {_text.LossOfSample()}");
        foreach (Operation operation in _program.Loss)
            _operations.Loss(operation, withGradient: true);
        foreach (LayerProgram layer in _program.Layers.Reverse())
        {
            _w.Gap();
            _w.Line($"// {Plain(_text.BackwardAndGradients(layer))}");
            foreach (Operation operation in layer.Backward.Concat(layer.Gradients))
                _operations.Emit(operation, _program);
        }

        _w.Gap();
        _w.Line($"// {Plain(_text.InputGradient(_program.Layers[0]))}");
        using (_w.Block("if (!inputGradients.IsEmpty)"))
        {
            Origins("inputGradients");
            foreach (Operation operation in _program.Layers[0].InputGradient)
                _operations.Emit(operation, _program);
        }
    }

    private void ForwardLayers()
    {
        foreach (LayerProgram layer in _program.Layers)
        {
            _w.Gap();
            _w.Line($"// {Plain(_text.Forward(layer))}");
            foreach (Operation operation in layer.Forward)
                _operations.Emit(operation, _program);
        }
    }

    private void LoadParameters()
    {
        foreach (Tensor parameter in _program.Memory.Parameters)
            _w.Line($"{_vector} {string.Join(", ", Names(parameter).Select(name => $"{name.Name} = Vector128.Create({At("parameters", name.Offset)})"))};");
        _w.Gap();
    }

    /// <summary>The first numbers of the caller's spans, whose lengths have been checked.</summary>
    private void Origins(params string[] spans)
    {
        foreach (string span in spans)
            _w.Line($"ref {_t} {span}Origin = ref MemoryMarshal.GetReference({span});");
    }

    private void LoadRow(string name, string buffer, int columns)
    {
        IEnumerable<string> loads = Enumerable.Range(0, columns)
            .Select(j => $"{UnrolledOperations.Element(name, j)} = {UnrolledOperations.Load(buffer + "Origin", columns, j)}");
        _w.Line($"{_vector} {string.Join(", ", loads)};");
    }

    private static IEnumerable<(string Name, int Offset)> Names(Tensor parameter) =>
        from row in Enumerable.Range(0, parameter.Rows)
        from column in Enumerable.Range(0, parameter.Columns)
        select (UnrolledOperations.Element(parameter, row, column), parameter.Offset + row * parameter.Stride + column);

    private static string At(string buffer, int offset) => offset == 0 ? buffer : $"Unsafe.Add(ref {buffer}, {offset})";

    /// <summary>A summary as a comment: without its tags, and without sizes, which the locals show.</summary>
    private static string Plain(ImmutableArray<string> summary)
    {
        string text = summary[0].Replace("<summary>", "").Replace("</summary>", "")
            .Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").Replace("rows x ", "");
        return text;
    }
}
