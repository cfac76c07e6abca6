using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;

namespace GenNet.Generator.Emission;

/// <summary>The members of the user's class: constants, constructor, Forward, Backward, files. They check lengths and call the layers.</summary>
internal sealed class SurfaceEmitter
{
    private readonly CodeWriter _w;
    private readonly NetworkModel _model;
    private readonly string _t;
    private readonly string _name;
    private readonly string _layers;
    private readonly bool _has512;
    private readonly NetworkProgram? _program;

    private SurfaceEmitter(CodeWriter w, NetworkModel model, NetworkProgram? program, string layers, bool has512)
    {
        _w = w;
        _model = model;
        _program = program;
        _layers = layers;
        _has512 = has512;
        _t = model.Precision == Precision.Float ? "float" : "double";
        _name = model.Type.Name;
    }

    public static void Emit(CodeWriter w, NetworkProgram program, string layers, bool has512) =>
        new SurfaceEmitter(w, program.Model, program, layers, has512).Type();

    /// <summary>The same members with bodies that throw, for a declaration with errors.</summary>
    public static void EmitBroken(CodeWriter w, NetworkModel model) => new SurfaceEmitter(w, model, null, "", false).Type();

    private void Type()
    {
        var blocks = new Stack<IDisposable>();
        if (_model.Type.Namespace.Length > 0)
            blocks.Push(_w.Block($"namespace {_model.Type.Namespace}"));
        foreach (string container in _model.Type.Containers)
            blocks.Push(_w.Block(container));
        Documentation();
        using (_w.Block($"partial class {_name} : global::GenNet.INetwork<{_name}, {_t}>"))
        {
            Constants();
            Construction();
            Passes();
            Files();
            Interface();
        }

        while (blocks.Count > 0)
            blocks.Pop().Dispose();
    }

