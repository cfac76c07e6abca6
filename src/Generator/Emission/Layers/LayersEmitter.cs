using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The static class that computes a network with vector loops: the passes over a batch, a method for each layer and direction, and the memory.</summary>
internal sealed class LayersEmitter
{
    private readonly CodeWriter _w;
    private readonly Vocabulary _words;
    private readonly NetworkProgram _program;
    private readonly LoopWriter _loops;
    private readonly LayerText _text;
    private readonly HashSet<int> _windows = [];

    private LayersEmitter(CodeWriter w, NetworkProgram program)
    {
        _w = w;
        _words = Vocabulary.Of(program.Model.Precision);
        _program = program;
        _loops = new LoopWriter(w, _words, program.Format);
        _text = new LayerText(program);
    }

    public static void Emit(CodeWriter w, NetworkProgram program, string className)
    {
        var emitter = new LayersEmitter(w, program);
        w.Folded("/// ", $"<summary>The layers of {program.Model.Type.Name}{NetworkText.Directions(program.Model)}. A row is a sample; a block of rows is computed at a time, so that activations stay in the cache.</summary>");
        w.Folded("/// ", $"<remarks>Names: {NetworkText.Names(program.Model)}. Rows are padded to cache lines of {emitter._words.LineLanes} numbers, so a vector never meets "
            + "the end of a row; the layout hides the padding. Lengths are checked where the network is called; from here on addresses are computed unchecked. Methods with "
            + "loops are compiled with full optimization at once.</remarks>");
        w.Line(GeneratedCode.Mark);
        using (w.Block($"internal static class {className}"))
        {
            new PassesEmitter(w, emitter._words, program, emitter._text).Emit();
            emitter.Forward();
            if (program.Training is { } training)
                emitter.Backward(training);
            if (program.Stream is { } stream)
                emitter.Stream(stream);
            emitter.Memory();
        }
    }

    /// <summary>One step of one sequence.</summary>
    private void Stream(StreamPass stream)
    {
        foreach (LayerProgram layer in stream.Layers)
            Method($"void Layer{layer.Number}Step", LayerText.Step(layer), layer.Forward);
        Method("void StepOutput", LayerText.Output(stream.Output), stream.Output);
    }

    private void Forward()
    {
        IEnumerable<LayerProgram> ofInference = _program.Forward.Traced.Union(_program.Forward.Layers).Where(layer => ForwardMethods.IsOfInferenceAlone(_program, layer));
        foreach (LayerProgram layer in _program.Layers.Concat(ofInference).OrderBy(layer => layer.Number))
        {
            Window(layer);
            Method($"void {ForwardMethods.Name(_program, layer)}", LayerText.Forward(layer, ForwardMethods.IsOfTrainingAlone(_program, layer)), layer.Forward);
        }

        Method("void Output", LayerText.Output(_program.Forward.Output), _program.Forward.Output);
    }

    /// <summary>The geometry of a convolution, once for all its calls.</summary>
    private void Window(LayerProgram layer)
    {
        if (layer.Forward.OfType<Frame>().FirstOrDefault() is not { } frame || !_windows.Add(layer.Number))
            return;
        _w.Gap();
        _w.Line($"/// <summary>The window of layer {layer.Number}: {WindowText.Of(frame.Window)}.</summary>");
        _w.Line($"private static Window {ConvolutionCalls.Window(layer.Number)} => {WindowText.Code(frame.Window)};");
    }

    private void Backward(TrainingPasses training)
    {
        Method("double Loss", _text.Loss(training.Loss), training.Loss, $"int rows, {_words.Scalar} scale");
        foreach (StepLosses loss in training.Loss.OfType<StepLosses>())
            Method($"double {StepLosses.Method}", _text.LossOfSteps(loss.OfStep), loss.OfStep, $"int rows, {_words.Scalar} scale");
        if (_program.Model.Loss.OfRow is { } function)
        {
            _w.Gap();
            _w.Line($"/// <summary>The loss of a sample, {_program.Model.Loss.Name}, and its gradient by the outputs.</summary>");
            foreach (string line in function.Split('\n'))
                _w.Line(line);
        }

        Method("void OutputBackward", LayerText.OutputAdjoint(training.OutputAdjoint), training.OutputAdjoint);
        foreach (LayerProgram layer in training.Layers.Reverse())
        {
            Method($"void Layer{layer.Number}Backward", LayerText.Backward(layer), layer.Backward);
            Method($"void Layer{layer.Number}Gradients", LayerText.Gradients(layer), layer.Gradients);
            Method($"void Layer{layer.Number}InputGradient", LayerText.InputGradient(layer), layer.InputGradient);
        }
    }

    /// <summary>A method of some operations; the summary is their formulas, so that a call alone needs no other comment.</summary>
    private void Method(string name, string summary, IReadOnlyCollection<Operation> operations, string leading = "int rows")
    {
        if (operations.Count == 0)
            return;
        _w.Gap();
        _w.Folded("/// ", $"<summary>{LayerText.Xml(summary)}</summary>");
        string[] calls = operations.Select(operation => LibraryCalls.Of(_program.Format, operation)).OfType<string>().ToArray();
        _w.Line(calls.Length < operations.Count ? Vocabulary.Optimized : Vocabulary.Inlined);
        bool isOneCall = operations.Count == 1 && calls.Length == 1;
        _w.List($"private static {name}(", Arguments.Parameters(_words, operations).Prepend(leading), isOneCall ? ") =>" : ")");
        if (isOneCall)
        {
            using (_w.Indent())
                _w.Line(calls[0] + ";");
            return;
        }

        using (_w.Block())
        {
            foreach (Operation operation in operations)
                Statement(operation);
            if (!operations.OfType<LossOperation>().Any())
                return;
            _w.Gap();
            _w.Line("return loss;");
        }
    }

    private void Statement(Operation operation)
    {
        if (LibraryCalls.Of(_program.Format, operation) is { } call)
            _w.Commented($"{(operation is LossOperation ? "double loss = " : "")}{call};", operation.Comment);
        else
            Loops.Emit(_loops, operation);
    }

    private void Memory()
    {
        var structs = new MemoryStructs(_w, _words);
        structs.Parameters(_program.Parameters, _program.Training is not null);
        structs.Scratch("ForwardScratch", "of a pass forward", _program.Forward.Plan);
        if (_program.Stream is { } stream)
            structs.Scratch("StepScratch", "of a sequence that is given step by step", stream.Plan);
        if (_program.Training is { } training)
            structs.Scratch("Scratch", "of a pass forward and backward", training.Plan);
    }
}
