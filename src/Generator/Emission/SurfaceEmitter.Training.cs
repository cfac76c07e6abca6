using System.Linq;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;

namespace GenNet.Generator.Emission;

/// <summary>The members of a network that can be trained: Evaluate and Backward.</summary>
internal sealed partial class SurfaceEmitter
{
    private void Training()
    {
        _w.Gap();
        _w.Line("/// <summary>Scratch memory for calls of Backward from a further thread.</summary>");
        Member($"public static global::GenNet.Workspace<{_t}> CreateWorkspace()", $"new global::GenNet.Workspace<{_t}>({_program.WorkspaceLength})");
        Evaluate();
        Backward();
        Inspection();
    }

    private void Evaluate()
    {
        _w.Gap();
        _w.Line("/// <summary>The mean loss of a batch. Allocates nothing; may run on several threads at once.</summary>");
        BatchDocumentation();
        Body($"public {_t} Evaluate({Read} inputs, {Read} targets)", () =>
        {
            _w.Line("int n = global::GenNet.CompilerServices.Check.Batch(inputs.Length, InputSize, targets.Length, OutputSize);");
            if (_has512)
                _w.Line($"{_t} loss;");
            WithScratch("Evaluate(n, inputs, targets, ref _memory.Parameters.Origin", _has512 ? "loss = " : "return ");
            if (_has512)
                _w.Line("return loss;");
        });
    }

    private void BatchDocumentation(bool writes = false)
    {
        _w.Line($"/// <param name=\"inputs\">[n x {_model.Inputs}], at least one row.</param>");
        _w.Line($"/// <param name=\"targets\">[n x {_model.Outputs}].</param>");
        _w.Line($"/// <exception cref=\"global::System.ArgumentException\">A length does not fit, or there is no row{(writes ? "; or what is written shares memory with another argument or the parameters" : "")}.</exception>");
    }

    private void Backward()
    {
        string workspace = $"global::GenNet.Workspace<{_t}> workspace";
        string batch = $"{Read} inputs, {Read} targets, {Write} gradients";
        _w.Gap();
        _w.Line("/// <summary>The mean loss of a batch and its gradient. Allocates nothing; uses the network's own workspace, so one thread at a time.</summary>");
        _w.Line("/// <param name=\"gradients\">d loss / d parameters, overwritten; as long as <see cref=\"Parameters\"/> and laid out like it.</param>");
        BatchDocumentation(writes: true);
        if (_program.DrawsNoise)
            _w.Line("/// <remarks>Each call draws new dropout masks, from the Noise of the workspace; so the loss is not the one of Evaluate.</remarks>");
        Member($"public {_t} Backward({batch})", "Backward(inputs, targets, gradients, _memory.Workspace)");
        _w.Gap();
        _w.Line("/// <summary>As above, with the scratch memory of the calling thread.</summary>");
        Member($"public {_t} Backward({batch}, {workspace})", "LossAndGradients(inputs, targets, gradients, default, workspace)");
        _w.Gap();
        _w.Line("/// <summary>As above, and writes d loss / d inputs.</summary>");
        _w.Line("/// <param name=\"gradients\">d loss / d parameters, overwritten.</param>");
        _w.Line($"/// <param name=\"inputGradients\">d loss / d inputs, [n x {_model.Inputs}], overwritten.</param>");
        BatchDocumentation(writes: true);
        Member($"public {_t} Backward({batch}, {Write} inputGradients)", "Backward(inputs, targets, gradients, inputGradients, _memory.Workspace)");
        _w.Gap();
        _w.Line("/// <summary>As above, with the scratch memory of the calling thread.</summary>");
        Body($"public {_t} Backward({batch}, {Write} inputGradients, {workspace})", () =>
        {
            _w.Line("global::GenNet.CompilerServices.Check.Length(inputGradients.Length, inputs.Length, \"inputGradients\");");
            _w.Line("return LossAndGradients(inputs, targets, gradients, inputGradients, workspace);");
        });
        LossAndGradients($"{batch}, {Write} inputGradients, {workspace}");
    }

    private void LossAndGradients(string parameters)
    {
        _w.Gap();
        using (_w.Block(HiddenMembers.Declare($"private {_t} LossAndGradients({parameters})", _model.Type.Inherited)))
        {
            _w.Line("int n = global::GenNet.CompilerServices.Check.Batch(inputs.Length, InputSize, targets.Length, OutputSize);");
            _w.Line($"global::GenNet.CompilerServices.Check.Gradients(gradients.Length, {_program.Memory.ParametersLength});");
            _w.Line($"global::GenNet.CompilerServices.Check.Apart<{_t}>(inputs, targets, gradients, inputGradients, Parameters);");
            CheckWorkspace();
            if (_has512)
            {
                Choose("Backward(n, inputs, targets, ref _memory.Parameters.Origin, gradients, inputGradients", "workspace", "return ", _program.DrawsNoise ? ", noise" : "");
                return;
            }

            string terms = new LayerText(_program).LossTerms("n");
            _w.Line($"return ({_t})({_layers}.Backward(n, ({_t})(1.0 / {terms}), inputs, targets, ref _memory.Parameters.Origin, gradients, inputGradients) / {terms});");
        }
    }