    private void Documentation()
    {
        if (_program is null)
            return;
        string tag = _model.Type.HasSummary ? "remarks" : "summary";
        _w.Line($"/// <{tag}>");
        _w.Line("/// <code>");
        foreach (string line in NetworkText.Table(_program))
            _w.Line("/// " + line.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;"));
        _w.Line("/// </code>");
        _w.Line($"/// {NetworkText.Cost(_program)}");
        _w.Line($"/// </{tag}>");
    }

    private void Constants()
    {
        long parameters = _program is null ? 0 : NetworkText.Parameters(_program);
        _w.Line("/// <summary>The numbers of one input row.</summary>");
        _w.Line($"public const int InputSize = {_model.Inputs};");
        _w.Gap();
        _w.Line("/// <summary>The numbers of one output row, and of one target row.</summary>");
        _w.Line($"public const int OutputSize = {_model.Outputs};");
        _w.Gap();
        _w.Line("/// <summary>The trainable numbers; padding does not count.</summary>");
        _w.Line($"public const int ParameterCount = {parameters};");
        _w.Gap();
        _w.Line("/// <summary>Where each tensor stands in <see cref=\"Parameters\"/> and in a gradient buffer.</summary>");
        if (_program is null)
        {
            _w.Line("public static global::GenNet.Layout Layout => throw new global::System.InvalidOperationException(\"The declaration of this network has errors.\");");
            return;
        }

        _w.Line($"public static global::GenNet.Layout Layout {{ get; }} = new global::GenNet.Layout({_program.Memory.ParametersLength}, [");
        using (_w.Indent())
        {
            foreach (ParameterTensor p in _program.Layers.SelectMany(layer => layer.Parameters))
            {
                _w.Line($"new(\"{p.LayoutName}\", global::GenNet.TensorRole.{p.Role}, shape: [{List(p.Shape)}], strides: [{List(p.Strides)}], "
                    + $"offset: {p.Tensor.Offset}, fanIn: {p.FanIn}, fanOut: {p.FanOut}, global::GenNet.Init.{p.Init}),");
            }
        }

        _w.Line("]);");
    }

    private static string List(ImmutableArray<int> numbers) => string.Join(", ", numbers);

    private void Construction()
    {
        _w.Gap();
        if (_program is { } program)
        {
            int workspace = program.Memory.WorkspaceLength;
            _w.Line($"private readonly global::GenNet.CompilerServices.NetworkMemory<{_t}> _memory = new(parameters: {program.Memory.ParametersLength}, forward: {program.ForwardLength}, workspace: {workspace});");
            _w.Gap();
        }

        _w.Line("/// <summary>A network whose weights are drawn from a seed: one seed, one network, on every machine.</summary>");
        Member($"public {_name}(int seed = 0)", "global::GenNet.Initializer.Fill(_memory.Parameters.Span, Layout, seed)");
        _w.Gap();
        _w.Line("/// <summary>A network whose parameters are zero, to be filled.</summary>");
        _w.Line($"private {_name}(global::GenNet.CompilerServices.ZeroParameters zero)");
        _w.Line("{");
        _w.Line("}");
        _w.Gap();
        _w.Line("/// <summary>All parameters, padding included, laid out as <see cref=\"Layout\"/> says. Writing to it changes the network.</summary>");
        Member($"public global::System.Span<{_t}> Parameters", "_memory.Parameters.Span");
        _w.Gap();
        _w.Line("/// <summary>Scratch memory for calls of Backward from a further thread.</summary>");
        Member($"public static global::GenNet.Workspace<{_t}> CreateWorkspace()", $"new global::GenNet.Workspace<{_t}>({_program?.Memory.WorkspaceLength ?? 0})");
    }

    private void Passes()
    {
        string read = $"global::System.ReadOnlySpan<{_t}>", write = $"global::System.Span<{_t}>";
        _w.Gap();
        _w.Line("/// <summary>Computes the outputs of a batch. Allocates nothing; may run on several threads at once.</summary>");
        _w.Line($"/// <param name=\"inputs\">[n x {_model.Inputs}], row after row.</param>");
        _w.Line($"/// <param name=\"outputs\">[n x {_model.Outputs}], overwritten.</param>");
        _w.Line("/// <exception cref=\"global::System.ArgumentException\">The lengths are not those of the same number of rows.</exception>");
        Body($"public void Forward({read} inputs, {write} outputs)", () =>
        {
            _w.Line("int n = global::GenNet.CompilerServices.Check.Rows(inputs.Length, InputSize, outputs.Length, OutputSize, nameof(outputs));");
            WithScratch("Forward(n, inputs, outputs, ref _memory.Parameters.Origin", "");
        });

        _w.Gap();
        _w.Line("/// <summary>The mean loss of a batch. Allocates nothing; may run on several threads at once.</summary>");
        BatchDocumentation();
        Body($"public {_t} Evaluate({read} inputs, {read} targets)", () =>
        {
            _w.Line("int n = global::GenNet.CompilerServices.Check.Batch(inputs.Length, InputSize, targets.Length, OutputSize);");
            if (_has512)
                _w.Line($"{_t} loss;");
            WithScratch("Evaluate(n, inputs, targets, ref _memory.Parameters.Origin", _has512 ? "loss = " : "return ");
            if (_has512)
                _w.Line("return loss;");
        });

        Backward(read, write);
    }

    private void BatchDocumentation()
    {
        _w.Line($"/// <param name=\"inputs\">[n x {_model.Inputs}], at least one row.</param>");
        _w.Line($"/// <param name=\"targets\">[n x {_model.Outputs}].</param>");
        _w.Line("/// <exception cref=\"global::System.ArgumentException\">A length does not fit, or there is no row.</exception>");
    }

    private void Backward(string read, string write)
    {
        string workspace = $"global::GenNet.Workspace<{_t}> workspace";
        string batch = $"{read} inputs, {read} targets, {write} gradients";
        _w.Gap();
        _w.Line("/// <summary>The mean loss of a batch and its gradient. Allocates nothing; uses the network's own workspace, so one thread at a time.</summary>");
        _w.Line("/// <param name=\"gradients\">d loss / d parameters, overwritten; as long as <see cref=\"Parameters\"/> and laid out like it.</param>");
        BatchDocumentation();
        Member($"public {_t} Backward({batch})", "Backward(inputs, targets, gradients, _memory.Workspace)");
        _w.Gap();
        _w.Line("/// <summary>As above, with the scratch memory of the calling thread.</summary>");
        Member($"public {_t} Backward({batch}, {workspace})", "LossAndGradients(inputs, targets, gradients, default, workspace)");
        _w.Gap();
        _w.Line("/// <summary>As above, and writes d loss / d inputs.</summary>");
        _w.Line("/// <param name=\"gradients\">d loss / d parameters, overwritten.</param>");
        _w.Line($"/// <param name=\"inputGradients\">d loss / d inputs, [n x {_model.Inputs}], overwritten.</param>");
        BatchDocumentation();
        Member($"public {_t} Backward({batch}, {write} inputGradients)", "Backward(inputs, targets, gradients, inputGradients, _memory.Workspace)");
        _w.Gap();
        _w.Line("/// <summary>As above, with the scratch memory of the calling thread.</summary>");
        Body($"public {_t} Backward({batch}, {write} inputGradients, {workspace})", () =>
        {
            _w.Line("global::GenNet.CompilerServices.Check.Length(inputGradients.Length, inputs.Length, nameof(inputGradients));");
            _w.Line("return LossAndGradients(inputs, targets, gradients, inputGradients, workspace);");
        });
        if (_program is not null)
            LossAndGradients($"{batch}, {write} inputGradients, {workspace}");
    }

    private void LossAndGradients(string parameters)
    {
        _w.Gap();
        using (_w.Block($"private {_t} LossAndGradients({parameters})"))
        {
            _w.Line("int n = global::GenNet.CompilerServices.Check.Batch(inputs.Length, InputSize, targets.Length, OutputSize);");
            _w.Line($"global::GenNet.CompilerServices.Check.Length(gradients.Length, {_program!.Memory.ParametersLength}, nameof(gradients));");
            _w.Line($"global::GenNet.CompilerServices.Check.Workspace(workspace, {_program.Memory.WorkspaceLength});");
            Choose("Backward(n, inputs, targets, ref _memory.Parameters.Origin, gradients, inputGradients", "workspace", "return ");
        }
    }

    private void WithScratch(string call, string result)
    {
        if (!_has512)
        {
            Choose(call, "", result);
            return;
        }

        _w.Line($"global::GenNet.Workspace<{_t}> scratch = _memory.Scratch.Rent();");
        Choose(call, "scratch", result);
        _w.Line("_memory.Scratch.Return(scratch);");
    }

    /// <summary>The call of the layers for this processor.</summary>
    private void Choose(string call, string workspace, string result)
    {
        if (!_has512)
        {
            _w.Line($"{result}{_layers}.{call});");
            return;
        }

        _w.Single("if (global::GenNet.CompilerServices.Simd.Use512)", $"{result}{_layers}512.{call}, ref {workspace}.Origin);");
        if (result == "return ")
            _w.Line($"{result}{_layers}.{call}, ref {workspace}.Origin);");
        else
            _w.Single("else", $"{result}{_layers}.{call}, ref {workspace}.Origin);");
    }

    private void Files()
    {
        const string Files = "global::GenNet.NetworkFile";
        string types = $"<{_name}, {_t}>";
        _w.Gap();
        _w.Line("/// <summary>Writes the parameters as a safetensors file: to a temporary file first, which is then renamed.</summary>");
        Member("public void Save(string path)", $"{Files}.Save{types}(this, path)");
        _w.Gap();
        _w.Line("/// <summary>Writes the parameters as safetensors.</summary>");
        Member("public void Save(global::System.IO.Stream stream)", $"{Files}.Save{types}(this, stream)");
        _w.Gap();
        _w.Line("/// <summary>A new network with the parameters of a safetensors file.</summary>");
        _w.Line("/// <exception cref=\"global::System.IO.InvalidDataException\">The file is damaged, or its tensors are not this network's.</exception>");
        Member($"public static {_name} Load(string path)", $"{Files}.Load{types}(path)");
        _w.Gap();
        _w.Line("/// <summary>A new network with the parameters of a safetensors stream.</summary>");
        _w.Line("/// <exception cref=\"global::System.IO.InvalidDataException\">The data is damaged, or its tensors are not this network's.</exception>");
        Member($"public static {_name} Load(global::System.IO.Stream stream)", $"{Files}.Load{types}(stream)");
        _w.Gap();
        _w.Line("/// <summary>Takes the parameters of a safetensors file. Where that fails the network stays as it was.</summary>");
        _w.Line("/// <exception cref=\"global::System.IO.InvalidDataException\">The file is damaged, or its tensors are not this network's.</exception>");
        Member("public void Restore(string path)", $"{Files}.Restore{types}(this, path)");
    }

    private void Interface()
    {
        string self = $"global::GenNet.INetwork<{_name}, {_t}>";
        _w.Gap();
        _w.Line($"static int {self}.InputSize => InputSize;");
        _w.Gap();
        _w.Line($"static int {self}.OutputSize => OutputSize;");
        _w.Gap();
        _w.Line($"static int {self}.ParameterCount => ParameterCount;");
        _w.Gap();
        Member($"static {_name} {self}.Create(int? seed)", $"seed is {{ }} given ? new {_name}(given) : new {_name}(default(global::GenNet.CompilerServices.ZeroParameters))");
    }

    /// <summary>A member that is one expression.</summary>
    private void Member(string header, string expression)
    {
        if (_program is null)
            expression = "throw new global::System.InvalidOperationException(\"The declaration of this network has errors.\")";
        _w.Line($"{header} => {expression};");
    }

    private void Body(string header, Action body)
    {
        if (_program is null)
        {
            Member(header, "");
            return;
        }

        using (_w.Block(header))
            body();
    }
}
