using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.Surface;

/// <summary>The members of the user's class: constants, constructors, Forward, files. They check lengths and call the layers.</summary>
internal sealed class SurfaceEmitter
{
    private readonly MemberWriter _members;
    private readonly CodeWriter _w;
    private readonly SurfaceNames _names;
    private readonly NetworkModel _model;
    private readonly NetworkProgram _program;

    private SurfaceEmitter(CodeWriter w, NetworkProgram program, EmittedNames names)
    {
        _w = w;
        _program = program;
        _model = program.Model;
        _names = new SurfaceNames(program, names);
        _members = new MemberWriter(w, _model.Type.Inherited);
    }

    private bool IsTrained => _model.Mode == NetworkMode.Training;

    public static void Emit(CodeWriter w, NetworkProgram program, EmittedNames names) => new SurfaceEmitter(w, program, names).Type();

    private void Type()
    {
        var blocks = new Stack<IDisposable>();
        foreach (string header in _model.Type.Headers())
            blocks.Push(_w.Block(header));
        Documentation();
        using (_w.Block($"partial class {_names.Class} : {(IsTrained ? _names.Network : _names.Inference)}{(_program.Stream is null ? "" : ", " + _names.Streaming)}"))
        {
            Constants();
            Construction();
            Forward();
            if (_program.Stream is { } stream)
                Stream(stream);
            if (IsTrained)
                new TrainingSurface(_members, _program, _names).Members();
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
            _w.Line("/// " + LayerText.Xml(line));
        _w.Line("/// </code>");
        _w.Line($"/// {NetworkText.Cost(_program)}");
        _w.Line($"/// </{tag}>");
    }

    private void Constants()
    {
        _w.Line("/// <inheritdoc cref=\"global::GenNet.IInferenceNetwork{TSelf, T}.InputSize\"/>");
        _members.Line($"public const int InputSize = {_model.Inputs};");
        _w.Line("/// <inheritdoc cref=\"global::GenNet.IInferenceNetwork{TSelf, T}.OutputSize\"/>");
        _members.Line($"public const int OutputSize = {_model.Outputs};");
        _w.Line("/// <inheritdoc cref=\"global::GenNet.IInferenceNetwork{TSelf, T}.ParameterCount\"/>");
        _members.Line($"public const int ParameterCount = {NetworkText.Parameters(_program)};");
        _w.Gap();
        _w.Line($"/// <summary>Where each tensor stands in <see cref=\"Parameters\"/>{(IsTrained ? " and in a gradient buffer" : "")}.</summary>");
        _members.Line($"public static global::GenNet.Layout Layout {{ get; }} = new global::GenNet.Layout({_program.Parameters.Length}, [");
        using (_w.Indent())
        {
            foreach (ParameterTensor p in _program.Parameters.Tensors)
            {
                _w.List("new(",
                [
                    $"\"{p.LayoutName}\"", $"global::GenNet.TensorRole.{p.Role}", $"shape: [{List(p.Shape)}]", $"strides: [{List(_program.Parameters.Strides(p))}]",
                    $"offset: {_program.Parameters.Of(p).Offset}", $"fanIn: {p.FanIn}", $"fanOut: {p.FanOut}", $"global::GenNet.Init.{Drawn(p.Init)}",
                    .. _program.Parameters.Pieces(p) is { } pieces ? [$"pieceLength: {pieces.Numbers}", $"piecePadding: {pieces.Padding}"] : Array.Empty<string>(),
                    .. p.IsTrained ? Array.Empty<string>() : [$"momentum: {p.Momentum.ToString("R", CultureInfo.InvariantCulture)}"],
                ], "),");
            }
        }

        _w.Line("]);");
    }

    private static string Drawn(WeightInit init) => init.Kind is Init.Uniform or Init.Normal
        ? $"{init.Kind}, {init.First.ToString("R", CultureInfo.InvariantCulture)}, {init.Second.ToString("R", CultureInfo.InvariantCulture)}"
        : init.Kind.ToString();

    private static string List(IEnumerable<int> numbers) => string.Join(", ", numbers);

    private void Construction()
    {
        List<string> memory = [$"parameters: {_program.Parameters.Length}", $"forward: {_program.Forward.Plan.Length}"];
        if (IsTrained)
            memory.Add($"workspace: {_program.WorkspaceLength}");
        if (IsTrained && _program.Format.IsPadded)
            memory.Add($"blockRows: {_program.Training!.Plan.BlockRows}");
        if (IsTrained && _program.LossTerms > 1)
            memory.Add($"lossTerms: {_program.LossTerms}");
        if (IsTrained && _program.FewestRows > 0)
            memory.Add($"fewestRows: {_program.FewestRows}");
        if (IsTrained && _program.Format.IsPadded)
            memory.AddRange([$"multiplyAdds: {_program.StepCost}", $"readByGradients: {_program.ReadByGradients}"]);
        string declared = HiddenMembers.Declare($"private readonly global::GenNet.CompilerServices.NetworkMemory<{_names.Number}> _memory", _model.Type.Inherited);
        _w.List($"{GeneratedCode.Mark} {declared} = new(", memory, ");");
        if (IsTrained)
            SeedConstructor();
        if (_model.Weights is { } weights)
        {
            _members.Documentation($"<summary>A network with the parameters of {SafeText.InDocumentation(weights.FileName)}, which is a resource of this assembly.</summary>");
            _members.Expression(
                $"public {_names.Class}", [],
                $"global::GenNet.CompilerServices.EmbeddedWeights.Read(typeof({_names.Class}), {SafeText.Literal(weights.Resource)}, _memory.Parameters.Span, Layout)");
        }

        _w.Line("/// <summary>A network whose parameters are zero, to be filled.</summary>");
        _members.Line($"private {_names.Class}(global::GenNet.CompilerServices.ZeroParameters zero) {{ }}");
        _members.Documentation("<summary>All parameters, padding included, laid out as <see cref=\"Layout\"/> says. Writing to it changes the network.</summary>");
        _members.Expression($"public {_names.Write} Parameters", null, "_memory.Parameters.Span");
    }

    private void SeedConstructor()
    {
        const string Fill = "global::GenNet.Initializer.Fill(_memory.Parameters.Span, Layout, seed)";
        _members.Documentation($"<summary>A network whose weights {(_program.DrawsNoise ? "and dropout masks " : "")}are drawn from a seed: one seed, one network, on every machine.</summary>");
        string[] seed = [$"int seed{(_model.Weights is null ? " = 0" : "")}"];
        if (!_program.DrawsNoise)
        {
            _members.Expression($"public {_names.Class}", seed, Fill);
            return;
        }

        _members.Method($"public {_names.Class}", seed, () =>
        {
            _w.Line(Fill + ";");
            _w.Line("_memory.Workspace.Noise = new global::GenNet.DropoutNoise(unchecked((uint)seed));");
        });
    }

    private void Forward()
    {
        _w.Gap();
        _members.Documentation(
            $"<summary>Computes the outputs of a batch: inputs [n x {_model.Inputs}], outputs [n x {_model.Outputs}]. Allocates nothing; may run on several threads at once.</summary>");
        _members.Documentation("<inheritdoc/>");
        _members.Method("public void Forward", [$"{_names.Read} inputs", $"{_names.Write} outputs"], () =>
        {
            _w.Line($"int n = global::GenNet.CompilerServices.Check.Forward<{_names.Number}>(inputs, InputSize, outputs, OutputSize, Parameters);");
            _names.WithScratch(_w, $"Forward(n, inputs, outputs{(IsTrained && !_program.Forward.HasTrace ? ", default" : "")}", "");
        });
    }

    private void Stream(StreamPass stream)
    {
        int inputs = _program.StepInputs, outputs = _model.OutputShape.Features, length = stream.Plan.Length;
        _w.Gap();
        _members.Documentation("<inheritdoc/>");
        _members.Expression($"public {_names.State} CreateState", [], $"new {_names.State}({length})");
        _members.Documentation(
            $"<summary>Computes the outputs of the next step of a sequence: input [{inputs}], output [{outputs}]. Allocates nothing; may run on several threads at once with a state for each.</summary>");
        _members.Documentation("<inheritdoc/>");
        _members.Method("public void Step", [$"{_names.Read} input", $"{_names.State} state", $"{_names.Write} output"], () =>
        {
            _w.Line($"global::GenNet.CompilerServices.StepCheck.Arguments<{_names.Number}>(input, {inputs}, state, {length}, output, {outputs}, Parameters);");
            if (stream.HasPlaces)
                _w.Line($"int place = global::GenNet.CompilerServices.StepCheck.Place(state, {stream.Places});");
            _w.Line($"{_names.Layers}.Step({(stream.HasPlaces ? "place, " : stream.NeedsPlace ? "state.Steps, " : "")}input, output, ref _memory.Parameters.Origin, ref state.Origin);");
            _w.Line("state.CountStep();");
        });
    }

    private void Files()
    {
        _w.Gap();
        string load = $"global::GenNet.NetworkFile.Load<{_names.Class}, {_names.Number}>";
        foreach ((string type, string name) in new[] { ("string", "path"), ("global::System.IO.Stream", "stream") })
        {
            _w.Line($"/// <inheritdoc cref=\"global::GenNet.NetworkFile.Load{{TNet, T}}({type})\"/>");
            _members.Expression($"public static {_names.Class} Load", [$"{type} {name}"], $"{load}({name})");
        }
    }

    private void Interface()
    {
        _w.Gap();
        foreach (string size in NetworkSurface.Constants)
            _members.Expression($"static int {_names.Inference}.{size}", null, size);
        if (_program.Stream is not null)
            _members.Expression($"static int {_names.Streaming}.StepInputSize", null, _program.StepInputs.ToString(CultureInfo.InvariantCulture));
        if (_model.OutputShape.Rank == 2)
            _members.Expression($"static int {_names.Inference}.StepOutputSize", null, _model.OutputShape.Features.ToString(CultureInfo.InvariantCulture));
        if (_model.Targets == Targets.Classes)
        {
            _members.Expression($"static int {_names.Inference}.TargetSize", null, _model.TargetShape.Size.ToString(CultureInfo.InvariantCulture));
            _members.Expression($"static bool {_names.Inference}.HasClassTargets", null, "true");
        }

        if (_model.HasLengths)
            _members.Expression($"static bool {_names.Inference}.HasLengths", null, "true");
        _members.Expression($"static {_names.Class} {_names.Inference}.Create", [], $"new {_names.Class}(default(global::GenNet.CompilerServices.ZeroParameters))");
        if (IsTrained)
            new TrainingSurface(_members, _program, _names).Interface();
    }
}