    private void CheckWorkspace(bool draws = true)
    {
        _w.Line($"global::GenNet.CompilerServices.Check.Workspace(workspace, {_program.WorkspaceLength});");
        if (_program.DrawsNoise && draws)
            _w.Line("global::GenNet.DropoutNoise noise = workspace.TakeNoise();");
    }

    /// <summary>What a trainer calls: Backward in its two halves, so that several threads can share the second, and the gradients go wherever they are to.</summary>
    private void TrainingSteps()
    {
        string self = $"global::GenNet.INetwork<{_name}, {_t}>";
        string workspace = $"global::GenNet.Workspace<{_t}>? workspace";
        string first = $"double {self}.BackwardRows(int batch, double factor, {Read} inputs, {Read} targets, {workspace})";
        string second = $"void {self}.ParameterGradients(int part, int parts, bool first, {Read} inputs, {Write} gradients, {workspace})";
        _w.Gap();
        string most = _has512 ? $"{MemoryPlan.BlockRows}" : "int.MaxValue";
        Member($"static int {self}.BlockRows", most);
        _w.Gap();
        Body(first, () =>
        {
            _w.Line("workspace ??= _memory.Workspace;");
            _w.Line($"int rows = global::GenNet.CompilerServices.Check.Block(inputs.Length, InputSize, targets.Length, OutputSize, {most});");
            _w.Line($"global::GenNet.CompilerServices.Check.Batch<{_t}>(inputs, targets, Parameters);");
            CheckWorkspace();
            _w.Line($"double terms = {new LayerText(_program).LossTerms("batch")};");
            _w.Line("double loss;");
            string batch = $"rows, ({_t})(factor / terms), inputs, targets, ref _memory.Parameters.Origin";
            if (_has512)
                Choose($"BackwardRows({batch}, default", "workspace", "loss = ", _program.DrawsNoise ? ", noise" : "");
            else
                _w.Line($"loss = {_layers}.Backward({batch}, workspace.Span, default);");
            _w.Line("return loss / terms;");
        });
        _w.Gap();
        Body(second, () =>
        {
            _w.Line("workspace ??= _memory.Workspace;");
            _w.Line($"int rows = global::GenNet.CompilerServices.Check.Share(part, parts, inputs.Length, InputSize, {most});");
            _w.Line($"global::GenNet.CompilerServices.Check.Gradients(gradients.Length, {_program.Memory.ParametersLength});");
            CheckWorkspace(draws: false);
            if (_has512)
                Choose("ParameterGradients(part, parts, rows, first, inputs, gradients", "workspace", "");
            else
                _w.Line("global::GenNet.CompilerServices.Share.Take(part, first, workspace.Span, gradients);");
        });
    }

    /// <summary>What files have of a training: the declaration, and where the dropout masks are. Behind the interface, for it is of no other use.</summary>
    private void TrainingState()
    {
        string self = $"global::GenNet.INetwork<{_name}, {_t}>";
        _w.Gap();
        Member($"static string {self}.Declaration", $"\"{NetworkText.Declaration(_model)}\"");
        if (!_program.DrawsNoise)
            return;
        _w.Gap();
        _w.Line($"static bool {self}.HasDropout => true;");
        _w.Gap();
        Member($"global::GenNet.Workspace<{_t}>? {self}.OwnWorkspace", "_memory.Workspace");
    }

    /// <summary>What Inspect needs: the layers, and their activations. Behind the interface, for it is of no other use.</summary>
    private void Tracing()
    {
        string self = $"global::GenNet.INetwork<{_name}, {_t}>";
        _w.Gap();
        LayerProgram[] layers = _program.Layers.Where(layer => !layer.IsForTraining).ToArray();
        _w.Line($"static global::System.Collections.Immutable.ImmutableArray<global::GenNet.LayerInfo> {self}.Layers {{ get; }} = [");
        using (_w.Indent())
        {
            foreach (LayerModel layer in layers.Select(layer => layer.Model))
                _w.Line($"new(\"{layer.Name}\", \"{layer.Kind}\", {layer.Inputs}, {layer.Outputs}, global::GenNet.Activation.{layer.Activation}),");
        }

        _w.Line("];");
        _w.Gap();
        Body($"void {self}.Trace({Read} inputs, {Write} activations)", () =>
        {
            _w.Line($"int n = global::GenNet.CompilerServices.Check.Rows(inputs.Length, InputSize, activations.Length, {layers.Sum(layer => layer.Model.Outputs)}, \"activations\");");
            _w.Line($"global::GenNet.CompilerServices.Check.Apart<{_t}>(activations, \"activations\", inputs, \"inputs\");");
            int hidden = layers.Take(layers.Length - 1).Sum(layer => layer.Model.Outputs);
            string outputs = hidden == 0 ? "activations" : $"activations[(n * {hidden})..]";
            WithScratch(_has512 ? $"Forward(n, inputs, {outputs}, activations, ref _memory.Parameters.Origin" : "Trace(n, inputs, activations, ref _memory.Parameters.Origin", "");
        });
    }

    private void Inspection()
    {
        _w.Gap();
        _w.Line("/// <summary>The activations and gradients of every layer on a batch: what to look at when a network does not learn.</summary>");
        BatchDocumentation();
        Member($"public global::GenNet.NetworkInspection Inspect({Read} inputs, {Read} targets)", $"global::GenNet.NetworkInspection.Of<{_name}, {_t}>(this, inputs, targets)");
    }
}
