using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;

namespace GenNet.Generator.Emission;

/// <summary>The members of the user's class: constants, constructor, Forward, Backward, files. They check lengths and call the layers.</summary>
internal sealed partial class SurfaceEmitter
{
    private readonly CodeWriter _w;
    private readonly NetworkModel _model;
    private readonly string _t;
    private readonly string _name;
    private readonly string _layers;
    private readonly bool _has512;
    private readonly NetworkProgram _program;

    private SurfaceEmitter(CodeWriter w, NetworkProgram program, EmittedNames names, bool has512)
    {
        _w = w;
        _model = program.Model;
        _program = program;
        _layers = $"global::{EmittedNames.Namespace}.{names.LayersClass}";
        _has512 = has512;
        _t = _model.Precision == Precision.Float ? "float" : "double";
        _name = _model.Type.Name;
    }

    private bool IsTrained => _model.Mode == NetworkMode.Training;

    private string Read => $"global::System.ReadOnlySpan<{_t}>";

    private string Write => $"global::System.Span<{_t}>";

    public static void Emit(CodeWriter w, NetworkProgram program, EmittedNames names, bool has512) =>
        new SurfaceEmitter(w, program, names, has512).Type();

    private void Type()
    {
        var blocks = new Stack<IDisposable>();
        foreach (string header in _model.Type.Headers())
            blocks.Push(_w.Block(header));
        Documentation();
        using (_w.Block($"partial class {_name} : global::GenNet.{(IsTrained ? "INetwork" : "IInferenceNetwork")}<{_name}, {_t}>"))
        {
            Constants();
            Construction();
            Forward();
            if (IsTrained)
                Training();
            Files();
            Interface();
        }

        while (blocks.Count > 0)
            blocks.Pop().Dispose();
    }

    private void Documentation()
    {
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
        _w.Line("/// <summary>The numbers of one input row.</summary>");
        Declare($"public const int InputSize = {_model.Inputs};");
        _w.Gap();
        _w.Line($"/// <summary>The numbers of one output row{(IsTrained ? ", and of one target row" : "")}.</summary>");
        Declare($"public const int OutputSize = {_model.Outputs};");
        _w.Gap();
        _w.Line("/// <summary>The trainable numbers; padding does not count.</summary>");
        Declare($"public const int ParameterCount = {NetworkText.Parameters(_program)};");
        _w.Gap();
        _w.Line($"/// <summary>Where each tensor stands in <see cref=\"Parameters\"/>{(IsTrained ? " and in a gradient buffer" : "")}.</summary>");
        Declare($"public static global::GenNet.Layout Layout {{ get; }} = new global::GenNet.Layout({_program.Memory.ParametersLength}, [");
        using (_w.Indent())
        {
            foreach (ParameterTensor p in _program.Layers.SelectMany(layer => layer.Parameters))
            {
                _w.Line($"new(\"{p.LayoutName}\", global::GenNet.TensorRole.{p.Role}, shape: [{List(p.Shape)}], strides: [{List(p.Strides)}], "
                    + $"offset: {p.Tensor.Offset}, fanIn: {p.FanIn}, fanOut: {p.FanOut}, global::GenNet.Init.{Drawn(p.Init)}),");
            }
        }

        _w.Line("]);");
    }

    private static string Drawn(WeightInit init) => init.Kind is Init.Uniform or Init.Normal
        ? $"{init.Kind}, {init.First.ToString("R", CultureInfo.InvariantCulture)}, {init.Second.ToString("R", CultureInfo.InvariantCulture)}"
        : init.Kind.ToString();

    private static string List(ImmutableArray<int> numbers) => string.Join(", ", numbers);

