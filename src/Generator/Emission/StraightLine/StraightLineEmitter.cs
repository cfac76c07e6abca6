using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.StraightLine;

/// <summary>
/// The smallest networks as straight-line arithmetic: every number a local, every product written out, for as many samples at a
/// time as a vector of 128 bits has lanes.
/// </summary>
internal sealed class StraightLineEmitter
{
    private readonly CodeWriter _w;
    private readonly NetworkProgram _program;
    private readonly LayerText _text;
    private readonly StraightLineWriter _writer;
    private readonly string _t;
    private readonly string _vector;
    private readonly int _lanes;

    private StraightLineEmitter(CodeWriter w, NetworkProgram program)
    {
        _w = w;
        _program = program;
        _text = new LayerText(program);
        _t = program.Model.Precision == Precision.Float ? "float" : "double";
        _vector = $"Vector128<{_t}>";
        _lanes = program.Model.Precision == Precision.Float ? 4 : 2;
        _writer = new StraightLineWriter(w, new VectorStyle(_t, "Vector128"), _vector);
    }

    /// <summary>The values that the layers leave to what follows: those that the way back reads, and the activations.</summary>
    private Value[] Left
    {
        get
        {
            IEnumerable<Operation> later = _program.Forward.Output.Concat(_program.Training is { } training
                ? training.Loss.Concat(training.OutputAdjoint).Concat(training.Layers.SelectMany(layer => layer.Backward.Concat(layer.Gradients).Concat(layer.InputGradient)))
                : []);
            HashSet<Value> read = [.. later.SelectMany(operation => operation.Reads), .. _program.Training is null ? [] : Hidden.Select(layer => layer.Result)];
            return _program.Layers.SelectMany(layer => layer.Forward).Select(operation => operation.Result).Where(value => read.Contains(value)
                || value == _program.Layers[_program.Layers.Length - 1].Result).ToArray();
        }
    }

    private IEnumerable<string> Inputs => StraightLineWriter.Range(_program.Model.Inputs).Select(column => StraightLineWriter.Name("x", column));

    private LayerProgram[] Hidden => _program.Layers.Take(_program.Layers.Length - 1).ToArray();

    public static void Emit(CodeWriter w, NetworkProgram program, string className)
    {
        var emitter = new StraightLineEmitter(w, program);
        w.Line($"/// <summary>The layers of {program.Model.Type.Name}{NetworkText.Directions(program.Model)}, number by number.</summary>");
        w.Folded("/// ", $"<remarks>Names: {NetworkText.Names(program.Model)}. W1_0_2 is the weight of layer 1 from input 0 to output 2. Lengths are checked where the "
            + $"network is called. {(emitter._lanes == 4 ? "Four" : "Two")} samples are computed at a time, one in each lane of a vector; a batch that ends within a "
            + "vector repeats its last sample in the lanes that are left over, with the weight zero.</remarks>");
        w.Line(GeneratedCode.Mark);
        using (w.Block($"internal static class {className}"))
        {
            emitter.Forward();
            if (program.Training is { } training)
            {
                emitter.Evaluate();
                new StraightLineBackward(w, program, emitter._text, emitter._writer, emitter.LayersCall).Emit(training);
            }

            emitter.Layers();
            emitter.Weights();
        }
    }

    /// <summary>The call of the layers, declaring what they leave.</summary>
    private void LayersCall() => _w.List(
        "Layers(p, ",
        Inputs.Concat(StraightLineWriter.Elements(Left).Select(name => $"out {_vector} {name}")), ");");