    private void Construction()
    {
        _w.Gap();
        string workspace = IsTrained ? $", workspace: {_program.WorkspaceLength}" : "";
        Declare($"private readonly global::GenNet.CompilerServices.NetworkMemory<{_t}> _memory = new(parameters: {_program.Memory.ParametersLength}, forward: {_program.ForwardLength}{workspace});");
        _w.Gap();
        if (IsTrained)
        {
            _w.Line($"/// <summary>A network whose weights {(_program.DrawsNoise ? "and dropout masks " : "")}are drawn from a seed: one seed, one network, on every machine.</summary>");
            SeedConstructor();
            _w.Gap();
        }

        if (_model.Weights is { } weights)
        {
            _w.Line($"/// <summary>A network with the parameters of {SafeText.InDocumentation(weights.FileName)}, which is a resource of this assembly.</summary>");
            Member($"public {_name}()", $"global::GenNet.CompilerServices.EmbeddedWeights.Read(typeof({_name}), {SafeText.Literal(weights.Resource)}, _memory.Parameters.Span, Layout)");
            _w.Gap();
        }

        _w.Line("/// <summary>A network whose parameters are zero, to be filled.</summary>");
        _w.Line($"private {_name}(global::GenNet.CompilerServices.ZeroParameters zero)");
        _w.Line("{");
        _w.Line("}");
        _w.Gap();
        _w.Line("/// <summary>All parameters, padding included, laid out as <see cref=\"Layout\"/> says. Writing to it changes the network.</summary>");
        Member($"public global::System.Span<{_t}> Parameters", "_memory.Parameters.Span");
    }

    private void Forward()
    {
        _w.Gap();
        _w.Line("/// <summary>Computes the outputs of a batch. Allocates nothing; may run on several threads at once.</summary>");
        _w.Line($"/// <param name=\"inputs\">[n x {_model.Inputs}], row after row.</param>");
        _w.Line($"/// <param name=\"outputs\">[n x {_model.Outputs}], overwritten{(_model.Inputs == _model.Outputs ? "; they may be the inputs themselves" : "")}.</param>");
        _w.Line("/// <exception cref=\"global::System.ArgumentException\">The lengths are not those of the same number of rows, or outputs share memory with inputs or parameters.</exception>");
        Body($"public void Forward({Read} inputs, {Write} outputs)", () =>
        {
            _w.Line("int n = global::GenNet.CompilerServices.Check.Rows(inputs.Length, InputSize, outputs.Length, OutputSize, \"outputs\");");
            _w.Line($"global::GenNet.CompilerServices.Check.Apart<{_t}>(inputs, outputs, Parameters, \"outputs\");");
            WithScratch($"Forward(n, inputs, outputs{(IsTrained && _has512 ? ", default" : "")}, ref _memory.Parameters.Origin", "");
        });
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

    private void SeedConstructor()
    {
        const string Fill = "global::GenNet.Initializer.Fill(_memory.Parameters.Span, Layout, seed)";
        string header = $"public {_name}(int seed{(_model.Weights is null ? " = 0" : "")})";
        if (!_program.DrawsNoise)
        {
            Member(header, Fill);
            return;
        }

        Body(header, () =>
        {
            _w.Line(Fill + ";");
            _w.Line("_memory.Workspace.Noise = new global::GenNet.DropoutNoise(unchecked((uint)seed));");
        });
    }

    /// <summary>The call of the layers for this processor.</summary>
    private void Choose(string call, string workspace, string result, string last = "")
    {
        if (!_has512)
        {
            _w.Line($"{result}{_layers}.{call});");
            return;
        }

        _w.Single("if (global::GenNet.CompilerServices.Simd.Use512)", $"{result}{_layers}512.{call}, ref {workspace}.Origin{last});");
        if (result == "return ")
            _w.Line($"{result}{_layers}.{call}, ref {workspace}.Origin{last});");
        else
            _w.Single("else", $"{result}{_layers}.{call}, ref {workspace}.Origin{last});");
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
        string inference = $"global::GenNet.IInferenceNetwork<{_name}, {_t}>";
        _w.Gap();
        foreach (string size in new[] { "InputSize", "OutputSize", "ParameterCount" })
        {
            _w.Line($"static int {inference}.{size} => {size};");
            _w.Gap();
        }

        Member($"static {_name} {inference}.Create()", $"new {_name}(default(global::GenNet.CompilerServices.ZeroParameters))");
        if (IsTrained)
        {
            _w.Gap();
            Member($"static {_name} global::GenNet.INetwork<{_name}, {_t}>.Create(int seed)", $"new {_name}(seed)");
            TrainingState();
            Tracing();
            TrainingSteps();
        }
    }

    /// <summary>A member that is one expression.</summary>
    private void Member(string header, string expression) => Declare($"{header} => {expression};");

    private void Body(string header, Action body)
    {
        using (_w.Block(HiddenMembers.Declare(header, _model.Type.Inherited)))
            body();
    }

    /// <summary>A line that declares a member.</summary>
    private void Declare(string line) => _w.Line(HiddenMembers.Declare(line, _model.Type.Inherited));
}