    private void Forward()
    {
        bool traces = _program.Training is not null;
        _w.Line($"/// <summary>The outputs of n samples{(traces ? "; the activations of all layers before too, layer after layer, unless their span is empty" : "")}.</summary>");
        _w.Line(Vocabulary.Optimized);
        _w.List(
            "internal static void Forward(",
            [$"int n, ReadOnlySpan<{_t}> inputs, Span<{_t}> outputs, {(traces ? $"Span<{_t}> activations, " : "")}ref {_t} parameters"], ")");
        using (_w.Block())
        {
            _w.Line("var p = new Tensors(ref parameters);");
            using (Samples())
            {
                _writer.LoadRow("x", "inputs", _program.Model.Inputs);
                LayersCall();
                _w.Line($"// {LayerText.Output(_program.Forward.Output).Replace("rows x ", "")}");
                foreach (Operation operation in _program.Forward.Output)
                    StraightLineForms.Emit(_writer, operation);
                if (traces && Hidden.Length > 0)
                    Activations();
            }
        }
    }

    private void Activations()
    {
        using (_w.Block("if (!activations.IsEmpty)"))
        {
            int before = 0;
            foreach (Value a in Hidden.Select(layer => layer.Result))
            {
                string origin = before == 0 ? "activations" : $"activations[(n * {before})..]";
                for (int j = 0; j < a.Columns; j++)
                    _w.Line(StraightLineWriter.Store(StraightLineWriter.Element(a, j), origin, a.Columns, j));
                before += a.Columns;
            }
        }
    }

    private void Evaluate()
    {
        _w.Gap();
        _w.Line("/// <summary>The mean loss of n samples.</summary>");
        _w.Line(Vocabulary.Optimized);
        using (_w.Block($"internal static {_t} Evaluate(int n, ReadOnlySpan<{_t}> inputs, ReadOnlySpan<{_t}> targets, ref {_t} parameters)"))
        {
            _w.Line("var p = new Tensors(ref parameters);");
            _w.Line("double loss = 0;");
            using (Samples())
            {
                _writer.LoadRow("x", "inputs", _program.Model.Inputs);
                _writer.LoadRow("d", "targets", _program.Model.Outputs);
                LayersCall();
                _w.Line($"// The loss: {_program.Model.Loss.Title}.");
                foreach (Operation operation in _program.Forward.Loss.Where(operation => operation is not SoftmaxAdjoint))
                    StraightLineForms.Emit(_writer with { IsEvaluation = true }, operation);
            }

            _w.Gap();
            _w.Line($"return ({_t})(loss / {_text.LossTerms("n")});");
        }
    }

    private System.IDisposable Samples() => _w.Block($"for (int row = 0; row < n; row += {_lanes})");

    /// <summary>Forward through all layers, inlined into each pass.</summary>
    private void Layers()
    {
        _w.Gap();
        _w.Line("/// <summary>Forward through all layers.</summary>");
        _w.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        IEnumerable<string> inputs = Inputs.Select(name => $"{_vector} {name}");
        _w.List("private static void Layers(Tensors p, ", inputs.Concat(StraightLineWriter.Elements(Left).Select(name => $"out {_vector} {name}")), ")");
        using (_w.Block())
        {
            StraightLineWriter writer = _writer with { Declared = [.. Left] };
            foreach (LayerProgram layer in _program.Layers)
            {
                _w.Gap();
                _w.Line($"// {LayerText.Forward(layer).Replace("rows x ", "")}");
                foreach (Operation operation in layer.Forward)
                    StraightLineForms.Emit(writer, operation);
            }
        }
    }

    private void Weights()
    {
        _w.Gap();
        _w.Line("/// <summary>The weights, each in all lanes of a vector.</summary>");
        using (_w.Block($"private readonly ref struct Tensors(ref {_t} origin)"))
        {
            _w.Line($"private readonly ref {_t} _origin = ref origin;");
            foreach (Place place in _program.Parameters.Places)
            {
                for (int row = 0; row < place.Value.Rows; row++)
                {
                    for (int column = 0; column < place.Value.Columns; column++)
                    {
                        int offset = place.Offset + row * place.Stride + column;
                        _w.Line($"public {_vector} {StraightLineWriter.Element(place.Value, row, column)} => Vector128.Create({(offset == 0 ? "_origin" : $"Unsafe.Add(ref _origin, {offset})")});");
                    }
                }
            }
        }
    }
}
